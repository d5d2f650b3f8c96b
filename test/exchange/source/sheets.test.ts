import { utils, type WorkBook, type WorkSheet, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readSource } from '../../../server/src/exchange/source/index';
import { sourcePhrases } from '../../../server/src/exchange/source/phrases';
import { notesOf, shown } from './documents';

function book(sheets: Readonly<Record<string, WorkSheet>>, more: Partial<WorkBook> = {}): WorkBook {
  return { SheetNames: Object.keys(sheets), Sheets: { ...sheets }, ...more };
}

const sheet = (rows: readonly (readonly unknown[])[], more: object = {}) =>
  Object.assign(utils.aoa_to_sheet(rows.map((row) => [...row])), more);
const read = (content: WorkBook, bookType: 'xlsx' | 'biff8' | 'xlsb' | 'xlml' = 'xlsx', name = 'a.xlsx') =>
  readSource(new Uint8Array(write(content, { type: 'array', bookType })), name);
const range = (text: string) => utils.decode_range(text);

const table = sheet(
  [['指标分解表'], [], ['一级', '序号', '内容'], ['一、', 1, '甲\r\n乙'], [null, 2, '丙'], ['注：共两项'], []],
  { '!merges': [range('A1:C1'), range('A4:A5')] },
);
const expected = ['指标分解表', '一级 | 序号 | 内容', '一、 | 1 | 甲⏎乙', '^ | 2 | 丙', '注：共两项'];

describe('a sheet', () => {
  it.each(['xlsx', 'biff8', 'xlsb', 'xlml'] as const)('of %s gives its table and the text round it', async (type) => {
    const source = await read(book({ 指标: table }), type);
    expect(shown(source)).toEqual(expected);
    expect(source.notes).toEqual([]);
    const grid = source.blocks.find((block) => block.kind === 'grid');
    expect(grid?.rows.map(({ at }) => at)).toEqual([3, 4, 5].map((row) => `工作表「指标」第${row}行`));
  });

  it('shows numbers and dates as the cells do', async () => {
    const cells = sheet([['日期', '比例', '序号']]);
    cells.A2 = { t: 'n', v: 44489, z: 'yyyy"年"m"月"d"日"' };
    cells.B2 = { t: 'n', v: 0.8, z: '0%' };
    cells.C2 = { t: 'n', v: 3 };
    cells['!ref'] = 'A1:C2';
    expect(shown(await read(book({ 甲: cells })))).toEqual(['日期 | 比例 | 序号', '2021年10月20日 | 80% | 3']);
  });

  it('shows dates in the format of the country as ISO dates, and says so', async () => {
    const cells = sheet([['甲', '乙', '丙', '6/30/24']]);
    cells.A2 = { t: 'n', v: 45473, z: 'm/d/yy' };
    cells.B2 = { t: 'n', v: 45413, z: 'm/d/yy' };
    cells.C2 = { t: 'n', v: 45473, z: 'm"月"d"日"' };
    cells['!ref'] = 'A1:D2';
    const source = await read(book({ 甲: cells }));
    expect(shown(source)).toEqual(['甲 | 乙 | 丙 | 6/30/24', '2024-06-30 | 2024-05-01 | 6月30日 | ']);
    expect(source.notes.map(({ template, data }) => [template, data.count])).toEqual([[sourcePhrases.dates, 2]]);
  });

  it('takes the saved results of formulas, and says where there is none', async () => {
    const cells = sheet([
      ['a', 'b', 'c'],
      [7, 0, '甲'],
    ]);
    cells.A2 = { t: 'n', v: 7, f: '3+4' };
    cells.B2 = { t: 'n', v: 0, f: '1+1' };
    const parts = unzipSync(new Uint8Array(write(book({ 甲: cells }), { type: 'array', bookType: 'xlsx' })));
    const name = 'xl/worksheets/sheet1.xml';
    // As programs write it that compute nothing themselves.
    const xml = strFromU8(parts[name] ?? new Uint8Array()).replace('<f>1+1</f><v>0</v>', '<f>1+1</f>');
    const source = await readSource(zipSync({ ...parts, [name]: strToU8(xml) }), 'a.xlsx');
    expect(shown(source)).toEqual(['a | b | c', '7 |  | 甲']);
    expect(source.notes.map(({ template, data }) => [template, data.cell])).toEqual([[sourcePhrases.noResult, 'B2']]);
  });

  it('leaves hidden sheets out and takes hidden rows and columns in, and says so', async () => {
    const partly = sheet(
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      { '!rows': [{}, { hidden: true }], '!cols': [{}, { hidden: true }] },
    );
    const source = await read(
      book({ 甲: partly, 乙: table }, { Workbook: { Sheets: [{ Hidden: 0 }, { Hidden: 1 }] } }),
    );
    expect(shown(source)).toEqual(['a | b', 'c | d']);
    expect(notesOf(source).sort()).toEqual(
      [sourcePhrases.hiddenColumns, sourcePhrases.hiddenRows, sourcePhrases.hiddenSheet].sort(),
    );
  });

  it('has no text beyond its last filled column', async () => {
    const wide = sheet(
      [
        ['甲', '乙', '', ''],
        ['丙', '丁'],
      ],
      { '!merges': [range('B1:XFD1')] },
    );
    expect(shown(await read(book({ 甲: wide })))).toEqual(['甲 | 乙', '丙 | 丁']);
  });

  it('may stand beside another', async () => {
    expect(shown(await read(book({ 甲: table, 乙: table })))).toEqual([...expected, ...expected]);
  });
});
