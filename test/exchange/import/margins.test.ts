import { describe, expect, it } from 'vitest';
import { withoutMargins } from '../../../server/src/exchange/import/margins';
import type { Block, Grid } from '../../../server/src/exchange/source/types';
import { gridOf } from './grids';

const header = ['序号', '工作任务', '责任单位'];
const items = [
  ['1', '推行公示制度。', '县司法局'],
  ['2', '健全审查机制。', '县财政局'],
];
const outline = (...blocks: readonly Block[]) =>
  withoutMargins(blocks).map((block) => (block.kind === 'paragraph' ? block.text : block.rows.length));
/** The first cell of each row as wide as the table. */
const wide = (text: string): Grid => ({
  kind: 'grid',
  rows: [{ at: '表1第1行', cells: [{ text, column: 0, rowSpan: 1, colSpan: 3 }] }],
});
const joined = (...grids: readonly Grid[]): Grid => ({ kind: 'grid', rows: grids.flatMap(({ rows }) => rows) });

describe('withoutMargins', () => {
  it('takes the rows above the header out', () => {
    const above = [['甲县任务分解表'], ['填报单位：县司法局', '', '填报时间：3月']];
    expect(outline(gridOf([...above, header, ...items]))).toEqual([
      '甲县任务分解表',
      '填报单位：县司法局',
      '填报时间：3月',
      3,
    ]);
  });

  it('takes notes and the line of signatures out', () => {
    const below = [['注：1. 本表由县司法局解释。'], ['2. 每月报送。'], ['填表人：张某', '', '审核人：']];
    expect(outline(gridOf([header, ...items, ...below]))).toEqual([
      3,
      '注：1. 本表由县司法局解释。',
      '2. 每月报送。',
      '填表人：张某',
      '审核人：',
    ]);
    expect(outline(gridOf([header, ['注：共两项'], ...items]))).toEqual([3, '注：共两项']);
  });

  it('takes sums out, and leaves an item that begins like one', () => {
    const rows = [
      ['小 计', '5', ''],
      ['3', '加强监督。', '县司法局'],
      ['合计', '共3项', '15分'],
    ];
    expect(outline(gridOf([header, ...items, ...rows]))).toEqual([4, '小 计　5', '合计　共3项　15分']);
    expect(outline(gridOf([header, ['合计', '推行制度。', '']]))).toEqual([2]);
  });

  it('leaves a table of another kind whole', () => {
    const roster = gridOf([['成员名单'], ['姓名', '职务'], ['张某', '组长'], ['注：略']]);
    expect(
      withoutMargins([roster, joined(gridOf([['任务表'], ['填报单位：', '略']]), gridOf([header, ...items]))])[0],
    ).toBe(roster);
  });

  it('takes the title of a second table out, and leaves the rows that go on with the first', () => {
    const first = gridOf([header, ...items]);
    expect(outline(first, joined(wide('甲县责任清单'), gridOf([header, ...items])))).toEqual([3, '甲县责任清单', 3]);
    expect(outline(first, joined(wide('二、完善制度'), gridOf([header, ...items])))).toEqual([3, 4]);
    expect(outline(first, gridOf([['3', '续前页。', '县司法局'], header, ...items]))).toEqual([3, 4]);
  });

  it.each([
    ['a table without a header', [['甲县任务分解表'], ...items]],
    ['a text that begins like a note in a row of several cells', [header, ['注：', '说明情况。', '县司法局']]],
    ['a cut text in a row of its own', [header, ...items, ['', '越职权规定。', '']]],
  ])('leaves %s', (_, rows) => {
    expect(outline(gridOf(rows))).toEqual([rows.length]);
  });
});
