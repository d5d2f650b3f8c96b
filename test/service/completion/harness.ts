import type { CompletionItem, InsertReplaceEdit, TextEdit } from 'vscode-languageserver-types';
import { loadPinyin } from '../../../server/src/domain/pinyin';
import { type ClientSupport, completions } from '../../../server/src/service/completion';
import type { Checked } from '../../../server/src/workspace/project';
import { type Opened, type OpenOptions, open } from '../harness';

/** A client that can do everything, as VS Code can. */
export const FULL: ClientSupport = {
  snippets: true,
  insertReplace: true,
  asIs: true,
  labelDetails: true,
  markdown: true,
  canSuggestAgain: true,
};
export const PLAIN: ClientSupport = {
  snippets: false,
  insertReplace: false,
  asIs: false,
  labelDetails: false,
  markdown: false,
  canSuggestAgain: false,
};

export interface Completed extends Opened {
  readonly items: readonly CompletionItem[];
  readonly labels: readonly string[];
  /** The text after a proposal is taken; the stops of its snippet are left out, the first becomes `¦`. */
  take(label: string): string;
}

/** Completes at the `¦` of one of the files. */
export async function complete(
  files: Readonly<Record<string, string>>,
  options: OpenOptions & { readonly client?: ClientSupport } = {},
): Promise<Completed> {
  const [name = '', marked = ''] = Object.entries(files).find(([, text]) => text.includes('¦')) ?? [];
  const offset = marked.indexOf('¦');
  const opened = { ...(await open({ ...files, [name]: marked.replace('¦', '') }, options)), offset };
  const file = await opened.at(name);
  const items = await completeAt(opened, file, offset, options.client);
  return {
    ...opened,
    file,
    items,
    labels: items.map(({ label }) => label),
    take(label) {
      const item = items.find((one) => one.label === label);
      if (!item) throw new Error(`no ${label} among ${items.map((one) => one.label).join(' ')}`);
      return applied(file, item);
    },
  };
}

export async function completeAt(
  { workspace, project }: Pick<Opened, 'workspace' | 'project'>,
  file: Checked,
  offset: number,
  client = FULL,
): Promise<CompletionItem[]> {
  const corpora = await project.corporaFor(file.uri);
  return completions(workspace, file, offset, { client, corpora, pinyin: await loadPinyin() }).items;
}

export function editOf({ textEdit }: CompletionItem): TextEdit {
  const edit = textEdit as TextEdit | InsertReplaceEdit;
  return 'range' in edit ? edit : { range: edit.replace, newText: edit.newText };
}

export function applied({ document: { lines } }: Checked, item: CompletionItem): string {
  const { range, newText } = editOf(item);
  const { start, end } = lines.span(range);
  return (
    lines.text.slice(0, start) + (item.insertTextFormat === 2 ? expanded(newText) : newText) + lines.text.slice(end)
  );
}

/** A snippet as it looks when it is inserted, with `¦` at its first stop. */
export function expanded(snippet: string): string {
  return snippet
    .replace(/\$1|\$\{1:([^}]*)\}|\$\{1\|([^,|]*)[^}]*\}/, (_, text = '', choice = '') => `¦${text}${choice}`)
    .replace(/(?<!\\)\$(?:\d|\{\d:([^}]*)\})/g, (_, text = '') => text)
    .replace(/\\([\\$}])/g, '$1');
}
