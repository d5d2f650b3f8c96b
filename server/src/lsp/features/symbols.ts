import type { DocumentSymbol, FoldingRange, SelectionRange, SymbolInformation } from 'vscode-languageserver';
import { foldingRanges } from '../../service/folding';
import { selectionRange } from '../../service/selection';
import { documentSymbols, flatSymbols } from '../../service/symbols';
import { workspaceSymbols } from '../../service/workspace-symbols';
import type { Feature } from '../host';

/** Outline, symbols of the workspace, folding and growing selections. */
export const symbols: Feature = {
  capabilities: () => ({
    documentSymbolProvider: true,
    workspaceSymbolProvider: true,
    foldingRangeProvider: true,
    selectionRangeProvider: true,
  }),
  listen(host) {
    const { connection, workspace, client } = host;
    const { documentSymbol, foldingRange } = client.textDocument ?? {};
    connection.onDocumentSymbol(({ textDocument }, token) =>
      host.answer<DocumentSymbol[] | SymbolInformation[]>(textDocument.uri, [], token, (file) => {
        const outline = documentSymbols(file);
        return documentSymbol?.hierarchicalDocumentSymbolSupport ? outline : flatSymbols(outline, textDocument.uri);
      }),
    );
    connection.onWorkspaceSymbol(({ query }) => host.guard([], () => workspaceSymbols(workspace, query)));
    connection.onFoldingRanges(({ textDocument }, token) =>
      host.answer<FoldingRange[]>(textDocument.uri, [], token, (file) => foldingRanges(file, foldingRange)),
    );
    connection.onSelectionRanges(({ textDocument, positions }, token) =>
      host.answer<SelectionRange[]>(textDocument.uri, [], token, (file) =>
        positions.map((position) => selectionRange(file, file.document.lines.offsetAt(position))),
      ),
    );
  },
};
