import { afterEach, describe, expect, it } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { connect, FOLDER } from './harness';

const uri = `${FOLDER}/a.zhibiao.yaml`;
const registryUri = `${FOLDER}/x.danwei.yaml`;
const text = `标题: 表
单位名录: ./x.danwei.yaml
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 做第一件事
        责任单位: [县财政局]
`;
const registry = '单位:\n  - 名称: 县财政局\n';
/** On 县财政局 in the item. */
const onUnit = { textDocument: { uri }, position: { line: 7, character: 18 } };
const declared = { start: { line: 1, character: 8 }, end: { line: 1, character: 12 } };
const used = { start: { line: 7, character: 15 }, end: { line: 7, character: 19 } };

let client: ProtocolConnection | undefined;
afterEach(async () => {
  await client?.sendRequest('shutdown');
  client?.dispose();
  client = undefined;
});

async function start(textDocument: object = {}): Promise<ProtocolConnection> {
  const connection = await connect(
    new Map([
      [uri, text],
      [registryUri, registry],
    ]),
    { textDocument },
  );
  client = connection;
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'zhibiao', version: 1, text },
  });
  return connection;
}

describe('navigation', () => {
  it('gives links to a client that takes them, places to any other', async () => {
    const plain = await start();
    expect(await plain.sendRequest('textDocument/definition', onUnit)).toEqual([{ uri: registryUri, range: declared }]);
    plain.dispose();
    const linking = await start({ definition: { linkSupport: true } });
    expect(await linking.sendRequest('textDocument/definition', onUnit)).toEqual([
      {
        originSelectionRange: used,
        targetUri: registryUri,
        targetRange: expect.anything(),
        targetSelectionRange: declared,
      },
    ]);
  });

  it('finds the uses of a unit from either end, and highlights them', async () => {
    const connection = await start();
    const context = { includeDeclaration: false };
    expect(await connection.sendRequest('textDocument/references', { ...onUnit, context })).toEqual([
      { uri, range: used },
    ]);
    expect(await connection.sendRequest('textDocument/documentHighlight', onUnit)).toEqual([{ range: used, kind: 2 }]);
    expect(await connection.sendRequest('textDocument/implementation', onUnit)).toEqual([]);
  });

  it('links to the registry', async () => {
    const connection = await start();
    expect(await connection.sendRequest('textDocument/documentLink', { textDocument: { uri } })).toMatchObject([
      { target: registryUri },
    ]);
  });
});

describe('symbols', () => {
  it('are a tree for a client that draws one, else a list', async () => {
    const plain = await start();
    const list = await plain.sendRequest<object[]>('textDocument/documentSymbol', { textDocument: { uri } });
    expect(list).toHaveLength(3);
    expect(list[2]).toMatchObject({ name: '1. 做第一件事', containerName: '一、甲', location: { uri } });
    plain.dispose();
    const nesting = await start({ documentSymbol: { hierarchicalDocumentSymbolSupport: true } });
    expect(await nesting.sendRequest('textDocument/documentSymbol', { textDocument: { uri } })).toMatchObject([
      { name: '表', children: [{ name: '一、甲', children: [{ name: '1. 做第一件事', detail: '县财政局' }] }] },
    ]);
  });

  it('fold, and grow a selection at each cursor', async () => {
    const connection = await start({ foldingRange: { rangeLimit: 1 } });
    const folds = await connection.sendRequest('textDocument/foldingRange', { textDocument: { uri } });
    expect(folds).toEqual([{ startLine: 2, endLine: 7 }]);
    const positions = [onUnit.position, { line: 0, character: 0 }];
    const ranges = await connection.sendRequest('textDocument/selectionRange', { textDocument: { uri }, positions });
    expect(ranges).toHaveLength(2);
  });

  it('of the workspace are found', async () => {
    const connection = await start();
    // The file is open and in the index as soon as it was answered for once.
    await connection.sendRequest('textDocument/documentSymbol', { textDocument: { uri } });
    expect(await connection.sendRequest('workspace/symbol', { query: '第一件' })).toMatchObject([
      { name: '1. 做第一件事', location: { uri, range: { start: { line: 5, character: 8 } } } },
    ]);
  });

  it('of a file that is not there are none', async () => {
    const connection = await start();
    const gone = { textDocument: { uri: `${FOLDER}/none.zhibiao.yaml` } };
    expect(await connection.sendRequest('textDocument/documentSymbol', gone)).toEqual([]);
    expect(await connection.sendRequest('textDocument/definition', { ...gone, position: onUnit.position })).toEqual([]);
  });
});
