import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver-protocol';
import { fromBase64 } from '../../server/src/protocol/base64';
import { type Exported, exportRequest } from '../../server/src/protocol/export';
import { connect, FOLDER } from './harness';

const uri = `${FOLDER}/${encodeURIComponent('某县.指标.yaml')}`;
const text = `标题: 任务表
县区: 某县
依据: 无
一级指标:
  - 名称: 一、甲
    三级指标:
      - { 序号: 1, 内容: 第一件事, 牵头单位: 甲局 }
      - { 序号: 3, 内容: 第二件事, 牵头单位: 乙局 }
`;

let client: ProtocolConnection;
beforeEach(async () => {
  client = await connect(
    new Map([
      [uri, text],
      [`${FOLDER}/a.danwei.yaml`, '县区: 某县\n单位: [{ 名称: 甲局 }, { 名称: 乙局 }]\n'],
    ]),
  );
});
afterEach(() => client.dispose());

const ask = (params: unknown) =>
  client.sendRequest<Exported | { message: string } | null>(exportRequest.method, params);

async function documents(params: object): Promise<Exported['documents']> {
  const answer = await ask({ uri, ...params });
  if (!answer || 'message' in answer) throw new Error(answer?.message ?? 'no answer');
  return answer.documents;
}

it('answers with a document, and with the errors that the file has', async () => {
  const answer = (await ask({ uri, view: 'master', format: 'docx' })) as Exported;
  expect(answer.documents.map(({ name }) => name)).toEqual(['某县.总表.docx']);
  expect(answer.errors).toBe(1);
  const parts = unzipSync(fromBase64(answer.documents[0]?.base64 ?? ''));
  expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('第二件事');
});

it('exports what the editor has, not what is saved', async () => {
  const textDocument = { uri, languageId: 'zhibiao', version: 1, text: text.replace('第一件事', '改过的事') };
  await client.sendNotification('textDocument/didOpen', { textDocument });
  const [one] = await documents({ view: 'master', format: 'md' });
  expect(new TextDecoder().decode(fromBase64(one?.base64 ?? ''))).toContain('改过的事');
});

it('makes one document a unit, or that of one unit', async () => {
  const names = async (params: object) =>
    (await documents({ view: 'unit', format: 'html', ...params })).map(({ name }) => name);
  expect(await names({ split: true })).toEqual(['某县.甲局.html', '某县.乙局.html']);
  expect(await names({ unit: '乙局' })).toEqual(['某县.单位清单.html']);
});

it('says why there is nothing', async () => {
  expect(await ask({ uri, view: 'changes', format: 'md' })).toEqual({
    message: '没有可以对照的要求库。请在「依据」写明指标体系的名称，再导出对照表。',
  });
});

it.each([
  [{ uri, view: 'all', format: 'md' }],
  [{ uri, view: 'master', format: 'pdf' }],
  [{ uri: `${FOLDER}/none.zhibiao.yaml`, view: 'master', format: 'md' }],
])('has no answer to %j', async (params) => {
  expect(await ask(params)).toBeNull();
});

it.each([[undefined], [{ uri: 1, view: 'master', format: 'md' }]])('refuses %j', async (params) => {
  await expect(ask(params)).rejects.toThrow('invalid params of zhibiao/export');
});
