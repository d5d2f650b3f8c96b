import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEngine } from '../../server/src/cli/node-engine';
import { type Folder, type Run, run, temporaryFolder } from './harness';

const engine = nodeEngine(join(import.meta.dirname, '..', '..'), '0.0.0');
const text = `标题: 任务表
县区: 某县
单位名录: [甲局, 乙局, a/b局]
依据: 无
一级指标:
  - 名称: 一、甲
    三级指标:
      - { 序号: 1, 内容: 第一件事, 责任单位: [甲局], 完成时限: 长期坚持 }
      - { 序号: 2, 内容: 第二件事, 责任单位: [乙局, a/b局] }
`;

let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
  folder.write('某县.指标.yaml', text);
});
afterEach(() => folder.remove());

function exporting(...argv: string[]): Promise<Run> {
  return run(folder.root, ['export', ...argv], { engine });
}

function files(name = '.'): string[] {
  return readdirSync(join(folder.root, name)).sort();
}

describe('zhibiao export', () => {
  it('writes the table beside the file and says so', async () => {
    expect(await exporting('某县.指标.yaml', '--to', 'docx')).toEqual({
      code: 0,
      out: '已写入 某县.总表.docx\n',
      err: '',
    });
    const parts = unzipSync(new Uint8Array(readFileSync(join(folder.root, '某县.总表.docx'))));
    expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('第一件事');
  });

  it.each(['xlsx', 'html', 'md', 'csv', 'json'])('writes %s', async (format) => {
    expect((await exporting('某县.指标.yaml', '--to', format, '--view', '时限')).code).toBe(0);
    expect(files()).toEqual(['某县.指标.yaml', `某县.时限台账.${format}`]);
  });

  it('takes the format from the name of the file to write, and makes its folders', async () => {
    expect(await exporting('某县.指标.yaml', '-o', '下发/表.md')).toMatchObject({
      code: 0,
      out: '已写入 下发/表.md\n',
    });
    expect(folder.read('下发/表.md')).toMatch(/^# 任务表\n/);
  });

  it('writes texts to standard output, byte-order mark included', async () => {
    const { code, out } = await exporting('某县.指标.yaml', '--to', 'csv', '-o', '-');
    expect([code, out.split('\r\n')[0]]).toEqual([0, '\uFEFF一级指标,序号,三级指标,责任单位,完成时限']);
    expect(files()).toEqual(['某县.指标.yaml']);
  });

  it('writes a document for each unit', async () => {
    const { code, out } = await exporting('某县.指标.yaml', '--to', 'html', '--split', '-o', '清单');
    expect([code, out.split('\n')]).toEqual([
      0,
      ['已写入 清单/某县.甲局.html', '已写入 清单/某县.乙局.html', '已写入 清单/某县.a_b局.html', ''],
    ]);
    expect(folder.read('清单/某县.乙局.html')).not.toContain('第一件事');
  });

  it('writes the lists of certain units into one document', async () => {
    await exporting('某县.指标.yaml', '--to', 'json', '--unit', '乙局', '--unit', '甲局');
    const { parts } = JSON.parse(folder.read('某县.单位清单.json'));
    expect(parts.map(({ name }: { name: string }) => name)).toEqual(['乙局', '甲局']);
  });

  it('writes several files into a folder', async () => {
    folder.write('另县.指标.yaml', text);
    expect((await exporting('某县.指标.yaml', '另县.指标.yaml', '--to', 'md', '-o', '表')).code).toBe(0);
    expect(files('表')).toEqual(['另县.总表.md', '某县.总表.md']);
  });

  it('tells of errors in the file and goes on', async () => {
    folder.write('错.指标.yaml', text.replace('序号: 2', '序号: 3'));
    expect(await exporting('错.指标.yaml', '--to', 'md')).toMatchObject({
      code: 0,
      err: '错.指标.yaml 还有1个错误，请用 zhibiao check 检查\n',
    });
  });

  it('does not overwrite unless it is told to, and then writes nothing at all', async () => {
    folder.write('表/某县.总表.md', '旧');
    folder.write('另县.指标.yaml', text);
    const argv = ['另县.指标.yaml', '某县.指标.yaml', '--to', 'md', '-o', '表'];
    expect(await exporting(...argv)).toEqual({
      code: 2,
      out: '',
      err: '表/某县.总表.md 已经存在，要覆盖请加 --force\n',
    });
    expect(existsSync(join(folder.root, '表', '另县.总表.md'))).toBe(false);
    expect((await exporting(...argv, '--force')).code).toBe(0);
    expect(folder.read('表/某县.总表.md')).toContain('任务表');
  });

  it.each([
    [['某县.指标.yaml'], '请用 --to 写明格式：docx、xlsx、html、md、csv、json'],
    [['某县.指标.yaml', '--to', 'pdf'], '没有格式「pdf」，可以用：docx、xlsx、html、md、csv、json'],
    [
      ['某县.指标.yaml', '--to', 'md', '--view', '总'],
      '没有视图「总」，可以用：master（总表）、unit（单位）、evidence（资料）、deadlines（时限）、draft（征求意见）、changes（对照）',
    ],
    [['某县.指标.yaml', '--to', 'md', '--view', '总表', '--unit', '甲局'], '--unit 只用于单位清单，请写 --view unit'],
    [['某县.指标.yaml', '--to', 'md', '--view', '资料', '--split'], '--split 只用于单位清单，请写 --view unit'],
    [['某县.指标.yaml', '--to', 'docx', '-o', '-'], 'docx 不是文本，不能送到标准输出'],
    [['某县.指标.yaml', '--to', 'md', '--split', '-o', '-'], '--split 要写成几个文件，不能送到标准输出'],
    [['某县.指标.yaml', '--to', 'md', '--unit', '丙局'], '某县.指标.yaml：没有提到单位「丙局」。'],
    [
      ['某县.指标.yaml', '--to', 'md', '--view', '对照'],
      '某县.指标.yaml：没有可以对照的要求库。请在「依据」写明指标体系的名称，再导出对照表。',
    ],
    [
      ['某县.指标.yaml', '--to', 'md', '--split', '-o', '某县.指标.yaml'],
      '某县.指标.yaml 是文件；要写几个文档，-o 请写文件夹',
    ],
    [
      ['某县.指标.yaml', '--to', 'json', '-o', '某县.指标.yaml', '--force'],
      '某县.指标.yaml 是指标文件的名字，结果请写到别的文件',
    ],
    [
      ['某县.指标.yaml', '--to', 'md', '-o', '某县.指标.yaml/x'],
      '某县.指标.yaml/x：写不进去，路径中间有一段不是文件夹',
    ],
    [['某县.指标.yaml', '--split', '-o', '清单.docx'], '清单.docx 是文件；要写几个文档，-o 请写文件夹'],
    [['没有.指标.yaml', '--to', 'md'], '没有.指标.yaml：文件读不了，没有这个文件或文件夹'],
    [['--to', 'md'], '缺少参数「文件」。用法见 zhibiao --help'],
  ])('%j is refused in one line', async (argv, message) => {
    expect(await exporting(...argv)).toEqual({ code: 2, out: '', err: `${message}\n` });
    expect(files()).toEqual(['某县.指标.yaml']);
  });

  it('refuses two files that would get one name', async () => {
    folder.write('下/某县.指标.yaml', text);
    const { code, err } = await exporting('某县.指标.yaml', '下/某县.指标.yaml', '--to', 'md', '-o', '表');
    expect([code, err]).toEqual([2, '两个文件都要写成 表/某县.总表.md，请分开导出\n']);
    expect(existsSync(join(folder.root, '表'))).toBe(false);
  });
});
