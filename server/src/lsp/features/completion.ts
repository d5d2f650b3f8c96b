import {
  type CancellationToken,
  type ClientCapabilities,
  type CompletionItem,
  type CompletionList,
  type CompletionParams,
  InsertTextMode,
  MarkupKind,
} from 'vscode-languageserver';
import { loadPinyin } from '../../domain/pinyin';
import { type ClientSupport, completions, resolveCompletion, wantsPinyin } from '../../service/completion';
import type { Feature, Host } from '../host';

/** Keys, values and whole items. */
export const completion: Feature = {
  capabilities: () => ({
    completionProvider: {
      // A dash, brackets and commas begin an entry; a colon, full-width too, a value; the others come with an input method.
      triggerCharacters: [':', ' ', '-', '[', ',', '#', '：', '、', '，'],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),
  listen(host) {
    const { connection } = host;
    const client = supportOf(host.client, host.canSuggestAgain);
    connection.onCompletion((params, token) => answer(host, params, token, client));
    connection.onCompletionResolve((item, token) => {
      const uri: unknown = item.data?.uri;
      return typeof uri === 'string' ? resolve(host, uri, item, token, client) : item;
    });
  },
};

/** Whatever has to be waited for is fetched first: meanwhile a newer version may take the parts of a file over. */
async function answer(
  host: Host,
  { textDocument: { uri }, position }: CompletionParams,
  token: CancellationToken,
  client: ClientSupport,
): Promise<CompletionList | null> {
  const corpora = await host.project.corporaFor(uri);
  const isLatin = await host.answer(uri, false, token, (file) =>
    wantsPinyin(file, file.document.lines.offsetAt(position)),
  );
  const pinyin = isLatin && host.workspace.settings.completionPinyin ? await loadPinyin() : undefined;
  return host.answer<CompletionList | null>(uri, null, token, (file) =>
    completions(host.workspace, file, file.document.lines.offsetAt(position), { client, corpora, pinyin }),
  );
}

async function resolve(
  host: Host,
  uri: string,
  item: CompletionItem,
  token: CancellationToken,
  client: ClientSupport,
): Promise<CompletionItem> {
  const corpora = await host.project.corporaFor(uri);
  return host.answer(uri, item, token, (file) => resolveCompletion(host.workspace, file, item, { client, corpora }));
}

function supportOf({ textDocument }: ClientCapabilities, canSuggestAgain: boolean): ClientSupport {
  const { completionItem: item } = textDocument?.completion ?? {};
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    asIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    labelDetails: item?.labelDetailsSupport === true,
    markdown: item?.documentationFormat?.[0] === MarkupKind.Markdown,
    canSuggestAgain,
  };
}
