import { afterEach, describe, expect, it } from 'vitest';
import type { Diagnostic, ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { connect } from './harness';

const PULL = { textDocument: { diagnostic: {} }, workspace: { configuration: true, workspaceFolders: true } };
const text = `标题: 表
县区: 某县
年度: 2022
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 做第一件事
        责任单位: [县财政局]
        完成时限: 长期坚持
`;

let client: ProtocolConnection | undefined;
afterEach(async () => {
  await client?.sendRequest('shutdown');
  client?.dispose();
  client = undefined;
});

async function openAt(connection: ProtocolConnection, uri: string): Promise<void> {
  await connection.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'zhibiao', version: 1, text },
  });
}

async function rulesAt(connection: ProtocolConnection, uri: string): Promise<unknown[]> {
  const report = await connection.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
    textDocument: { uri },
  });
  return report.items.map(({ code }) => code);
}

describe('a workspace of several folders', () => {
  const folders = ['file:///w/a', 'file:///w/b'];
  const content = new Map([
    ['file:///w/a/units.danwei.yaml', '县区: 某县\n单位:\n  - 名称: 县财政局\n'],
    ['file:///w/b/units.danwei.yaml', '县区: 某县\n单位:\n  - 名称: 县司法局\n'],
  ]);

  it('checks each file by the settings and the registry of its own folder', async () => {
    const settings = (folder?: string) => (folder === folders[0] ? { rules: { 'deadline-open': 'off' } } : {});
    client = await connect(content, PULL, settings, undefined, folders);
    const [a, b] = ['file:///w/a/x.zhibiao.yaml', 'file:///w/b/x.zhibiao.yaml'];
    await openAt(client, a);
    await openAt(client, b);
    // The settings are asked for when the client is up.
    const connection = client;
    await expect.poll(() => rulesAt(connection, a)).toEqual([]);
    expect(await rulesAt(client, b)).toEqual(['unit-unknown', 'deadline-open']);
  });
});

describe('reading the files of the workspace', () => {
  it('shows how far it is, where there are many and the client can show it', async () => {
    const many = new Map(Array.from({ length: 40 }, (_, i) => [`file:///w/${i}.zhibiao.yaml`, text]));
    const told: unknown[] = [];
    const capabilities = { ...PULL, window: { workDoneProgress: true } };
    client = await connect(many, capabilities, {}, undefined, ['file:///w'], (connection) => {
      connection.onRequest('window/workDoneProgress/create', () => null);
      connection.onNotification('$/progress', ({ value }) => told.push(value));
    });
    await expect.poll(() => told.at(-1)).toEqual({ kind: 'end' });
    expect(told[0]).toMatchObject({ kind: 'begin', title: '正在读取文件夹中的指标文件' });
    expect(told).toContainEqual({ kind: 'report', percentage: 50, message: '20/40' });
  });
});
