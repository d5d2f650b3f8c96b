import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEngine } from '../../server/src/cli/node-engine';
import { displayWidth } from '../../server/src/cli/width';
import { county, OLD } from '../exchange/migrate/editions-of';
import { type Folder, type RunOptions, run, temporaryFolder } from './harness';

const engine = nodeEngine(join(import.meta.dirname, '..', '..'), '0.0.0');
let folder: Folder;

beforeEach(() => {
  folder = temporaryFolder();
  folder.write('old.yaoqiu.yaml', OLD);
  folder.write('a.zhibiao.yaml', county({ 1: ['责任单位: [县司法局, 县税务局]'], 2: ['完成时限: 5月31日前'] }));
  const other = county({ 1: ['责任单位: [区财政局]'], 2: ['完成时限: 5月31日前'] });
  folder.write('b.zhibiao.yaml', other.replace('县区: 甲县', '县区: 乙区'));
});
afterEach(() => folder.remove());

function compare(argv: readonly string[], options: RunOptions = {}) {
  return run(folder.root, ['compare', ...argv], { engine, ...options });
}
const BOTH = ['a.zhibiao.yaml', 'b.zhibiao.yaml'];

describe('zhibiao compare', () => {
  it('shows a table that keeps to the width of the terminal', async () => {
    const { code, out, err } = await compare([...BOTH, '--item', '1-2'], { terminal: 40, env: { NO_COLOR: '1' } });
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      [
        '按旧指标体系的序号排列',
        '          甲县            乙区',
        '',
        '第1项 全面清理行政审批中介服务，无法定…',
        '责任单位  县司法局、县税  区财政局',
        '          务局',
        '',
        '第2项 进一步压缩企业开办时间，实际办理…',
        '完成时限  5月31日前       5月31日前',
        '',
        '共2项，1项不一致',
        '',
      ].join('\n'),
    );
    for (const line of out.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(40);
  });

  it('marks what differs with colour only on a terminal, or when told to', async () => {
    const plain = await compare(BOTH);
    const coloured = await compare([...BOTH, '--color']);
    expect(plain.out).not.toContain('\u001b');
    expect(coloured.out).toContain('\u001b[33m区财政局\u001b[39m');
  });

  it('shows only what differs', async () => {
    const { out } = await compare([...BOTH, '--only-differences']);
    expect(out).toContain('第1项');
    expect(out).not.toContain('第2项');
    expect(out).toContain('共1项，1项不一致');
  });

  it('writes documents', async () => {
    const { code, out } = await compare([...BOTH, '--to', 'xlsx', '-o', '对照.xlsx']);
    expect([code, out]).toEqual([0, '已写入 对照.xlsx\n']);
    expect(folder.read('对照.xlsx').slice(0, 2)).toBe('PK');
    const html = await compare([...BOTH, '--to', 'html']);
    expect(html.out).toMatch(/^<!doctype html>/i);
  });

  it('shows nothing of a file that a terminal would obey', async () => {
    folder.write('c.zhibiao.yaml', county({ 1: ['责任单位: ["县\\e[31m局"]'] }).replace('甲县', '"丙\\e[2J县"'));
    const { out } = await compare(['a.zhibiao.yaml', 'c.zhibiao.yaml']);
    expect(out).toContain('‹U+001B›');
    expect(out).not.toContain('\u001b');
  });

  it.each([
    [['a.zhibiao.yaml'], '比较要有两个以上文件\n'],
    [[...BOTH, '--to', 'pdf'], '没有格式「pdf」，可以用：docx、xlsx、html、md、csv、json\n'],
    [[...BOTH, '--to', 'docx'], 'docx 不是文本格式，请用 --output 写明文件\n'],
    [[...BOTH, '-o', 'x.html'], '--output 要与 --to 一起用\n'],
    [[...BOTH, '--item', '甲'], '--item 要写成 5-8 或者 5、8 的样子，不能是「甲」\n'],
    [[...BOTH, '--to', 'md', '-o', 'old.md'], 'old.md 已经存在，要覆盖请加 --force\n'],
    [
      [...BOTH, '--to', 'md', '-o', 'a.zhibiao.yaml', '--force'],
      'a.zhibiao.yaml 是指标文件的名字，结果请写到别的文件\n',
    ],
    [['a.zhibiao.yaml', 'old.yaoqiu.yaml'], 'old.yaoqiu.yaml：不是指标文件\n'],
  ])('refuses %j in one line', async (argv, says) => {
    folder.write('old.md', '');
    expect(await compare(argv)).toEqual({ code: 2, out: '', err: says });
    expect(existsSync(join(folder.root, 'x.html'))).toBe(false);
  });
});
