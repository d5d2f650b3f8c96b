import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDates } from '../../server/src/domain/deadline';

/** ⟦ ⟧ marks what is found. */
function marked(text: string, year?: number): string {
  let shown = '';
  let end = 0;
  for (const { span } of findDates(text, year)) {
    shown += `${text.slice(end, span.start)}⟦${text.slice(span.start, span.end)}⟧`;
    end = span.end;
  }
  return shown + text.slice(end);
}

describe('findDates', () => {
  it.each([
    ['⟦每年3月1日前⟧，市县政府要向社会公布，并在⟦4月1日前⟧通过报刊公布', ['2021-03-01', '2021-04-01']],
    ['⟦每年 3 月 1 日前⟧，并在 ⟦4 月 1 日前⟧通过报刊', ['2021-03-01', '2021-04-01']],
    ['应当在 ⟦2021 年年底⟧全部设立公职律师', ['2021-12-31']],
    ['⟦2023年年底前⟧，完成《条例》', ['2023-12-31']],
    ['⟦2022年底⟧，通过创建', ['2022-12-31']],
    ['行政执法机关⟦每年1月31日前⟧公开上年度数据', ['2021-01-31']],
    ['⟦每年第一季度⟧报告', ['2021-03-31']],
    ['⟦2022年5月底之前⟧完成', ['2022-05-31']],
    ['⟦年底前⟧完成，⟦第三季度末前⟧报送', ['2021-12-31', '2021-09-30']],
  ])('%s', (text, last) => {
    const plain = text.replace(/[⟦⟧]/g, '');
    expect(marked(plain, 2021)).toBe(text);
    expect(findDates(plain, 2021).map(({ deadline }) => deadline.last)).toEqual(last);
  });

  it.each([
    '2021年以来开展的工作',
    '2019、2020 年在市场监管领域',
    '（2021—2025年）',
    '2023年11月21日印发',
    '截至2020年底，全县共有',
    '提供2022年上半年的台账',
    '3月1日前后',
    '2月30日前完成',
    '12022年底',
    '到2025年基本建成',
    '7个工作日前',
  ])('finds nothing in 「%s」', (text) => {
    expect(findDates(text, 2021)).toEqual([]);
  });

  it('resolves the kind, and no day without a year', () => {
    const [every, once] = findDates('每年3月1日前报送，4月1日前公布');
    expect(every?.deadline).toMatchObject({ kind: 'recurring', monthDay: { month: 3, day: 1 } });
    expect(once?.deadline).toMatchObject({ kind: 'date', yearless: true });
    expect(once?.deadline.last).toBeUndefined();
  });

  it('never throws; spans are in order inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'每年月日前底第一季度末2021 之上半') }), (text) => {
        let end = 0;
        for (const { span } of findDates(text, 2021)) {
          expect(span.start).toBeGreaterThanOrEqual(end);
          expect(span.end).toBeGreaterThan(span.start);
          end = span.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
    );
  });

  it.each(['每年', '1', '3月', ' ', '2021年'])('does not hang on a megabyte of 「%s」', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(findDates(text)).toEqual([]);
  });
});
