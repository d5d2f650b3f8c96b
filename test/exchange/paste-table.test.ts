import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pasteTable } from '../../server/src/exchange/paste-table';
import { Refusal, readClipboard } from '../../server/src/exchange/source/index';
import { applyEdits } from '../../server/src/text/edits';
import { Project } from '../../server/src/workspace/project';
import { open } from '../service/harness';
import { memoryFiles } from '../workspace/memory-files';

const HEADER = '序号\t三级指标\t责任单位\n';
const ITEMS = `${HEADER}3\t非行政许可审批事项全部取消，不存在变相审批。\t县司法局\n4\t全面清理行政审批中介服务，实行清单管理。\t县财政局 县发改局\n`;
const TITLED = `一级指标\t二级指标\t${HEADER}二、行政决策科学民主合法\t1. 完善决策制度\t3\t重大行政决策事项目录向社会公布。\t县司法局\n三、行政执法严格规范公正文明\t1. 改革执法体制\t4\t执法力量下沉到乡镇和街道。\t县财政局\n`;

/** The text after the table was pasted at the `|`, and what was said. @throws Refusal where it is not taken */
async function paste(text: string, table: string, name = 'a.zhibiao.yaml') {
  const { file, offset } = await open({ [name]: text });
  const pasted = pasteTable(file, offset, await readClipboard(undefined, table, '剪贴板'), []);
  const after = applyEdits(file.document.lines.text, pasted.edits);
  const project = new Project(memoryFiles(new Map()));
  const { document } = await project.check('file:///b.zhibiao.yaml', after);
  expect(document.faults).toEqual([]);
  return { text: after, pasted };
}

function orRefused<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

const FILE = `标题: 甲
县区: 沁水县
一级指标:
  - 名称: 一、甲
    二级指标:
      - 名称: 1. 乙
        三级指标:
          - 序号: 1
            内容: 做甲事。|
          # 下一项
          - 序号: 2
            内容: 做乙事。
说明: 尾
`;

describe('a table that is pasted', () => {
  it('becomes items behind the one at the cursor', async () => {
    const result = await paste(FILE, ITEMS);
    expect(result.text).toBe(
      FILE.replace('|', '').replace(
        '          # 下一项\n',
        `          - 序号: 3
            内容: 非行政许可审批事项全部取消，不存在变相审批。
            责任单位: [县司法局]
          - 序号: 4
            内容: 全面清理行政审批中介服务，实行清单管理。
            责任单位: [县财政局, 县发改局]
          # 下一项\n`,
      ),
    );
    expect(result.pasted).toMatchObject({ items: 2, left: [] });
  });

  it('becomes sections behind the one at the cursor, where it has titles', async () => {
    const result = await paste(FILE, TITLED);
    expect(result.text).toContain(`            内容: 做乙事。
  - 名称: 二、行政决策科学民主合法
    二级指标:
      - 名称: 1. 完善决策制度
        三级指标:
          - 序号: 3
            内容: 重大行政决策事项目录向社会公布。
            责任单位: [县司法局]
  - 名称: 三、行政执法严格规范公正文明
`);
    expect(result.text.endsWith('说明: 尾\n')).toBe(true);
  });

  it('becomes a whole file where there is none, and the list where a file has none yet', async () => {
    expect((await paste('|', TITLED)).text).toMatch(/^# 由「剪贴板」导入[\s\S]*\n一级指标:\n {2}- 名称: 二、/);
    expect((await paste('标题: 甲\n县区: 沁水县|', TITLED)).text).toMatch(
      /^标题: 甲\n县区: 沁水县\n\n一级指标:\n {2}- 名称: 二、/,
    );
  });

  it('keeps the line breaks of the file, and closes its last line first', async () => {
    const text = FILE.replace('说明: 尾\n', '')
      .trimEnd()
      .replaceAll('\n', '\r\n')
      .replace('做甲事。|', '做甲事。')
      .replace('做乙事。', '做乙事。|');
    const result = await paste(text, ITEMS);
    expect(result.text).toContain('做乙事。\r\n          - 序号: 3\r\n');
    expect(result.text).not.toMatch(/[^\r]\n/);
  });

  it.each([
    ['no table of indicators', FILE, '甲\t乙\n丙\t丁\n', 'a.zhibiao.yaml', '认不出指标'],
    [
      'two tables',
      FILE,
      `甲县任务清单\n${ITEMS}乙县任务清单\n${ITEMS.replace('3', '1')}`,
      'a.zhibiao.yaml',
      '2 个指标表',
    ],
    [
      'a list between brackets',
      '一级指标: [{ 名称: 一、甲, 三级指标: [{ 序号: 1, 内容: 做甲事。| }] }]\n',
      ITEMS,
      'a.zhibiao.yaml',
      '放不进去',
    ],
    ['a registry', '县区: 甲县|\n', ITEMS, 'a.danwei.yaml', '只能录入指标文件'],
    ['一级指标 of a wrong kind', '一级指标: 甲|\n', TITLED, 'a.zhibiao.yaml', '放不进去'],
  ])('is refused: %s', async (_, text, table, name, reason) => {
    await expect(paste(text, table, name)).rejects.toThrow(reason);
  });

  it('never damages a file, wherever the cursor stands and however the file is cut', async () => {
    const plain = FILE.replace('|', '');
    await fc.assert(
      fc.asyncProperty(
        fc.nat(plain.length),
        fc.nat(plain.length),
        fc.constantFrom(ITEMS, TITLED),
        async (cut, at, table) => {
          const text = plain.slice(0, cut);
          const { file } = await open({ 'a.zhibiao.yaml': text });
          const source = await readClipboard(undefined, table, '剪贴板');
          const pasted = orRefused(() => pasteTable(file, Math.min(at, cut), source, []));
          if (!pasted) return;
          const after = applyEdits(text, pasted.edits);
          // Only adds lines: what was there is there still, in its order.
          const before = text.split('\n').filter((line) => line.trim() !== '');
          const lines = after.split('\n');
          let from = 0;
          for (const line of before) {
            from = lines.indexOf(line, from) + 1;
            expect(from, line).toBeGreaterThan(0);
          }
        },
      ),
      { numRuns: 40 },
    );
  });
});
