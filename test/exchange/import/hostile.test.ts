import { describe, expect, it } from 'vitest';
import { understand, writeDraft } from '../../../server/src/exchange/import/index';
import type { Source } from '../../../server/src/exchange/source/types';
import { gridOf, sourceOf } from './grids';

const header = ['一级指标', '二级指标', '序号', '三级指标', '责任单位', '完成时限', '报送资料'];

function written(source: Source) {
  return writeDraft(understand(source), { stem: 'x' });
}

describe('documents that are none', () => {
  it.each<[string, Source]>([
    ['nothing', sourceOf()],
    ['a grid without rows', sourceOf(gridOf([]))],
    [
      'empty cells',
      sourceOf(
        gridOf([
          ['', ''],
          ['', ''],
        ]),
      ),
    ],
    ['a header alone', sourceOf(gridOf([header]))],
  ])('%s: no files', (_, source) => {
    expect(written(source).files).toEqual([]);
  });

  it('one column: everything in the report', () => {
    const { files, report } = written(sourceOf(gridOf([['第一行'], ['第二行']])));
    expect(files).toEqual([]);
    expect(report.remarks.map(({ message }) => message.data.text).filter(Boolean)).toEqual(['第一行／第二行']);
  });
});

describe('large tables', () => {
  const rowsOf = (count: number) =>
    Array.from({ length: count }, (_, index) => [
      index % 100 === 0 ? '一、政府职能依法全面履行' : '',
      index % 10 === 0 ? `${(index % 100) / 10 + 1}. 加大简政放权力度${index}` : '',
      String(index + 1),
      `全面推行行政审批服务第${index}号，不断压缩办理时限，行政审批事项在法定期限内完成。`,
      '县司法局 县财政局',
      '5月30日前',
      ['提供相关资料、实地核查', `第${index + 1}、${index + 2}项指标，请合并提供下列材料：说明`, ''][index % 3] ?? '',
    ]);
  const itemsOf = (rows: string[][]) =>
    written(sourceOf(gridOf([header, ...rows]))).report.documents.map(({ items }) => items);

  // Quadratic work would take minutes for these; 10,000 rows took 1.2 s on a quiet machine, 1.5 s if every row is out of place.
  it('of ten thousand rows', () => {
    expect(itemsOf(rowsOf(10_000))).toEqual([10_000]);
  });

  it('of ten thousand rows out of place', () => {
    expect(itemsOf(rowsOf(10_000).map((row) => row.slice(1)))).toEqual([10_000]);
  });

  it.each([
    ['行政。1. '.repeat(100_000), '', '', ''],
    ['行政', '县 '.repeat(100_000), '', ''],
    ['行政', '', '5月'.repeat(100_000), ''],
    ['行政', '', '', '1. 请；'.repeat(100_000)],
  ])('of one row with a cell of half a megabyte', (...cells) => {
    expect(itemsOf([['一、政府', '', '1', ...cells]])).toHaveLength(1);
  });
});
