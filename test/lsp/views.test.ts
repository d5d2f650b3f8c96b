import { describe, expect, it } from 'vitest';
import { checkWorkspaceRequest, type FileFindings, fileFindings } from '../../server/src/protocol/check';
import { outlineDetailsRequest, outlineRequest } from '../../server/src/protocol/outline';
import { unitsRequest } from '../../server/src/protocol/units';
import { connect, FOLDER } from './harness';

const county = (unit: string) => `标题: 测试县分解表
县区: 测试县
依据: 无
年度: 2022
单位名录: [县司法局]
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 第一件事情办好。
        责任单位: [${unit}]
        完成时限: 6月底前
`;
const uri = (name: string) => `${FOLDER}/${name}.zhibiao.yaml`;

function disk(count: number): Map<string, string> {
  return new Map(Array.from({ length: count }, (_, index) => [uri(`f${index}`), county('县司法厅')]));
}

async function openFile(client: Awaited<ReturnType<typeof connect>>, name: string, text: string): Promise<void> {
  const textDocument = { uri: uri(name), languageId: 'zhibiao', version: 1, text };
  await client.sendNotification('textDocument/didOpen', { textDocument });
}

describe('the trees', () => {
  it('speak of the newest text of an open file, and of files on disk', async () => {
    const client = await connect(disk(1));
    expect(await client.sendRequest(unitsRequest.method, { uri: uri('f0') })).toMatchObject({
      units: [{ name: '县司法厅', known: false }],
    });
    await openFile(client, 'f0', county('县司法局').replace('第一件事情', '另一件事情'));
    expect(await client.sendRequest(unitsRequest.method, { uri: uri('f0') })).toMatchObject({
      units: [{ name: '县司法局', known: true }],
    });
    const outline = await client.sendRequest<{ nodes: { children: { range: object; place: object }[] }[] }>(
      outlineRequest.method,
      { uri: uri('f0') },
    );
    expect(outline).toMatchObject({ nodes: [{ text: '一、甲', children: [{ text: '另一件事情办好。' }] }] });
    const node = outline.nodes[0]?.children[0];
    const params = { uri: uri('f0'), place: node?.place, range: node?.range };
    expect(await client.sendRequest(outlineDetailsRequest.method, params)).toMatchObject({
      text: '另一件事情办好。',
      findings: [],
    });
    client.dispose();
  });

  it('are null where there is no file', async () => {
    const client = await connect(new Map());
    expect(await client.sendRequest(outlineRequest.method, { uri: uri('none') })).toBeNull();
    expect(await client.sendRequest(unitsRequest.method, { uri: uri('none') })).toBeNull();
    client.dispose();
  });
});

describe('the check of the workspace', () => {
  it('tells the findings of each file that is not open, and sums up all', async () => {
    const client = await connect(disk(3));
    const told: FileFindings[] = [];
    client.onNotification(fileFindings, (found: FileFindings) => told.push(found));
    await openFile(client, 'f1', county('县司法局'));
    const summary = await client.sendRequest(checkWorkspaceRequest.method, {});
    expect(summary).toEqual({ files: 3, errors: 2, warnings: 0, cancelled: false });
    expect(told.map(({ uri, diagnostics }) => [uri, diagnostics.map(({ code }) => code)])).toEqual([
      [uri('f0'), ['unit-unknown']],
      [uri('f2'), ['unit-unknown']],
    ]);
    client.dispose();
  });

  it('reports progress where the client wants it, and can be taken back', async () => {
    const client = await connect(disk(40));
    const progress: { kind: string; message?: string }[] = [];
    let stop = () => {};
    client.onNotification('$/progress', ({ token, value }: { token: string; value: { kind: string } }) => {
      if (token !== 'mine') return;
      progress.push(value);
      if (progress.length === 5) stop();
    });
    const id = 'mine';
    const { CancellationTokenSource } = await import('vscode-languageserver-protocol');
    const source = new CancellationTokenSource();
    stop = () => source.cancel();
    const summary = await client.sendRequest<{ files: number; cancelled: boolean }>(
      checkWorkspaceRequest.method,
      { workDoneToken: id },
      source.token,
    );
    expect(summary.cancelled).toBe(true);
    expect(summary.files).toBeGreaterThan(2);
    expect(summary.files).toBeLessThan(40);
    expect(progress[0]).toMatchObject({ kind: 'begin', title: '正在检查工作区的文件', cancellable: true });
    expect(progress[2]).toMatchObject({ kind: 'report', message: '1/40' });
    expect(progress.at(-1)).toMatchObject({ kind: 'end' });
    client.dispose();
  });

  it('answers other requests meanwhile', async () => {
    const client = await connect(disk(60));
    let isOver = false;
    const check = client.sendRequest(checkWorkspaceRequest.method, {}).then(() => {
      isOver = true;
    });
    await client.sendRequest(outlineRequest.method, { uri: uri('f0') });
    expect(isOver).toBe(false);
    await check;
    client.dispose();
  });

  it('checks some files only, without a word', async () => {
    const client = await connect(disk(3));
    const told: string[] = [];
    client.onNotification(fileFindings, (found: FileFindings) => told.push(found.uri));
    const summary = await client.sendRequest(checkWorkspaceRequest.method, { uris: [uri('f2'), uri('gone')] });
    expect(summary).toMatchObject({ files: 1, errors: 1 });
    expect(told).toEqual([uri('f2')]);
    client.dispose();
  });
});
