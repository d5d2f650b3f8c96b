import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import { type Printed, previewRequest } from '../../server/src/protocol/preview';
import { connect, FOLDER } from './harness';

const uri = `${FOLDER}/a.zhibiao.yaml`;
const text = `标题: 任务表
县区: 某县
一级指标:
  - 名称: 一、甲
    三级指标:
      - { 序号: 1, 内容: 第一件事, 牵头单位: 甲局 }
      - { 序号: 2, 内容: 第二件事, 牵头单位: 乙局 }
`;

let client: ProtocolConnection;
beforeEach(async () => {
  client = await connect(
    new Map([
      [uri, text],
      [`${FOLDER}/a.danwei.yaml`, '县区: 某县\n单位: [甲局, 乙局]\n'],
    ]),
  );
});
afterEach(() => client.dispose());

const ask = (params: unknown) => client.sendRequest<Printed | null>(previewRequest.method, params);
const numbers = (printed: Printed | null) =>
  printed?.tables[0]?.rows
    .filter(({ kind }) => kind === 'item')
    .map(({ cells }) => cells.find(({ column }) => column === 1)?.paragraphs[0]?.[0]?.text);

it('answers for a file on disk, and for what the editor has of it', async () => {
  expect(numbers(await ask({ uri }))).toEqual(['1', '2']);
  const textDocument = { uri, languageId: 'zhibiao', version: 1, text: text.replace('序号: 2', '序号: 3') };
  await client.sendNotification('textDocument/didOpen', { textDocument });
  expect(numbers(await ask({ uri }))).toEqual(['1', '3']);
});

it('answers for one unit, and for what has findings', async () => {
  const list = await ask({ uri, unit: '乙局' });
  expect(list?.unit).toBe('乙局');
  expect(numbers(list)).toEqual(['2']);
  expect((await ask({ uri, onlyFindings: true }))?.tables).toEqual([]);
});

it.each([[{ uri: `${FOLDER}/a.danwei.yaml` }], [{ uri: `${FOLDER}/none.zhibiao.yaml` }], [{ uri: 'not a uri' }]])(
  'has nothing for %j',
  async (params) => {
    expect(await ask(params)).toBeNull();
  },
);

it.each([[{ uri: 1 }], [{}], [{ uri, unit: {}, onlyFindings: 'yes' }]])('refuses %j', async (params) => {
  await expect(ask(params)).rejects.toMatchObject({ code: -32602 });
});
