import { describe, expect, it } from 'vitest';
import type { CodeLens, InitializeParams, ProtocolConnection, TextEdit } from 'vscode-languageserver-protocol/node';
import { connect, FOLDER } from './harness';

const URI = `${FOLDER}/a.zhibiao.yaml`;
const text =
  '年度: 2022\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        牵头单位: [县委办]\n        完成时限: 6月底前\n';
const registry = '单位:\n  - 名称: 县委办\n  - 名称: 乙\n    成员: [县委办]\n';
const textDocument = { uri: URI };
const everywhere = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
const options = { tabSize: 2, insertSpaces: true };

async function start(
  settings: unknown = {},
  initializationOptions: unknown = {},
  prepare: (client: ProtocolConnection) => void = () => {},
  capabilities: InitializeParams['capabilities'] = { workspace: { configuration: true } },
  opened = text,
): Promise<ProtocolConnection> {
  const content = new Map([[`${FOLDER}/x.danwei.yaml`, registry]]);
  const client = await connect(content, capabilities, settings, initializationOptions, [FOLDER], prepare);
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri: URI, languageId: 'zhibiao', version: 1, text: opened },
  });
  return client;
}

describe('what is shown beside the text', () => {
  it('is there by default', async () => {
    const client = await start({}, { commands: true });
    const lenses = await client.sendRequest<CodeLens[]>('textDocument/codeLens', { textDocument });
    expect(lenses.map(({ command }) => command)).toEqual([undefined, undefined]);
    const resolved = await client.sendRequest<CodeLens>('codeLens/resolve', lenses[1]);
    expect(resolved.command?.title).toMatch(/^1项 · 牵头单位1个/);
    expect(await client.sendRequest('textDocument/inlayHint', { textDocument, range: everywhere })).toMatchObject([
      { label: '→ 2022-06-30', position: { line: 6, character: 18 } },
    ]);
    const full = await client.sendRequest<{ data: number[] }>('textDocument/semanticTokens/full', { textDocument });
    expect(full.data.length / 5).toBe(11);
    const range = { start: { line: 4, character: 0 }, end: { line: 5, character: 0 } };
    const some = await client.sendRequest<{ data: number[] }>('textDocument/semanticTokens/range', {
      textDocument,
      range,
    });
    expect(some.data.length / 5).toBe(2);
    client.dispose();
  });

  it('obeys the settings', async () => {
    const client = await start({ codeLens: { enable: false }, inlayHints: { deadlines: false } });
    await expect.poll(() => client.sendRequest('textDocument/codeLens', { textDocument })).toEqual([]);
    expect(await client.sendRequest('textDocument/inlayHint', { textDocument, range: everywhere })).toEqual([]);
    client.dispose();
  });

  it('is asked for again when files beside it were read, by a client that can', async () => {
    const asked: string[] = [];
    const methods = ['codeLens', 'inlayHint', 'semanticTokens'].map((name) => `workspace/${name}/refresh`);
    const refresh = { refreshSupport: true };
    const workspace = { configuration: true, codeLens: refresh, inlayHint: refresh, semanticTokens: refresh };
    const listen = (client: ProtocolConnection) => {
      for (const method of methods) {
        client.onRequest(method, () => {
          asked.push(method);
          return null;
        });
      }
    };
    const client = await start({}, {}, listen, { workspace });
    await expect.poll(() => [...new Set(asked)].sort()).toEqual(methods.sort());
    client.dispose();
  });
});

describe('editing', () => {
  const loose = '年度:   2022\n一级指标:\n- 名称: 一、甲\n';

  it('lays out a file and a range', async () => {
    const client = await start({}, {}, undefined, undefined, loose);
    const edits = await client.sendRequest<TextEdit[]>('textDocument/formatting', { textDocument, options });
    expect(edits).toEqual([
      { range: { start: { line: 0, character: 2 }, end: { line: 0, character: 6 } }, newText: ': ' },
      { range: { start: { line: 2, character: 0 }, end: { line: 2, character: 0 } }, newText: '  ' },
    ]);
    const range = { start: { line: 0, character: 0 }, end: { line: 1, character: 0 } };
    expect(await client.sendRequest('textDocument/rangeFormatting', { textDocument, range, options })).toEqual([
      edits[0],
    ]);
    client.dispose();
  });

  it('helps while typing', async () => {
    const client = await start({}, {}, undefined, undefined, `${text}      -\n`);
    const position = { line: 7, character: 7 };
    expect(
      await client.sendRequest('textDocument/onTypeFormatting', { textDocument, position, ch: '-', options }),
    ).toEqual([{ range: { start: { line: 7, character: 0 }, end: position }, newText: '      - 序号: 2' }]);
    client.dispose();
  });

  it('links a name to what names it', async () => {
    const client = await start();
    const params = { textDocument: { uri: `${FOLDER}/x.danwei.yaml` }, position: { line: 1, character: 9 } };
    expect(await client.sendRequest('textDocument/linkedEditingRange', params)).toMatchObject({
      ranges: [{ start: { line: 1, character: 8 } }, { start: { line: 3, character: 9 } }],
    });
    client.dispose();
  });
});
