import { type CodeLens, CodeLensRefreshRequest, type InlayHint, type SemanticTokens } from 'vscode-languageserver';
import { codeLenses, resolveCodeLens } from '../../service/code-lens';
import { inlayHints } from '../../service/inlay-hints';
import { semanticTokens, TOKEN_LEGEND } from '../../service/semantic-tokens';
import type { Feature } from '../host';

const NO_TOKENS: SemanticTokens = { data: [] };

/** What an editor shows beside the text: figures above lines, dates behind words, colours. */
export const hints: Feature = {
  capabilities: () => ({
    codeLensProvider: { resolveProvider: true },
    inlayHintProvider: true,
    semanticTokensProvider: { legend: TOKEN_LEGEND, full: true, range: true },
  }),
  listen(host) {
    const { connection, workspace } = host;
    connection.onCodeLens(({ textDocument }, token) =>
      host.answer<CodeLens[]>(textDocument.uri, [], token, (file) => codeLenses(workspace, file)),
    );
    connection.onCodeLensResolve((lens, token) => {
      const uri: unknown = lens.data?.uri;
      if (typeof uri !== 'string') return lens;
      return host.answer(uri, lens, token, (file) => resolveCodeLens(workspace, file, lens, host.knowsCommands));
    });
    connection.languages.inlayHint.on(({ textDocument, range }, token) =>
      host.answer<InlayHint[]>(textDocument.uri, [], token, (file) => inlayHints(workspace, file, range)),
    );
    connection.languages.semanticTokens.on(({ textDocument }, token) =>
      host.answer(textDocument.uri, NO_TOKENS, token, (file) => semanticTokens(file)),
    );
    connection.languages.semanticTokens.onRange(({ textDocument, range }, token) =>
      host.answer(textDocument.uri, NO_TOKENS, token, (file) => semanticTokens(file, range)),
    );
  },
  refresh({ connection, client: { workspace } }) {
    const sent = [
      ...(workspace?.codeLens?.refreshSupport ? [connection.sendRequest(CodeLensRefreshRequest.type)] : []),
      ...(workspace?.inlayHint?.refreshSupport ? [connection.languages.inlayHint.refresh()] : []),
      ...(workspace?.semanticTokens?.refreshSupport ? [connection.languages.semanticTokens.refresh()] : []),
    ];
    // Nobody waits for the answers; a client may well hang up before.
    for (const answer of sent) Promise.resolve(answer).catch(() => undefined);
  },
};
