import { describe, expect, it } from 'vitest';
import { workspaceSymbols } from '../../server/src/service/workspace-symbols';
import { open } from './harness';

const A = `标题: 甲表
县区: 甲县
一级指标:
  - 名称: 一、职能履行
    二级指标:
      - 名称: 1. 简政放权
        三级指标:
          - 序号: 4
            内容: 对各类证明事项，凡没有法律法规依据的一律取消，并由县司法局向社会公布清单
          - 序号: 12
            内容: 推进4个平台
附加项:
  加分项:
    - 序号: 1
      内容: 获得表彰
`;
const files = {
  'a.zhibiao.yaml': A,
  'b.zhibiao.yaml': A.replaceAll('甲', '乙'),
  'x.danwei.yaml': '县区: 甲县\n单位:\n  - 名称: 县司法局\n  - 名称: 司法所\n',
};

async function search(query: string): Promise<string[]> {
  const { workspace } = await open(files);
  return workspaceSymbols(workspace, query).map(({ name, containerName }) => `${name} @ ${containerName}`);
}

describe('workspace symbols', () => {
  it.each([
    ['简政', ['1. 简政放权 @ 甲县', '1. 简政放权 @ 乙县']],
    ['一职行', ['一、职能履行 @ 甲县', '一、职能履行 @ 乙县']],
    ['获得 表彰', ['1. 获得表彰 @ 甲县', '1. 获得表彰 @ 乙县']],
    ['第12项', ['12. 推进4个平台 @ 甲县', '12. 推进4个平台 @ 乙县']],
    ['没有的话', []],
  ])('%s', async (query, expected) => expect(await search(query)).toEqual(expected));

  it('are given best first: the number, the beginning, the middle, the characters in order', async () => {
    expect((await search('4')).map((line) => line.split(' @')[0])).toEqual([
      '4. 对各类证明事项，凡没有法律法规依据的一律取消，并…',
      '4. 对各类证明事项，凡没有法律法规依据的一律取消，并…',
      '12. 推进4个平台',
      '12. 推进4个平台',
    ]);
    expect(await search('司法')).toEqual([
      '司法所 @ 甲县',
      '4. …取消，并由县司法局向社会公布清单 @ 甲县',
      '4. …取消，并由县司法局向社会公布清单 @ 乙县',
      '县司法局 @ 甲县',
    ]);
  });

  it('lead to the place', async () => {
    const { workspace } = await open(files);
    const [symbol] = workspaceSymbols(workspace, '对各类');
    expect(symbol?.location).toEqual({
      uri: 'file:///w/a.zhibiao.yaml',
      range: { start: { line: 7, character: 12 }, end: { line: 7, character: 14 } },
    });
  });

  it('are 200 at most', async () => {
    const items = Array.from({ length: 300 }, (_, i) => `      - 序号: ${i + 1}\n        内容: 甲乙丙\n`);
    const { workspace } = await open({ 'a.zhibiao.yaml': `一级指标:\n  - 三级指标:\n${items.join('')}` });
    expect(workspaceSymbols(workspace, '乙')).toHaveLength(200);
    expect(workspaceSymbols(workspace, '')).toHaveLength(200);
    expect(workspaceSymbols(workspace, '250')).toHaveLength(1);
  });
});
