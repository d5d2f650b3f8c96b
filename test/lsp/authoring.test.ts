import { afterEach, describe, expect, it } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import {
  editionsRequest,
  newFileRequest,
  newRegistryRequest,
  renumberRequest,
} from '../../server/src/protocol/authoring';
import { seed } from '../service/harness';
import { connect, FOLDER } from './harness';

const corpora = new Map(
  ['2019', '2021'].map((year) => [`${FOLDER}/${year}.yaoqiu.yaml`, seed(`requirements/${year}.yaoqiu.yaml`)]),
);

let client: ProtocolConnection | undefined;
afterEach(async () => {
  await client?.sendRequest('shutdown');
  client?.dispose();
  client = undefined;
});

describe('the requests behind the commands', () => {
  it('name the editions, and say that a reconstructed text is not the official one', async () => {
    client = await connect(corpora);
    const editions = await client.sendRequest<unknown>(editionsRequest.method, { folder: FOLDER });
    expect(editions).toMatchObject([
      { shortName: '2019年版', items: 93, note: expect.stringContaining('不是官方文本') },
      { shortName: '2021年版', items: 100, doubtful: 21, note: '非官方文本。' },
    ]);
  });

  it('make a new file, for a folder and without one', async () => {
    client = await connect(corpora);
    const params = {
      folder: FOLDER,
      edition: '市县法治政府建设示范指标体系（2021年版）',
      county: '沁水县',
      year: 2026,
    };
    const text = await client.sendRequest<string>(newFileRequest.method, {
      ...params,
      registryPath: './沁水.单位.yaml',
    });
    expect(text).toContain('\n县区: 沁水县\n年度: 2026\n');
    expect(text).toContain('单位名录: "./沁水.单位.yaml"\n');
    expect(text.match(/序号:/g)).toHaveLength(104);
    expect(await client.sendRequest(newFileRequest.method, { ...params, edition: '没有这一版' })).toBeNull();
    expect(await client.sendRequest(newFileRequest.method, { ...params, folder: '' })).toBeNull();
    expect(await client.sendRequest(newRegistryRequest.method, { county: '沁水县' })).toContain('县区: 沁水县\n');
  });

  it('renumber an open file', async () => {
    client = await connect(new Map());
    const uri = `${FOLDER}/a.zhibiao.yaml`;
    const text = '一级指标:\n- 名称: 一、甲\n  三级指标:\n  - 序号: 3\n    内容: 做甲事\n';
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'zhibiao', version: 1, text },
    });
    expect(await client.sendRequest(renumberRequest.method, { uri })).toEqual([
      { range: { start: { line: 3, character: 8 }, end: { line: 3, character: 9 } }, newText: '1' },
    ]);
    expect(await client.sendRequest(renumberRequest.method, { uri: `${FOLDER}/none.zhibiao.yaml` })).toEqual([]);
  });
});
