import { afterEach, describe, expect, it } from 'vitest';
import type { CompletionItem, CompletionList, ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { connect, FOLDER } from './harness';

const uri = `${FOLDER}/a.zhibiao.yaml`;
const head =
  '标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 做第一件事\n';
const registry = '单位:\n  - 名称: 县财政局\n    全称: 某县财政局\n  - 名称: 县司法局\n';
const ABLE = {
  textDocument: {
    completion: {
      completionItem: { snippetSupport: true, documentationFormat: ['markdown'], labelDetailsSupport: true },
    },
  },
} as const;

let client: ProtocolConnection | undefined;
afterEach(async () => {
  await client?.sendRequest('shutdown');
  client?.dispose();
  client = undefined;
});

async function complete(
  line: string,
  capabilities = {},
  options: unknown = undefined,
  settings = {},
): Promise<CompletionList | null> {
  client = await connect(new Map([[`${FOLDER}/x.danwei.yaml`, registry]]), capabilities, settings, options);
  const text = `${head}        ${line}`;
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'zhibiao', version: 1, text },
  });
  position = { line: text.split('\n').length - 1, character: 8 + line.length };
  return again();
}

let position = { line: 0, character: 0 };
async function again(): Promise<CompletionList | null> {
  return (await client?.sendRequest('textDocument/completion', { textDocument: { uri }, position })) ?? null;
}

describe('completion over the protocol', () => {
  it('finds a unit by pinyin', async () => {
    const list = await complete('责任单位: [xsfj');
    expect(list?.isIncomplete).toBe(true);
    expect(list?.items.map(({ label }) => label)).toEqual(['县司法局']);
  });

  it('finds none by pinyin where the setting says so', async () => {
    const capabilities = { workspace: { configuration: true } };
    await complete('责任单位: [xsfj', capabilities, undefined, { completion: { pinyin: false } });
    // The settings are asked for after the start.
    await expect.poll(async () => (await again())?.items).toEqual([]);
  });

  it('keeps to what the client can do', async () => {
    const [plain] = (await complete('责'))?.items ?? [];
    expect(plain).toMatchObject({ insertTextFormat: 1, textEdit: { newText: '责任单位: ' } });
    expect(plain?.command).toBeUndefined();
    client?.dispose();
    const [able] = (await complete('责', ABLE, { suggestAgain: true }))?.items ?? [];
    expect(able).toMatchObject({ insertTextFormat: 2, textEdit: { newText: '责任单位: [$1]$0' } });
    expect(able?.command?.command).toBe('editor.action.triggerSuggest');
  });

  it('documents what is looked at, and only that', async () => {
    const [item] = (await complete('责任单位: [县财', ABLE))?.items ?? [];
    expect(item?.documentation).toBeUndefined();
    const resolved = await client?.sendRequest<CompletionItem>('completionItem/resolve', item);
    expect(resolved?.documentation).toMatchObject({ kind: 'markdown', value: expect.stringContaining('某县财政局') });
  });

  it('takes back an item that is not its own', async () => {
    await complete('责');
    const foreign = { label: '甲', data: { uri: 7 } };
    expect(await client?.sendRequest('completionItem/resolve', foreign)).toEqual(foreign);
    expect(await client?.sendRequest('completionItem/resolve', { label: '乙' })).toEqual({ label: '乙' });
  });

  it('has nothing for a file that is not there', async () => {
    await complete('责');
    const params = { textDocument: { uri: `${FOLDER}/none.zhibiao.yaml` }, position: { line: 0, character: 0 } };
    expect(await client?.sendRequest('textDocument/completion', params)).toBeNull();
  });
});
