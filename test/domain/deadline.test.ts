import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeFault, parseDeadline } from '../../server/src/domain/deadline';

/** [text, year, kind, last] */
type Valid = readonly [text: string, year: number | undefined, kind: string, last: string | undefined];

const DATED: readonly Valid[] = [
  ['5月30日前', 2021, 'date', '2021-05-30'],
  ['5月30日前', undefined, 'date', undefined],
  ['12月1日前', 2022, 'date', '2022-12-01'],
  ['05月03日前', 2022, 'date', '2022-05-03'],
  ['2022年5月30日前', 2021, 'date', '2022-05-30'],
  ['2022-05-30', 2021, 'date', '2022-05-30'],
  ['2024年2月29日前', undefined, 'date', '2024-02-29'],
  ['2月29日前', undefined, 'date', undefined],
  ['3月底前', 2022, 'month', '2022-03-31'],
  ['2月底前', 2022, 'month', '2022-02-28'],
  ['2024年2月底前', 2022, 'month', '2024-02-29'],
  ['3月上旬前', 2022, 'month', '2022-03-10'],
  ['3月中旬前', 2022, 'month', '2022-03-20'],
  ['3月下旬前', 2022, 'month', '2022-03-31'],
  ['2022年3月下旬前', undefined, 'month', '2022-03-31'],
  ['年底前', 2022, 'month', '2022-12-31'],
  ['2022年年底前', undefined, 'month', '2022-12-31'],
  ['2022年底前', undefined, 'month', '2022-12-31'],
  ['第一季度', 2022, 'month', '2022-03-31'],
  ['第二季度', 2022, 'month', '2022-06-30'],
  ['第三季度末前', 2022, 'month', '2022-09-30'],
  ['2022年第四季度', undefined, 'month', '2022-12-31'],
  ['上半年', 2022, 'month', '2022-06-30'],
  ['2023年下半年', 2022, 'month', '2023-12-31'],
];

const RECURRING: readonly Valid[] = [
  ['每年3月1日前', 2021, 'recurring', '2021-03-01'],
  ['每年3月1日前', undefined, 'recurring', undefined],
  ['每年2月29日前', 2021, 'recurring', undefined],
  ['每年1月底前', 2021, 'recurring', '2021-01-31'],
  ['每年2月底前', 2021, 'recurring', '2021-02-28'],
  ['每年第一季度', 2021, 'recurring', '2021-03-31'],
  ['每年第三季度末前', 2021, 'recurring', '2021-09-30'],
  ['每年3月上旬前', 2021, 'recurring', '2021-03-10'],
  ['每年年底前', 2021, 'recurring', '2021-12-31'],
  ['每年底前', 2021, 'recurring', '2021-12-31'],
  ['每年上半年', 2021, 'recurring', '2021-06-30'],
  ['每年3月1日至4月1日', 2021, 'recurring', '2021-04-01'],
  ['每年12月1日至1月31日', 2021, 'recurring', '2022-01-31'],
  ['每季度末', 2021, 'recurring', undefined],
  ['每季度末前', 2021, 'recurring', undefined],
  ['每半年', 2021, 'recurring', undefined],
  ['每月28日前', 2021, 'recurring', undefined],
  ['每月底前', 2021, 'recurring', undefined],
  ['每周五前', 2021, 'recurring', undefined],
  ['2022年每季度末', 2021, 'recurring', undefined],
];

const OPEN: readonly Valid[] = [
  ['长期坚持', 2021, 'open', undefined],
  ['持续推进', 2021, 'open', undefined],
  ['常态化', 2021, 'open', undefined],
];

const BLANKS: readonly Valid[] = [
  [' 5月30日前\t', 2021, 'date', '2021-05-30'],
  ['5 月 30 日前', 2021, 'date', '2021-05-30'],
  ['2022　年　5　月底前\n', 2021, 'month', '2022-05-31'],
  ['2023-11-27 至 2023-12-03', 2021, 'range', '2023-12-03'],
];

describe('parseDeadline understands', () => {
  it.each([...DATED, ...RECURRING, ...OPEN, ...BLANKS])('%s (%s): %s, %s', (text, year, kind, last) => {
    const deadline = parseDeadline(text, year);
    expect(deadline).toMatchObject({ ok: true, kind });
    expect(deadline.ok && deadline.last).toBe(last);
  });

  it.each([
    ['2023年11月27日至12月3日', undefined, '2023-11-27', '2023-12-03'],
    ['2023年11月17日-11月26日', undefined, '2023-11-17', '2023-11-26'],
    ['2023年11月27日—2023年12月3日', undefined, '2023-11-27', '2023-12-03'],
    ['2023年12月25日–2024年1月5日', undefined, '2023-12-25', '2024-01-05'],
    ['12月25日至2024年1月5日', undefined, '2023-12-25', '2024-01-05'],
    ['11月27日至2023年12月3日', 2021, '2023-11-27', '2023-12-03'],
    ['11月27日~12月3日', 2021, '2021-11-27', '2021-12-03'],
    ['11月27日～12月3日', undefined, undefined, undefined],
    ['2023-11-27至2023-12-03', undefined, '2023-11-27', '2023-12-03'],
    ['2023-11-27-2023-12-03', undefined, '2023-11-27', '2023-12-03'],
    ['2023-11-27 ~ 12月3日', undefined, '2023-11-27', '2023-12-03'],
    ['3月1日至3月1日', 2022, '2022-03-01', '2022-03-01'],
  ])('the range %s (%s)', (text, year, first, last) => {
    const deadline = parseDeadline(text, year);
    expect(deadline).toMatchObject({ ok: true, kind: 'range' });
    expect(deadline.ok && [deadline.first, deadline.last]).toEqual([first, last]);
  });

  it.each([
    ['5月30日前', { yearless: true, explicitYear: false, monthDay: { month: 5, day: 30 } }],
    ['2022年5月30日前', { yearless: false, explicitYear: true, monthDay: { month: 5, day: 30 } }],
    ['2022-05-30', { yearless: false, explicitYear: true }],
    ['第一季度', { yearless: true, monthDay: { month: 3, day: 31 } }],
    ['年底前', { yearless: true, monthDay: { month: 12, day: 31 } }],
    ['11月27日至12月3日', { yearless: true, explicitYear: false, monthDay: { month: 12, day: 3 } }],
    ['11月27日至2023年12月3日', { yearless: false, explicitYear: true }],
    ['每年3月1日前', { yearless: false, explicitYear: false, monthDay: { month: 3, day: 1 } }],
    ['每月28日前', { yearless: false, explicitYear: false }],
    ['长期坚持', { yearless: false, explicitYear: false }],
  ])('whose year %s is', (text, expected) => {
    expect(parseDeadline(text)).toMatchObject(expected);
  });

  it("February's end has no day without a year", () => {
    expect(parseDeadline('2月底前')).not.toHaveProperty('monthDay');
    expect(parseDeadline('2月底前', 2024)).toMatchObject({ monthDay: { month: 2, day: 29 } });
  });

  it.each([
    ['5月30日前', undefined, true],
    ['每年5月30日前', 2022, true],
    ['2022-05-30', undefined, true],
    ['4月29日前', undefined, true],
    ['2月27日前', 2022, true],
    ['2月27日前', 2024, false],
    ['2月28日前', 2024, true],
    ['2月28日前', undefined, false],
    ['6月30日前', undefined, false],
    ['5月31日前', undefined, false],
    ['5月底前', undefined, false],
    ['5月1日至5月30日', 2022, false],
  ])('%s (%s) ends on the eve of the last day: %s', (text, year, eve) => {
    expect(parseDeadline(text, year)).toMatchObject({ ok: true, monthEndEve: eve });
  });
});

/** ⟦ ⟧ marks the span. [marked text, reason, suggestion] */
const MALFORMED: readonly (readonly [marked: string, reason: string, suggestion?: string])[] = [
  ['5月⟦31⟧前', 'missing-day-word', '5月31日前'],
  ['5月⟦31⟧', 'missing-day-word', '5月31日前'],
  ['5月30⟦号⟧前', 'missing-day-word', '5月30日前'],
  ['5月30⟦曰⟧前', 'missing-day-word', '5月30日前'],
  ['2023年11月⟦27⟧-12月3日', 'missing-day-word', '2023年11月27日-12月3日'],
  ['2023年11月27日至12月⟦3⟧', 'missing-day-word', '2023年11月27日至12月3日'],
  ['11月27日至⟦30⟧日', 'missing-month-word', '11月27日至11月30日'],
  ['2022年⟦530⟧日前', 'missing-month-word', '2022年5月30日前'],
  ['⟦111日前⟧', 'missing-month-word'],
  ['⟦30日前⟧', 'missing-month-word'],
  ['5月⟦30日⟧', 'missing-before', '5月30日前'],
  ['2022年5月⟦底⟧', 'missing-before', '2022年5月底前'],
  ['2022年年⟦底⟧', 'missing-before', '2022年年底前'],
  ['每年3月⟦1日⟧', 'missing-before', '每年3月1日前'],
  ['第三季度⟦末⟧', 'missing-before', '第三季度末前'],
  ['每月⟦28日⟧', 'missing-before', '每月28日前'],
  ['每⟦周五⟧', 'missing-before', '每周五前'],
  ['⟦5月⟧', 'missing-before', '5月底前'],
  ['⟦5月前⟧', 'ambiguous-month'],
  ['⟦22⟧年5月30日前', 'two-digit-year', '2022年5月30日前'],
  ['⟦98年⟧5月30日前', 'year-digits'],
  ['⟦202年⟧5月30日前', 'year-digits'],
  ['⟦５⟧月３０日前', 'fullwidth-digits', '5月30日前'],
  ['⟦五⟧月三十日前', 'chinese-digits', '5月30日前'],
  ['⟦二〇二二⟧年五月三十日前', 'chinese-digits', '2022年5月30日前'],
  ['1⟦O⟧月30日前', 'letter-for-digit', '10月30日前'],
  ['3月⟦l⟧5日前', 'letter-for-digit', '3月15日前'],
  ['⟦2022.5.30⟧', 'dotted-date', '2022年5月30日前'],
  ['⟦2022/5/30⟧', 'dotted-date', '2022年5月30日前'],
  ['⟦5.30⟧前', 'dotted-date', '5月30日前'],
  ['⟦2022.5⟧', 'dotted-date', '2022年5月底前'],
  ['⟦2023.11.27⟧-2023.12.3', 'dotted-date', '2023年11月27日-2023年12月3日'],
  ['⟦22.5.30⟧', 'dotted-date', '2022年5月30日前'],
  ['⟦2022-5-30⟧', 'iso-digits', '2022年5月30日前'],
  ['⟦2022-05-30⟧前', 'iso-digits', '2022年5月30日前'],
  ['⟦20220530⟧', 'compact-date', '2022年5月30日前'],
  ['5月30日前⟦。⟧', 'trailing-stop', '5月30日前'],
  ['长期坚持⟦。⟧', 'trailing-stop', '长期坚持'],
  ['5月30日⟦之前⟧', 'wording', '5月30日前'],
  ['5月30日前⟦完成⟧', 'wording', '5月30日前'],
  ['⟦于⟧5月30日前', 'wording', '5月30日前'],
  ['2022年⟦内⟧', 'wording', '2022年底前'],
  ['5月⟦末⟧前', 'wording', '5月底前'],
  ['⟦一季度⟧', 'wording', '第一季度'],
  ['2022年⟦第1季度⟧', 'wording', '2022年第一季度'],
  ['⟦长期⟧', 'wording', '长期坚持'],
  ['11月27日⟦到⟧12月3日', 'range-sign', '11月27日至12月3日'],
  ['11月27日⟦——⟧12月3日', 'range-sign', '11月27日至12月3日'],
  ['11月27日至12月3日⟦前⟧', 'range-before', '11月27日至12月3日'],
  ['⟦2017322⟧', 'lost-glyphs'],
  ['5月⟦□⟧日前', 'lost-glyphs'],
  ['⟦\uFFFD⟧月30日前', 'lost-glyphs'],
  ['⟦已完成⟧', 'status'],
  ['⟦正在推进⟧', 'status'],
  ['⟦每年至少1次⟧', 'frequency'],
  ['⟦每季度⟧', 'frequency'],
  ['⟦5个工作日内⟧', 'relative-period'],
  ['收到通知后⟦30日内⟧', 'relative-period'],
  ['⟦一年内⟧', 'relative-period'],
  ['⟦明年⟧3月1日前', 'relative-period'],
  ['⟦尽快⟧', 'vague'],
  ['5月底⟦前完成初稿，6月底前⟧', 'several-dates'],
  ['⟦2022年每年3月1日前⟧', 'not-understood'],
  ['⟦底前⟧', 'not-understood'],
  ['⟦全年⟧', 'not-understood'],
  ['⟦abc⟧', 'not-understood'],
  ['⟦⟧', 'empty'],
  ['⟦  ⟧', 'empty'],
];

function unmark(marked: string) {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  return { text: marked.replace('⟦', '').replace('⟧', ''), span: { start, end } };
}

describe('parseDeadline refuses as malformed', () => {
  const cases = MALFORMED.map(([marked, reason, suggestion]) => ({ marked, reason, suggestion }));
  it.each(cases)('$marked: $reason, $suggestion', ({ marked, reason, suggestion }) => {
    const { text, span } = unmark(marked);
    const fault = parseDeadline(text, 2022);
    expect(fault).toMatchObject({ ok: false, rule: 'deadline-format', reason, span });
    expect(!fault.ok && fault.suggestion).toBe(suggestion);
  });

  it('maps a span back over blanks', () => {
    const { text, span } = unmark('5 月 ⟦3 1⟧ 前');
    expect(parseDeadline(text)).toMatchObject({ reason: 'missing-day-word', span, suggestion: '5月31日前' });
  });

  it('says nothing of a correction that is itself no date', () => {
    expect(parseDeadline('5月32前')).toMatchObject({ reason: 'missing-day-word' });
    expect(parseDeadline('5月32前')).not.toHaveProperty('suggestion');
  });
});

describe('parseDeadline refuses a day that does not exist', () => {
  it.each([
    ['2月⟦30日⟧前', undefined, 'no-such-day', '2月底前'],
    ['4月⟦31日⟧前', 2022, 'no-such-day', '4月底前'],
    ['2022年2月⟦31日⟧前', undefined, 'no-such-day', '2022年2月底前'],
    ['每年2月⟦30日⟧前', 2022, 'no-such-day', '每年2月底前'],
    ['2022-02-⟦30⟧', undefined, 'no-such-day', '2022-02-28'],
    ['5月⟦32日⟧前', undefined, 'no-such-day', undefined],
    ['5月⟦0日⟧前', undefined, 'no-such-day', undefined],
    ['2月⟦29日⟧前', 2022, 'no-leap-day', '2月底前'],
    ['2023年2月⟦29日⟧前', 2024, 'no-leap-day', '2023年2月底前'],
    ['⟦13月⟧5日前', undefined, 'no-such-month', undefined],
    ['2022-⟦13⟧-05', undefined, 'no-such-month', undefined],
    ['2022年⟦13月⟧底前', undefined, 'no-such-month', undefined],
    ['⟦0月⟧上旬前', undefined, 'no-such-month', undefined],
    ['每月⟦32日⟧前', undefined, 'no-such-day-of-month', undefined],
    ['2023年11月1日至11月⟦31日⟧', undefined, 'no-such-day', undefined],
    ['2023年2月⟦29日⟧至3月1日', undefined, 'no-leap-day', undefined],
  ])('%s (%s): %s, %s', (marked, year, reason, suggestion) => {
    const { text, span } = unmark(marked);
    const fault = parseDeadline(text, year);
    expect(fault).toMatchObject({ ok: false, rule: 'deadline-date', reason, span });
    expect(!fault.ok && fault.suggestion).toBe(suggestion);
  });
});

describe('parseDeadline refuses an end before its start', () => {
  it.each([
    '2023年12月3日至⟦11月26日⟧',
    '12月25日至⟦1月5日⟧',
    '2024年1月5日-⟦2023年12月25日⟧',
    '2023-12-03至⟦2023-11-27⟧',
  ])('%s', (marked) => {
    const { text, span } = unmark(marked);
    const fault = parseDeadline(text, 2023);
    expect(fault).toMatchObject({ ok: false, rule: 'deadline-range', reason: 'end-before-start', span });
    expect(fault).not.toHaveProperty('suggestion');
  });
});

describe('describeFault', () => {
  it.each([
    ['5月31前', undefined, '完成时限「5月31前」缺「日」，应为「5月31日前」。'],
    ['5月30日', undefined, '完成时限「5月30日」缺「前」，应为「5月30日前」。'],
    ['2月30日前', undefined, '2月没有30日。'],
    ['2月29日前', 2022, '2022年2月没有29日。'],
    ['13月5日前', undefined, '没有13月这个月份。'],
    ['已完成', undefined, '完成时限「已完成」写的是进展情况，请写日期，如「5月31日前」。'],
    ['3月l5日前', undefined, '完成时限「3月l5日前」把字母「l」当作数字，应为「3月15日前」。'],
    ['12月3日至11月26日', 2022, '结束日期「11月26日」早于开始日期「12月3日」。'],
    ['', undefined, '完成时限是空的，请写日期，如「5月31日前」。'],
  ])('%s', (text, year, message) => {
    const fault = parseDeadline(text, year);
    expect(fault.ok).toBe(false);
    if (!fault.ok) expect(describeFault(fault)).toBe(message);
  });

  it('names the field and shortens a long text', () => {
    const fault = parseDeadline('结合实际'.repeat(30));
    if (fault.ok) throw new Error('expected a fault');
    expect(describeFault(fault, '时间')).toBe(
      `时间「${'结合实际'.repeat(6)}…」不是规定写法，请写日期，如「5月31日前」。`,
    );
  });

  it('leaves no placeholder open', () => {
    for (const [marked] of MALFORMED) {
      const fault = parseDeadline(unmark(marked).text);
      if (!fault.ok) expect(describeFault(fault)).not.toMatch(/[{}]|undefined|「」/);
    }
  });
});

describe('parseDeadline on any text', () => {
  const phrase = fc
    .array(
      fc.constantFrom(
        ...['每年', '2022年', '22年', '年', '5', '31', '1O', '月', '日', '号', '底', '前', '上旬', '至', '-', '.', '/'],
        ...[
          '第',
          '一',
          '季度',
          '末',
          '半年',
          '每',
          '周',
          '个',
          '内',
          '。',
          ' ',
          '２',
          '〇',
          'l',
          '长期',
          '完成',
          '\uFFFD',
        ],
      ),
      { maxLength: 12 },
    )
    .map((parts) => parts.join(''));
  const year = fc.option(fc.integer({ min: 1900, max: 2100 }), { nil: undefined });

  it('a suggestion parses, the span lies inside the text', () => {
    fc.assert(
      fc.property(fc.oneof(phrase, fc.string(), fc.string({ unit: 'binary' })), year, (text, y) => {
        const result = parseDeadline(text, y);
        if (result.ok) return;
        expect(result.span.start).toBeGreaterThanOrEqual(0);
        expect(result.span.start).toBeLessThanOrEqual(result.span.end);
        expect(result.span.end).toBeLessThanOrEqual(text.length);
        if (text.trim() !== '') expect(result.span.end).toBeGreaterThan(result.span.start);
        if (result.suggestion !== undefined) {
          expect(parseDeadline(result.suggestion, y)).toMatchObject({ ok: true });
          expect(result.suggestion).not.toBe(text);
        }
        expect(describeFault(result)).not.toMatch(/undefined/);
      }),
      { numRuns: 5000 },
    );
  });

  it('blanks make no difference to the meaning', () => {
    fc.assert(
      fc.property(phrase, year, (text, y) => {
        const spaced = [...text].join(' ');
        const [plain, wide] = [parseDeadline(text, y), parseDeadline(spaced, y)];
        if (plain.ok) expect(wide).toEqual(plain);
        else expect(wide).toMatchObject({ ok: false, reason: plain.reason });
      }),
      { numRuns: 2000 },
    );
  });

  it.each(['每年', '1', '.', '年底前', ' ', '每年至少', 'O', '－'])('does not hang on a megabyte of 「%s」', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(parseDeadline(text).ok).toBe(false);
  });
});
