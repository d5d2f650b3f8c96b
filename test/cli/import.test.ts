import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { nodeEngine } from '../../server/src/cli/node-engine';
import { docx, p, tbl, tc, tr } from '../exchange/source/documents';
import { type Folder, type RunOptions, run, temporaryFolder } from './harness';

const engine = nodeEngine(join(import.meta.dirname, '..', '..'), '0.0.0');
let folder: Folder;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const zhibiao = (line: string, options: RunOptions = {}) => run(folder.root, line.split(' '), { engine, ...options });
const HEADER = ['一级指标', '二级指标', '序号', '三级指标', '责任单位'];
const ITEM = [
  '一、政府职能依法全面履行',
  '1. 加大简政放权力度',
  '1',
  '非行政许可审批事项全部取消，不存在变相审批。',
  '县司法局',
];
const table = (...rows: readonly (readonly string[])[]) => tbl(...rows.map((row) => tr(row.map((text) => tc(text)))));
const document = docx(p('沁水县法治政府建设示范创建指标任务分解表') + table(HEADER, ITEM));

describe('zhibiao import', () => {
  it('writes the file and the registry beside the document, and checks them', async () => {
    // 序号 goes on with 3.
    const next = ['', '', '3', '依法设立的各项证明事项都编入清单并向社会公布。', '县司法局'];
    folder.write('表.docx', docx(p('沁水县法治政府建设示范创建指标任务分解表') + table(HEADER, ITEM, next)));
    const { code, out, err } = await zhibiao('import 表.docx');
    expect({ code, err }).toEqual({ code: 1, err: '' });
    expect(readdirSync(folder.root).sort()).toEqual(['表.danwei.yaml', '表.docx', '表.zhibiao.yaml'].sort());
    expect(folder.read('表.zhibiao.yaml')).toContain('责任单位: [县司法局]');
    expect(folder.read('表.danwei.yaml')).toContain('- 名称: 县司法局');
    expect(out).toMatch(/^已写入 表\.zhibiao\.yaml\n已写入 表\.danwei\.yaml\n「表\.docx」：2 项，单位 1 个/);
    // The printed findings and the exit code are those of check.
    const checked = await zhibiao('check 表.zhibiao.yaml 表.danwei.yaml');
    expect(checked.code).toBe(1);
    expect(out.endsWith(checked.out)).toBe(true);
  });

  it('writes several documents elsewhere, with one report', async () => {
    folder.write('甲.docx', document);
    folder.write('乙.csv', [HEADER, ITEM].map((row) => row.join(',')).join('\n'));
    const { err } = await zhibiao('import 甲.docx 乙.csv -o 出/内 --report 出/报告.md --county 沁水县');
    expect(err).toBe('');
    expect(readdirSync(join(folder.root, '出')).sort()).toEqual(['内', '报告.md'].sort());
    expect(readdirSync(join(folder.root, '出', '内')).sort()).toEqual(
      ['甲.danwei.yaml', '甲.zhibiao.yaml', '乙.danwei.yaml', '乙.zhibiao.yaml'].sort(),
    );
    expect(folder.read('出/报告.md')).toMatch(/# 导入「甲\.docx」[\s\S]*# 导入「乙\.csv」/);
    expect(folder.read('出/内/乙.zhibiao.yaml')).toContain('县区: 沁水县');
  });

  it('reads standard input', async () => {
    const page = `<table>${[HEADER, ITEM].map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
    const { err } = await zhibiao('import - --county 沁水县', { stdin: page });
    expect(err).toBe('');
    expect(folder.read('import.zhibiao.yaml')).toContain('序号: 1');
  });

  it('only shows the report with --dry-run', async () => {
    folder.write('表.docx', document);
    const { code, out } = await zhibiao('import 表.docx --dry-run');
    expect(code).toBe(0);
    expect(out).toContain('# 导入「表.docx」');
    expect(readdirSync(folder.root)).toEqual(['表.docx']);
  });

  it('reads one of several tables with --table', async () => {
    const other = ['一、', '1. 甲', '7', '另一张表中的指标，内容也够长。', '县财政局'];
    folder.write('表.docx', docx(p('沁水县甲') + table(HEADER, ITEM) + p('沁水县乙') + table(HEADER, other)));
    await zhibiao('import 表.docx --table 2');
    expect(folder.read('表.zhibiao.yaml')).toContain('另一张表');
    expect(folder.read('表.zhibiao.yaml')).not.toContain('非行政许可');
    const { code, err } = await zhibiao('import 表.docx --table 3 --force');
    expect({ code, err }).toEqual({ code: 2, err: '「表.docx」中有 2 个表格，没有第 3 个。\n' });
  });

  it.each([
    ['import', '缺少参数'],
    ['import 没有.docx', '没有.docx：文件读不了'],
    ['import . ', '不是普通文件'],
    ['import 表.docx --table 0', '--table 要写第几个表格'],
    ['import 坏.docx', '「坏.docx」已经损坏'],
    ['import 文.docx', '「文.docx」中没有表格'],
    ['import 表.docx 夹/表.docx -o 出', '两个文档都要写入 出/表.zhibiao.yaml'],
    ['import 表.docx 坏.docx', '「坏.docx」已经损坏'],
    ['import 表.docx --report 夹', '夹：不是普通文件'],
    ['import 表.docx --report 表.docx --force', '表.docx 就是要导入的文档，请写到别的文件'],
    ['import 表.docx --report 表.zhibiao.yaml', '表.zhibiao.yaml 是指标文件的名字，结果请写到别的文件'],
    ['import 表.docx -o 文.docx', '文.docx/表.zhibiao.yaml：写不进去，路径中间有一段不是文件夹'],
  ])('%s fails in one line and writes nothing', async (line, message) => {
    folder.write('表.docx', document);
    folder.write('夹/表.docx', document);
    folder.write('坏.docx', document.slice(0, 600));
    folder.write('文.docx', docx(p('只有一段话。')));
    const before = readdirSync(folder.root, { recursive: true });
    const { code, out, err } = await zhibiao(line.trim());
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toContain(message);
    expect(err.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(folder.root, { recursive: true })).toEqual(before);
  });

  it('replaces files only with --force, and then all or none', async () => {
    folder.write('表.docx', document);
    folder.write('表.danwei.yaml', '县区: 沁水县\n单位: []\n');
    const { code, err } = await zhibiao('import 表.docx');
    expect({ code, err }).toEqual({ code: 2, err: '表.danwei.yaml 已经存在，要覆盖请加 --force\n' });
    expect(existsSync(join(folder.root, '表.zhibiao.yaml'))).toBe(false);
    expect((await zhibiao('import 表.docx --force')).code).toBe(0);
    expect(folder.read('表.danwei.yaml')).toContain('县司法局');
  });
});
