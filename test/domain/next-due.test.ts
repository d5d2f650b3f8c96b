import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysBetween, nextDue } from '../../server/src/domain/next-due';

describe('daysBetween', () => {
  it.each([
    ['2022-03-01', '2022-03-01', 0],
    ['2022-02-28', '2022-03-01', 1],
    ['2024-02-28', '2024-03-01', 2],
    ['2022-03-01', '2021-12-31', -60],
  ])('%s → %s', (from, to, days) => {
    expect(daysBetween(from, to)).toBe(days);
  });
});

describe('nextDue', () => {
  it.each<[string, string, number | undefined, string | undefined]>([
    ['2022年5月30日前', '2022-03-01', undefined, '2022-05-30'],
    ['5月30日前', '2022-03-01', 2021, '2021-05-30'],
    ['5月30日前', '2022-03-01', undefined, undefined],
    ['2023年11月27日至12月3日', '2022-03-01', undefined, '2023-12-03'],
    ['长期坚持', '2022-03-01', 2022, undefined],
    ['5月31前', '2022-03-01', 2022, undefined],
    ['每年3月1日前', '2022-03-01', 2020, '2022-03-01'],
    ['每年3月1日前', '2022-03-02', 2020, '2023-03-01'],
    ['每年2月29日前', '2096-03-01', undefined, '2104-02-29'],
    ['每年第一季度', '2022-12-31', undefined, '2023-03-31'],
    ['每年12月25日至1月5日', '2022-01-03', undefined, '2022-01-05'],
    ['每季度末', '2022-03-31', undefined, '2022-03-31'],
    ['每季度末前', '2022-04-01', undefined, '2022-06-30'],
    ['每半年', '2022-07-01', undefined, '2022-12-31'],
    ['每月28日前', '2022-12-29', undefined, '2023-01-28'],
    ['每月31日前', '2022-02-01', undefined, '2022-02-28'],
    ['每月底前', '2024-02-10', undefined, '2024-02-29'],
    ['每月上旬前', '2022-03-11', undefined, '2022-04-10'],
    ['每周五前', '2022-03-01', undefined, '2022-03-04'],
    ['每周天前', '2022-03-06', undefined, '2022-03-06'],
    ['2023年每季度末', '2022-03-01', undefined, '2023-03-31'],
    ['2021年每季度末', '2022-03-01', undefined, '2021-12-31'],
    ['2021年每月15日前', '2022-03-01', undefined, '2021-12-15'],
    ['2021年每周五前', '2022-03-01', undefined, '2021-12-31'],
  ])('%s, seen from %s (%s): %s', (text, today, year, expected) => {
    expect(nextDue(text, today, year)).toBe(expected);
  });

  it('never lies before today where a deadline recurs for ever', () => {
    const forms = ['每年3月1日前', '每年2月29日前', '每季度末', '每半年', '每月31日前', '每月中旬前', '每周日前'];
    const day = fc.date({ min: new Date('1990-01-01'), max: new Date('2090-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(fc.constantFrom(...forms), day, (text, date) => {
        const today = date.toISOString().slice(0, 10);
        const due = nextDue(text, today) ?? '';
        expect(due >= today).toBe(true);
        // The same is next on the day itself, and on each day until then.
        expect(nextDue(text, due)).toBe(due);
      }),
    );
  });
});
