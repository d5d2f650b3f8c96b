import {
  type CompletionList,
  commands,
  type DocumentSymbol,
  type Hover,
  type Location,
  type LocationLink,
  type MarkdownString,
  type SymbolInformation,
  type TextDocument,
  type WorkspaceEdit,
} from 'vscode';
import { equal, rangeOf, show, type Tests, until } from './editor';

export const language: Tests = {
  async 'hover on an item shows the central text'() {
    const document = await show('yi/yi.zhibiao.yaml');
    const text = await until('a hover', async () => {
      const hovers = await ask<Hover[]>('vscode.executeHoverProvider', document, '全面推行“证照');
      return hovers.flatMap(({ contents }) => contents as MarkdownString[])[0]?.value;
    });
    equal([/2021年版/.test(text), /第5项/.test(text)], [true, true]);
  },

  async 'completion in a list of units offers those of the registry'() {
    const document = await show('yi/yi.zhibiao.yaml');
    const labels = await until('an offer', async () => {
      const list = await ask<CompletionList>('vscode.executeCompletionItemProvider', document, '县行政审批局, ', 'end');
      const names = list.items.map(({ label }) => (typeof label === 'string' ? label : label.label));
      return names.includes('县委办') ? names : undefined;
    });
    equal(labels.includes('县政府办'), true);
    equal(labels.includes('区委办公室'), false);
  },

  async 'definition of a unit is its entry in the registry'() {
    const document = await show('yi/yi.zhibiao.yaml');
    const target = await until('a definition', async () => {
      const [first] = await ask<(Location | LocationLink)[]>('vscode.executeDefinitionProvider', document, '县司法局');
      return first;
    });
    const uri = 'targetUri' in target ? target.targetUri : target.uri;
    equal(uri.path.endsWith('/yi/yi.danwei.yaml'), true);
  },

  async 'rename of a unit reaches its registry'() {
    const document = await show('yi/yi.zhibiao.yaml');
    const { start } = rangeOf(document, '县司法局');
    const edit = await until('an edit', async () => {
      const command = 'vscode.executeDocumentRenameProvider';
      return commands.executeCommand<WorkspaceEdit | undefined>(command, document.uri, start, '县司法和信访局');
    });
    const changed = edit.entries().map(([uri, edits]) => [uri.path.split('/').at(-1), edits.length]);
    equal(changed.sort(), [
      ['yi.danwei.yaml', 1],
      ['yi.zhibiao.yaml', 2],
    ]);
  },

  async 'symbols follow the structure of the file'() {
    const document = await show('yi/yi.zhibiao.yaml');
    const names = await until('symbols', async () => {
      const command = 'vscode.executeDocumentSymbolProvider';
      const symbols = await commands.executeCommand<DocumentSymbol[] | undefined>(command, document.uri);
      return symbols && symbols.length > 0 ? flat(symbols).map(({ name }) => name) : undefined;
    });
    equal(names.some((name) => name.startsWith('一、政府职能')) && names.some((name) => name.includes('5')), true);
  },

  async 'symbols of the workspace come from files that nobody opened, too'() {
    await show('yi/yi.zhibiao.yaml');
    const query = '行业协会商会';
    const found = await until('a symbol', async () => {
      const command = 'vscode.executeWorkspaceSymbolProvider';
      const symbols = await commands.executeCommand<SymbolInformation[] | undefined>(command, query);
      return symbols?.find(({ location }) => location.uri.path.endsWith('/shapotou/shapotou.zhibiao.yaml'));
    });
    equal(found.name.includes(query), true);
  },
};

/** Runs one of VS Code's commands at the start (or the end) of `text`. */
async function ask<T>(command: string, document: TextDocument, text: string, side: 'start' | 'end' = 'start') {
  return (await commands.executeCommand<T | undefined>(command, document.uri, rangeOf(document, text)[side])) as T;
}

function flat(symbols: readonly DocumentSymbol[]): DocumentSymbol[] {
  return symbols.flatMap((symbol) => [symbol, ...flat(symbol.children)]);
}
