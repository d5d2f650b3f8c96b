import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Position, ProtocolConnection, TextDocumentIdentifier } from 'vscode-languageserver-protocol/node';
import { LineIndex } from '../../server/src/text/lines';
import { seed } from '../service/harness';
import { connect, FOLDER } from './harness';

/** What a person's editor asks for at a cursor, by method. */
const AT_CURSOR: Readonly<Record<string, (at: Position) => object>> = {
  'textDocument/hover': (position) => ({ position }),
  'textDocument/completion': (position) => ({ position, context: { triggerKind: 1 } }),
  'textDocument/definition': (position) => ({ position }),
  'textDocument/references': (position) => ({ position, context: { includeDeclaration: true } }),
  'textDocument/documentHighlight': (position) => ({ position }),
  'textDocument/prepareRename': (position) => ({ position }),
  'textDocument/selectionRange': (position) => ({ positions: [position] }),
  'textDocument/linkedEditingRange': (position) => ({ position }),
  'textDocument/onTypeFormatting': (position) => ({ position, ch: '\n', options: { tabSize: 2, insertSpaces: true } }),
  'textDocument/codeAction': (position) => ({
    range: { start: position, end: position },
    context: { diagnostics: [], triggerKind: 1 },
  }),
};
/** What it asks for of the whole file. */
const OF_FILE: Readonly<Record<string, object>> = {
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/documentLink': {},
  'textDocument/codeLens': {},
  'textDocument/inlayHint': { range: { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } } },
  'textDocument/semanticTokens/full': {},
  'textDocument/formatting': { options: { tabSize: 2, insertSpaces: true } },
  'textDocument/diagnostic': {},
  'zhibiao/outline': {},
  'zhibiao/units': {},
  'zhibiao/preview': {},
};

const registry = seed('as-printed/shapotou/shapotou.danwei.yaml');
const seeds = [
  'as-printed/shapotou/shapotou.zhibiao.yaml',
  'as-printed/qinshui/qinshui.zhibiao.yaml',
  'as-printed/zhashui/zhashui.zhibiao.yaml',
  'as-printed/lanling/lanling.zhibiao.yaml',
  'as-printed/baofeng/scheme.zhibiao.yaml',
  'as-printed/baofeng/plan.zhibiao.yaml',
  'requirements/2021.yaoqiu.yaml',
  'as-printed/shapotou/shapotou.danwei.yaml',
];

let client: ProtocolConnection;
const faults: string[] = [];
let version = 0;

beforeAll(async () => {
  const content = new Map([[`${FOLDER}/shapotou.danwei.yaml`, registry]]);
  const capabilities = { textDocument: { diagnostic: {} }, workspace: { configuration: true } };
  client = await connect(content, capabilities, {}, undefined, [FOLDER], (connection) => {
    connection.onNotification('window/logMessage', ({ message }) => faults.push(message));
  });
});
afterAll(async () => {
  await client.sendRequest('shutdown');
  client.dispose();
});

async function openText(name: string, text: string): Promise<string> {
  const uri = `${FOLDER}/${name}`;
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'zhibiao', version: ++version, text },
  });
  return uri;
}

/** Asks everything there is to ask; any error, answered or logged, fails the test. */
async function ask(uri: string, positions: readonly Position[], ofFile = true): Promise<void> {
  const textDocument: TextDocumentIdentifier = { uri };
  const requests = [
    ...(ofFile
      ? Object.entries(OF_FILE).map(([method, rest]) => [method, { uri, textDocument, ...rest }] as const)
      : []),
    ...positions.flatMap((position) =>
      Object.entries(AT_CURSOR).map(([method, rest]) => [method, { textDocument, ...rest(position) }] as const),
    ),
  ];
  for (const [method, params] of requests) {
    await client.sendRequest(method, params).catch((error) => {
      throw new Error(`${method} at ${JSON.stringify(params)}: ${error.message}`);
    });
    if (faults.length > 0) throw new Error(`${method} at ${JSON.stringify(params)}: ${faults.splice(0).join('\n')}`);
  }
}

describe('every feature', () => {
  it.each(seeds)('answers throughout %s', async (path) => {
    const text = seed(path);
    const uri = await openText(path.split('/').at(-1) ?? path, text);
    const lines = new LineIndex(text);
    const positions: Position[] = [];
    for (let offset = 0, step = 5; offset <= text.length; offset += step, step = 50 + ((step * 7) % 401)) {
      positions.push(lines.positionAt(offset));
    }
    await ask(uri, positions);
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  });

  it('answers in 1,000 damaged documents', { timeout: 600_000 }, async () => {
    const parts = seeds.map((path) => seed(path)).map((text) => text.slice(0, 6_000));
    const damage = fc.record({
      which: fc.nat(parts.length - 1),
      cuts: fc.array(
        fc.record({
          at: fc.nat(6_000),
          length: fc.nat(12),
          insert: fc.constantFrom(
            '',
            '：',
            '- ',
            '\n',
            '[',
            '"',
            '\t',
            '　',
            '<<<<<<< HEAD\n',
            '{',
            '第99项',
            '\u0000',
            '#',
            '|\n',
            '序号',
          ),
        }),
        { minLength: 1, maxLength: 4 },
      ),
      cursors: fc.array(fc.nat(6_100), { minLength: 2, maxLength: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(damage, async ({ which, cuts, cursors }) => {
        let text = parts[which] ?? '';
        for (const { at, length, insert } of cuts) text = text.slice(0, at) + insert + text.slice(at + length);
        const uri = await openText('damaged.zhibiao.yaml', text);
        const lines = new LineIndex(text);
        await ask(uri, [...cursors.map((offset) => lines.positionAt(offset)), { line: 9_999, character: 9_999 }]);
        await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
      }),
      { numRuns: 1_000, seed: 20211020 },
    );
  });

  it('answers after each keystroke while an item is typed', async () => {
    const head = seed('as-printed/shapotou/shapotou.zhibiao.yaml')
      .slice(0, 3_000)
      .replace(/\n[^\n]*$/, '\n');
    const typed =
      '          - 序号: 100\n            内容: 对“放管服”改革，按照第1、2项报送。\n            牵头单位: [区司法局, qs]\n' +
      '            责任单位:\n              - 区财政局\n            完成时限：5月31日前\n            报送资料: |\n              总结\n';
    const uri = await openText('typed.zhibiao.yaml', head);
    const lines = new LineIndex(head + typed);
    for (let length = 1; length <= typed.length; length++) {
      const text = head + typed.slice(0, length);
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text }],
      });
      await ask(uri, [lines.positionAt(text.length)], length % 5 === 0);
    }
    expect(version).toBeGreaterThan(typed.length);
  });
});
