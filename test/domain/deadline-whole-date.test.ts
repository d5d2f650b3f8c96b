import { describe, expect, it } from 'vitest';
import {
  dateFault,
  isEndMeant,
  isMonthEndEve,
  readWholeDate,
  resolveDay,
} from '../../server/src/domain/deadline-whole-date';

describe('readWholeDate', () => {
  it.each([
    ['2023年11月27日', { year: 2023, month: 11, day: 27 }, ['2023年11月27日', '11月', '27日']],
    ['1月5日', { month: 1, day: 5 }, ['1月5日', '1月', '5日']],
    ['2023-01-05', { year: 2023, month: 1, day: 5 }, ['2023-01-05', '01', '05']],
  ])('%s', (text, date, pieces) => {
    const offset = 3;
    const found = readWholeDate(text, offset);
    expect(found).toMatchObject(date);
    const spans = found ? [found.span, found.monthSpan, found.daySpan] : [];
    expect(spans.map(({ start, end }) => text.slice(start - offset, end - offset))).toEqual(pieces);
  });

  it.each(['', '11月', '11月27日前', '23年11月27日', '2023-1-5', '27日'])('「%s」 is no whole date', (text) => {
    expect(readWholeDate(text, 0)).toBeNull();
  });
});

const faultOf = (text: string, year?: number) => {
  const date = readWholeDate(text, 0);
  return date && dateFault(date, year);
};

it.each([
  ['13月1日', undefined, 'no-such-month', [0, 3]],
  ['4月31日', undefined, 'no-such-day', [2, 5]],
  ['2月29日', 2023, 'no-leap-day', [2, 5]],
])('%s in %s: %s', (text, year, reason, [start, end]) => {
  expect(faultOf(text, year)).toMatchObject({ rule: 'deadline-date', reason, span: { start, end } });
});

it.each([
  ['2月29日', 2024],
  ['2月29日', undefined],
  ['4月30日', 2023],
])('%s in %s is a day', (text, year) => {
  expect(faultOf(text, year)).toBeNull();
});

it('knows what is near the end of a month', () => {
  expect([31, 30, 28, 32].map((day) => isEndMeant({ month: 4, day }))).toEqual([true, true, false, false]);
  expect([29, 30].map((day) => isMonthEndEve({ month: 4, day }, undefined))).toEqual([true, false]);
  expect([undefined, 2023, 2024].map((year) => isMonthEndEve({ month: 2, day: 27 }, year))).toEqual([
    false,
    true,
    false,
  ]);
});

it('resolves a day in a year that has it', () => {
  expect(resolveDay({ month: 2, day: 29 }, 2024)).toBe('2024-02-29');
  expect(resolveDay({ month: 2, day: 29 }, 2023)).toBeUndefined();
  expect(resolveDay({ month: 3, day: 1 }, undefined)).toBeUndefined();
});
