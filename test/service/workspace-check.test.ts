import { expect, it } from 'vitest';
import { checkFiles } from '../../server/src/service/workspace-check';
import { open, uriOf } from './harness';

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
const names = ['a.zhibiao.yaml', 'b.zhibiao.yaml', 'c.zhibiao.yaml'];
const files = () => open({ [names[0] ?? '']: county('县司法局'), [names[1] ?? '']: county('县司法厅') });

async function run(options: { stopAfter?: number; fails?: string } = {}) {
  const { workspace } = await files();
  const seen: string[] = [];
  const progress: [number, number][] = [];
  let pauses = 0;
  const summary = await checkFiles(names.map(uriOf), {
    read: async (uri) => {
      if (uri === options.fails) throw new Error('unreadable');
      return workspace.read(uri);
    },
    onFile: ({ uri }) => {
      seen.push(uri);
    },
    pause: async () => {
      pauses++;
    },
    onProgress: (done, total) => progress.push([done, total]),
    isCancelled: () => seen.length === options.stopAfter,
  });
  return { summary, seen, progress, pauses };
}

it('counts files, errors and warnings; a file that is gone does not count', async () => {
  const { summary, seen, progress, pauses } = await run();
  expect(summary).toEqual({ files: 2, errors: 1, warnings: 0, cancelled: false });
  expect(seen).toEqual(names.slice(0, 2).map(uriOf));
  expect(progress).toEqual([
    [0, 3],
    [1, 3],
    [2, 3],
  ]);
  expect(pauses).toBe(3);
});

it('stops between two files when it is taken back, and says what it has seen', async () => {
  const { summary, seen } = await run({ stopAfter: 1 });
  expect(summary).toEqual({ files: 1, errors: 0, warnings: 0, cancelled: true });
  expect(seen).toHaveLength(1);
});

it('goes on after a file that cannot be read', async () => {
  const { summary } = await run({ fails: uriOf(names[0] ?? '') });
  expect(summary).toMatchObject({ files: 1, errors: 1, cancelled: false });
});
