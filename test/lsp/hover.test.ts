import { afterEach, describe, expect, it } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { connect, FOLDER } from './harness';

let client: ProtocolConnection | undefined;
afterEach(async () => {
  await client?.sendRequest('shutdown');
  client?.dispose();
  client = undefined;
});

const uri = `${FOLDER}/a.zhibiao.yaml`;
const content = new Map([[uri, '标题: 表\n年度: 2021\n阶段:\n  - { 名称: 甲, 时间: 长期坚持 }\n']]);
const position = { line: 3, character: 19 };

describe('textDocument/hover', () => {
  it.each([
    [['markdown', 'plaintext'] as const, { kind: 'markdown', value: '**长期坚持**\n\n长期任务，没有截止日。' }],
    [['plaintext', 'markdown'] as const, { kind: 'plaintext', value: '长期坚持\n\n长期任务，没有截止日。' }],
    [undefined, { kind: 'plaintext', value: '长期坚持\n\n长期任务，没有截止日。' }],
  ])('answers in the form that the client likes best: %j', async (formats, contents) => {
    const contentFormat = formats && [...formats];
    client = await connect(content, { textDocument: { hover: contentFormat ? { contentFormat } : {} } });
    expect(await client.sendRequest('textDocument/hover', { textDocument: { uri }, position })).toEqual({
      contents,
      range: { start: { line: 3, character: 17 }, end: { line: 3, character: 21 } },
    });
  });

  it('answers null where there is nothing to say', async () => {
    client = await connect(content);
    const blank = { textDocument: { uri }, position: { line: 3, character: 0 } };
    expect(await client.sendRequest('textDocument/hover', blank)).toBeNull();
    const missing = { textDocument: { uri: `${FOLDER}/none.zhibiao.yaml` }, position };
    expect(await client.sendRequest('textDocument/hover', missing)).toBeNull();
  });
});
