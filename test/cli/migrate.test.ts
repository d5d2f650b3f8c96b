import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEngine } from '../../server/src/cli/node-engine';
import { county, NEW, OLD } from '../exchange/migrate/editions-of';
import { type Folder, type Run, run, temporaryFolder } from './harness';

const engine = nodeEngine(join(import.meta.dirname, '..', '..'), '0.0.0');
let folder: Folder;

beforeEach(() => {
  folder = temporaryFolder();
  folder.write('old.yaoqiu.yaml', OLD);
  folder.write('new.yaoqiu.yaml', NEW);
  folder.write('甲.指标.yaml', county({ 1: ['责任单位: [县审批局]'] }, '', '单位名录: ./甲.单位.yaml\n'));
  folder.write('甲.单位.yaml', '县区: 甲县\n单位:\n  - 名称: 县审批局\n');
});
afterEach(() => folder.remove());

function migrate(...argv: string[]): Promise<Run> {
  return run(folder.root, ['migrate', ...argv], { engine });
}

describe('zhibiao migrate', () => {
  it('writes the new file beside the old one and says what became of it', async () => {
    const before = folder.read('甲.指标.yaml');
    const { code, out, err } = await migrate('甲.指标.yaml', '--to', '新指标体系');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toBe(
      '已写入 甲.新指标体系.指标.yaml\n未变2项，修订2项，没有对应1项，新增1项\n标有「待核」的0处，4项还没有责任单位\n',
    );
    expect(folder.read('甲.新指标体系.指标.yaml')).toContain('\n依据: 新指标体系\n');
    expect(folder.read('甲.指标.yaml')).toBe(before);
  });

  it('writes where it is told to, with the path to the registry put right, and a report', async () => {
    const { code, out } = await migrate(
      '甲.指标.yaml',
      '--to',
      '新指标体系',
      '-o',
      '新/甲.指标.yaml',
      '--report',
      '对照.md',
    );
    expect(code).toBe(0);
    expect(out).toMatch(/^已写入 新\/甲\.指标\.yaml\n已写入 对照\.md\n/);
    expect(folder.read('新/甲.指标.yaml')).toContain('单位名录: "../甲.单位.yaml"\n');
    expect(folder.read('对照.md')).toMatch(/^# 换版对照表\n/);
  });

  it('overwrites nothing unless it is told to', async () => {
    folder.write('甲.新指标体系.指标.yaml', '原有');
    const refused = await migrate('甲.指标.yaml', '--to', '新指标体系', '--report', 'r.md');
    expect(refused).toEqual({ code: 2, out: '', err: '甲.新指标体系.指标.yaml 已经存在，要覆盖请加 --force\n' });
    expect(folder.read('甲.新指标体系.指标.yaml')).toBe('原有');
    expect(existsSync(join(folder.root, 'r.md'))).toBe(false);
    expect((await migrate('甲.指标.yaml', '--to', '新指标体系', '--force')).code).toBe(0);
    expect(folder.read('甲.新指标体系.指标.yaml')).not.toBe('原有');
  });

  it.each([
    [['-o', 'r.md', '--report', 'r.md'], '两样内容都要写入 r.md，请分开写'],
    [['--report', '甲.指标.yaml', '--force'], '甲.指标.yaml 是指标文件的名字，结果请写到别的文件'],
    [['-o', '夹'], '夹：不是普通文件，不能覆盖'],
    [['-o', '甲.指标.yaml/x'], '甲.指标.yaml/x：写不进去，路径中间有一段不是文件夹'],
    [['--report', ''], '选项「--report <文件>」后面是空的'],
  ])('%j would lose a file, or fails: nothing is written', async (argv, says) => {
    folder.write('夹/x.txt', '');
    const before = folder.read('甲.指标.yaml');
    expect(await migrate('甲.指标.yaml', '--to', '新指标体系', ...argv)).toEqual({
      code: 2,
      out: '',
      err: `${says}\n`,
    });
    expect(folder.read('甲.指标.yaml')).toBe(before);
    expect(existsSync(join(folder.root, 'r.md'))).toBe(false);
  });

  it('says so when the edition is a file of another kind', async () => {
    const { code, err } = await migrate('甲.指标.yaml', '--to', '甲.单位.yaml');
    expect([code, err]).toEqual([2, '甲.单位.yaml：不是要求库，或者没有这个文件\n']);
  });

  it('only shows the report when asked to', async () => {
    const { code, out } = await migrate('甲.指标.yaml', '--to', '新指标体系', '--dry-run');
    expect(code).toBe(0);
    expect(out).toContain('| 1 | 2 | 修订 |');
    expect(existsSync(join(folder.root, '甲.新指标体系.指标.yaml'))).toBe(false);
  });

  it('takes a corpus by its path, and says where a check would not find it', async () => {
    folder.write('别处/own.yaoqiu.yaml', NEW.replace('新指标体系', '本省指标体系'));
    const { code, out } = await migrate('甲.指标.yaml', '--to', '别处/own.yaoqiu.yaml');
    expect(code).toBe(0);
    expect(out).toContain('检查新文件时找不到「本省指标体系」');
    expect(folder.read('甲.本省指标体系.指标.yaml')).toContain('依据: 本省指标体系\n');
  });

  it('changes nothing of a file that follows the edition already', async () => {
    await migrate('甲.指标.yaml', '--to', '新指标体系');
    const again = await migrate('甲.新指标体系.指标.yaml', '--to', '新指标体系');
    expect(again).toEqual({ code: 0, out: '甲.新指标体系.指标.yaml 已经依据「新指标体系」，没有改动\n', err: '' });
  });

  it.each([
    [['甲.指标.yaml', '--to', '2035年版'], /^没有指标体系「2035年版」，可以用：.*2021年版/],
    [['甲.指标.yaml', '--to', '没有.yaoqiu.yaml'], /^没有\.yaoqiu\.yaml：不是要求库，或者没有这个文件\n$/],
    [['甲.指标.yaml'], /^缺少选项「--to /],
    [['甲.单位.yaml', '--to', '新指标体系'], /^甲\.单位\.yaml：不是指标文件\n$/],
    [['无.指标.yaml', '--to', '新指标体系'], /^无\.指标\.yaml：文件读不了，没有这个文件或文件夹\n$/],
    [['坏.指标.yaml', '--to', '新指标体系'], /^坏\.指标\.yaml：读不出键和内容/],
    [['甲.指标.yaml', '--to', '\u001b[31m'], /^没有指标体系「‹U\+001B›\[31m」/],
  ])('refuses %j in one line', async (argv, says) => {
    folder.write('坏.指标.yaml', '- 甲\n');
    const { code, out, err } = await migrate(...argv);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(says);
    expect(err.trimEnd()).not.toContain('\n');
  });
});
