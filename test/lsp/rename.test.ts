import { afterEach, describe, expect, it } from 'vitest';
import type { CodeAction, InitializeParams, ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { codeActions } from '../../server/src/lsp/features/code-actions';
import { rename } from '../../server/src/lsp/features/rename';
import { connect, FOLDER } from './harness';

const uri = `${FOLDER}/a.zhibiao.yaml`;
const otherUri = `${FOLDER}/b.zhibiao.yaml`;
const registryUri = `${FOLDER}/x.danwei.yaml`;
const item = (number: number) =>
  `      - 序号: ${number}\n        内容: 做第${number}件事\n        责任单位: [县财政局]\n`;
const text = `标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n${item(1)}${item(2)}`;
const registry = '单位:\n  - 名称: 县财政局\n  - 名称: 县司法局\n';
/** On 县财政局 in the first item. */
const onUnit = { textDocument: { uri }, position: { line: 7, character: 18 } };
const replaced = (line: number, character: number) => ({
  range: { start: { line, character }, end: { line, character: character + 4 } },
  newText: '县财税局',
});
const inFile = [replaced(7, 15), replaced(10, 15)];
const inRegistry = [replaced(1, 8)];

let client: ProtocolConnection | undefined;
afterEach(async () => {
  await client?.sendRequest('shutdown');
  client?.dispose();
  client = undefined;
});

async function start(
  capabilities: InitializeParams['capabilities'] = {},
  options?: unknown,
): Promise<ProtocolConnection> {
  const files = new Map([
    [uri, text],
    [otherUri, text],
    [registryUri, registry],
  ]);
  client = await connect(files, capabilities, {}, options);
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'zhibiao', version: 1, text },
  });
  return client;
}

/** Sends a request until the workspace has been read. */
async function renamed(connection: ProtocolConnection, isThere: (edit: object) => boolean): Promise<object> {
  for (let round = 0; round < 100; round++) {
    const edit = await connection.sendRequest<object>('textDocument/rename', { ...onUnit, newName: '县财税局' });
    if (isThere(edit)) return edit;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error('the other file was never renamed');
}

describe('rename', () => {
  it('says what would be renamed', async () => {
    const connection = await start();
    expect(await connection.sendRequest('textDocument/prepareRename', onUnit)).toEqual({
      range: inFile[0]?.range,
      placeholder: '县财政局',
    });
    const nowhere = { ...onUnit, position: { line: 0, character: 5 } };
    expect(await connection.sendRequest('textDocument/prepareRename', nowhere)).toBeNull();
  });

  it('edits all files, open or not, in the form that the client takes', async () => {
    const plain = await start();
    const changes = await renamed(plain, (edit) => JSON.stringify(edit).includes('b.zhibiao'));
    expect(changes).toEqual({ changes: { [uri]: inFile, [otherUri]: inFile, [registryUri]: inRegistry } });
    plain.dispose();
    const modern = await start({ workspace: { workspaceEdit: { documentChanges: true } } });
    const documentChanges = await renamed(modern, (edit) => JSON.stringify(edit).includes('b.zhibiao'));
    expect(documentChanges).toEqual({
      documentChanges: [
        { textDocument: { uri, version: null }, edits: inFile },
        { textDocument: { uri: otherUri, version: null }, edits: inFile },
        { textDocument: { uri: registryUri, version: null }, edits: inRegistry },
      ],
    });
  });

  it.each([
    ['zh-cn', '单位名录中「县司法局」已经用了「县司法局」这个名称。'],
    ['en', 'In the unit registry 「县司法局」 already has the name 「县司法局」.'],
  ])('refuses in the language of the user: %s', async (locale, message) => {
    const connection = await start({}, { locale });
    const answer = connection.sendRequest('textDocument/rename', { ...onUnit, newName: '县司法局' });
    await expect(answer).rejects.toThrow(message);
  });
});

describe('refactorings', () => {
  const params = {
    textDocument: { uri },
    range: { start: { line: 5, character: 8 }, end: { line: 5, character: 8 } },
    context: { diagnostics: [], only: ['refactor'] },
  };
  const title = '下移一位，改为第2项';

  it('come with their edits to a client that cannot ask for them', async () => {
    const connection = await start();
    const actions = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    expect(actions.map((action) => [action.title, action.kind])).toEqual([[title, 'refactor.move']]);
    expect(actions[0]?.data).toBeUndefined();
    expect(actions[0]?.edit?.changes?.[uri]?.length).toBeGreaterThan(1);
  });

  it('are worked out when they are chosen, if the client asks', async () => {
    const capabilities = {
      textDocument: { codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } } },
    };
    const connection = await start(capabilities);
    const [action] = await connection.sendRequest<CodeAction[]>('textDocument/codeAction', params);
    expect(action?.edit).toBeUndefined();
    const resolved = await connection.sendRequest<CodeAction>('codeAction/resolve', action);
    expect(resolved.edit?.changes?.[uri]?.length).toBeGreaterThan(1);
    const stale = { ...action, data: { uri, range: params.range, key: 'gone' } };
    expect((await connection.sendRequest<CodeAction>('codeAction/resolve', stale)).edit).toBeUndefined();
    const strange = { title, data: [1] };
    expect(await connection.sendRequest('codeAction/resolve', strange)).toEqual(strange);
  });

  it('are given by kind', async () => {
    const connection = await start();
    const ask = (only: string) =>
      connection.sendRequest<CodeAction[]>('textDocument/codeAction', {
        ...params,
        context: { diagnostics: [], only: [only] },
      });
    expect(await ask('refactor.rewrite')).toEqual([]);
    expect((await ask('refactor.move')).length).toBe(1);
    expect(await ask('refactor.extract')).toEqual([]);
  });
});

describe('capabilities', () => {
  const modern = {
    rename: { prepareSupport: true },
    codeAction: { dataSupport: true, resolveSupport: { properties: ['edit'] } },
  };
  it.each([
    [{}, true, false],
    [modern, { prepareProvider: true }, true],
  ])('for a client with %j', (textDocument, renameProvider, resolveProvider) => {
    expect(rename.capabilities({ textDocument })).toEqual({ renameProvider });
    expect(codeActions.capabilities({ textDocument }).codeActionProvider).toEqual({
      codeActionKinds: ['quickfix', 'refactor.rewrite', 'refactor.move', 'source.fixAll.zhibiao'],
      resolveProvider,
    });
  });
});
