import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseDate } from '../../server/src/domain/date';

describe('parseDate', () => {
  it.each(['2021-10-20', '2024-02-29', ' 2021-10-20\n'])('reads %j', (text) => {
    expect(parseDate(text)).toEqual({ ok: true, iso: text.trim() });
  });

  it.each([
    ['2021年10月20日', '2021-10-20'],
    ['2021年1月5日', '2021-01-05'],
    ['2021/10/20', '2021-10-20'],
    ['2021.1.5', '2021-01-05'],
    ['2021-1-5', '2021-01-05'],
    ['20211020', '2021-10-20'],
    ['２０２１-10-20', '2021-10-20'],
    ['2021 年 10 月 20 日', '2021-10-20'],
    ['2021年2月30日', undefined],
    ['2021年10月', undefined],
    ['10月20日', undefined],
    ['21-10-20', undefined],
    ['另行通知', undefined],
  ])('offers for %j: %j', (text, suggestion) => {
    const reading = parseDate(text);
    expect(reading).toMatchObject({ ok: false, rule: 'deadline-format', span: { start: 0, end: text.length } });
    expect(reading.ok ? undefined : reading.suggestion).toBe(suggestion);
  });

  it('finds the day that does not exist, and makes no guess', () => {
    expect(parseDate('2021-02-30')).toEqual({
      ok: false,
      rule: 'deadline-date',
      reason: 'no-such-day',
      span: { start: 8, end: 10 },
      params: { month: 2, day: 30, days: 28, text: '2021-02-30', piece: '30' },
    });
    expect(parseDate('2021-13-01')).toMatchObject({ reason: 'no-such-month', span: { start: 5, end: 7 } });
  });

  it('never throws, and points inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'0129-/.年月日 　\n') })), (text) => {
        const reading = parseDate(text);
        if (reading.ok) expect(text.trim()).toBe(reading.iso);
        else expect(reading.span.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
