import { afterEach, describe, expect, it } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { type ImportAnswer, importRequest, type PasteAnswer, pasteRequest } from '../../server/src/protocol/exchange';
import { docx, p, tbl, tc, tr } from '../exchange/source/documents';
import { connect, FOLDER } from './harness';

let client: ProtocolConnection | undefined;
afterEach(async () => {
  await client?.sendRequest('shutdown');
  client?.dispose();
  client = undefined;
});

const ROWS = [
  ['序号', '三级指标', '责任单位'],
  ['1', '非行政许可审批事项全部取消，不存在变相审批。', '县司法局'],
];
const table = tbl(...ROWS.map((row) => tr(row.map((text) => tc(text)))));
const base64 = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64');
const importOf = (bytes: Uint8Array, name = '表.docx') => ({
  name,
  content: { base64: base64(bytes) },
  folder: FOLDER,
});

describe('importing', () => {
  it('gives the files and the report', async () => {
    client = await connect(new Map());
    const content = docx(p('沁水县指标任务分解表') + table);
    const answer = await client.sendRequest<ImportAnswer>(importRequest.method, importOf(content));
    if ('refusal' in answer) throw new Error(answer.refusal);
    expect(answer.files.map(({ name }) => name)).toEqual(['表.zhibiao.yaml', '表.danwei.yaml']);
    expect(answer.files[0]?.text).toContain('县区: 沁水县\n');
    expect(answer.report).toContain('# 导入「表.docx」');
    expect(answer.items).toBe(1);
  });

  it('gives those of several tables that are wanted', async () => {
    client = await connect(new Map());
    const content = docx(p('甲县任务清单') + table + p('乙县任务清单') + table);
    const both = await client.sendRequest<ImportAnswer>(importRequest.method, importOf(content));
    if ('refusal' in both) throw new Error(both.refusal);
    expect(both.documents).toEqual([
      { title: '甲县任务清单', items: 1 },
      { title: '乙县任务清单', items: 1 },
    ]);
    const params = { ...importOf(content), documents: [1] };
    const one = await client.sendRequest<ImportAnswer>(importRequest.method, params);
    if ('refusal' in one) throw new Error(one.refusal);
    // The title of a table is not what the one above has left.
    expect(both.report).not.toContain('没有录入');
    expect(one.files.map(({ name }) => name)).toEqual(['表.zhibiao.yaml', '表.danwei.yaml']);
    expect(one.files[0]?.text).toContain('县区: 乙县\n');
    expect(one.report).toContain('没有选「甲县任务清单」，其中的 1 项没有录入。');
  });

  it('says in the language of the client why a document cannot be read', async () => {
    client = await connect(new Map(), {}, {}, { locale: 'en' });
    const answer = await client.sendRequest<ImportAnswer>(importRequest.method, importOf(docx(p('一段话'))));
    expect(answer).toEqual({ refusal: '「表.docx」 has neither a table nor numbered indicators.' });
  });
});

describe('pasting', () => {
  const uri = `${FOLDER}/a.zhibiao.yaml`;
  const paste = (text: string, html?: string) => {
    const content = html === undefined ? { text } : { text, html };
    const params = { uri, position: { line: 0, character: 0 }, name: '剪贴板', content };
    return client?.sendRequest<PasteAnswer | null>(pasteRequest.method, params);
  };

  it('gives edits of the open file, from markup as from text', async () => {
    client = await connect(new Map());
    const textDocument = { uri, languageId: 'zhibiao', version: 1, text: '标题: 甲\n县区: 沁水县\n' };
    await client.sendNotification('textDocument/didOpen', { textDocument });
    const text = ROWS.map((row) => row.join('\t')).join('\n');
    const html = `<table>${ROWS.map((row) => `<tr><td>${row.join('<td>')}`).join('')}</table>`;
    const answer = await paste(text);
    if (!answer || 'refusal' in answer) throw new Error(answer?.refusal);
    expect(answer.edits).toHaveLength(1);
    expect(answer.edits[0]?.range).toEqual({ start: { line: 2, character: 0 }, end: { line: 2, character: 0 } });
    expect(answer.edits[0]?.newText).toContain('- 序号: 1\n');
    expect(answer.items).toBe(1);
    expect(await paste('', html)).toEqual(answer);
  });

  it('says why something cannot be entered', async () => {
    client = await connect(new Map([[uri, '标题: 甲\n']]));
    expect(await paste('甲\t乙\n丙\t丁')).toEqual({ refusal: expect.stringContaining('认不出指标') });
    expect(await paste('')).toEqual({ refusal: '「剪贴板」是空的。' });
  });
});
