import { daysInMonth, isoDate, lastDayOfMonth, type MonthDay } from './calendar';
import type { Deadline, DeadlineKind, RawFault } from './deadline-types';
import { dateFault, isEndMeant, isMonthEndEve, readWholeDate, resolveDay } from './deadline-whole-date';

const OPEN_FORMS = new Set(['长期坚持', '持续推进', '常态化']);
const RECURRING = /^(?:(\d{4})年)?(?:每季度末前?|每半年|每周[一二三四五六日天]前|每月(?:(\d{1,2})日|底|[上中下]旬)前)$/;
const PREFIX = /^(?:(每年)|(\d{4})年)?/;
const MONTH_PART = /^(\d{1,2})月(?:底|([上中下])旬)前$/;
const RANGE = /^((?:每年)?)(\d{4}-\d{2}-\d{2}|[\d年月日]{4,11})([至—–~～-])(\d{4}-\d{2}-\d{2}|[\d年月日]{4,11})$/;
const QUARTERS = '一二三四';
const TEN_DAYS = '上中下';

/**
 * Reads a deadline in one of the forms of contract section 5. `text` has no blanks; `year` stands in for a year that
 * the text does not name. Null: none of the forms, so that the text is malformed.
 */
export function readDeadline(text: string, year?: number): Deadline | RawFault | null {
  if (OPEN_FORMS.has(text)) return deadline('open', {});
  return readRecurring(text) ?? readRange(text, year) ?? readIsoDate(text) ?? readDated(text, year);
}

/** True for a deadline that is understood. */
export function isDeadline(reading: Deadline | RawFault | null): reading is Deadline {
  return reading !== null && 'ok' in reading;
}

function deadline(kind: DeadlineKind, rest: Partial<Omit<Deadline, 'ok' | 'kind'>>): Deadline {
  return { ok: true, kind, explicitYear: false, yearless: false, monthEndEve: false, ...rest };
}

function readRecurring(text: string): Deadline | RawFault | null {
  const match = RECURRING.exec(text);
  if (!match) return null;
  const day = match[2] === undefined ? 1 : Number(match[2]);
  if (day < 1 || day > 31) {
    const start = text.indexOf('月') + 1;
    return {
      rule: 'deadline-date',
      reason: 'no-such-day-of-month',
      span: { start, end: text.length - 1 },
      params: { day },
    };
  }
  return deadline('recurring', { explicitYear: match[1] !== undefined });
}

function readIsoDate(text: string): Deadline | RawFault | null {
  const date = text.includes('-') ? readWholeDate(text, 0) : null;
  if (date?.year === undefined) return null;
  const fault = dateFault(date, date.year);
  if (fault) {
    const end = lastDayOfMonth(date.month, date.year);
    return isEndMeant(date) && end ? { ...fault, suggestion: isoDate(date.year, end) } : fault;
  }
  return deadline('date', {
    last: isoDate(date.year, date),
    explicitYear: true,
    monthDay: { month: date.month, day: date.day },
    monthEndEve: isMonthEndEve(date, date.year),
  });
}

/** Everything with 每年 or a year in front: days before which, parts of the year, 年底前. */
function readDated(text: string, defaultYear?: number): Deadline | RawFault | null {
  const prefix = PREFIX.exec(text);
  const head = prefix?.[0] ?? '';
  const recurring = prefix?.[1] !== undefined;
  const explicit = prefix?.[2] === undefined ? undefined : Number(prefix[2]);
  const body = text.slice(head.length);
  // 每年2月29日前 is right whatever the year at hand.
  const year = recurring ? undefined : (explicit ?? defaultYear);
  const resolve = (kind: 'date' | 'month', month: number, day?: number): Deadline => {
    const end = day === undefined ? lastDayOfMonth(month, year) : { month, day };
    const atYear = explicit ?? defaultYear;
    const resolved = end ?? lastDayOfMonth(month, atYear);
    const last = resolved && resolveDay(resolved, atYear);
    return deadline(recurring ? 'recurring' : kind, {
      ...(last !== undefined && { last }),
      explicitYear: explicit !== undefined,
      yearless: !recurring && explicit === undefined,
      ...(end && { monthDay: end }),
      monthEndEve: kind === 'date' && day !== undefined && isMonthEndEve({ month, day }, year),
    });
  };

  const date = body.endsWith('日前') ? readWholeDate(body.slice(0, -1), head.length) : null;
  if (date && date.year === undefined) {
    const fault = dateFault(date, year);
    if (fault) return isEndMeant(date) ? { ...fault, suggestion: `${head}${date.month}月底前` } : fault;
    return resolve('date', date.month, date.day);
  }
  const part = MONTH_PART.exec(body);
  if (part) {
    const month = Number(part[1]);
    if (daysInMonth(month) === 0) {
      const span = { start: head.length, end: body.indexOf('月') + head.length + 1 };
      return { rule: 'deadline-date', reason: 'no-such-month', span, params: { month } };
    }
    const ten = TEN_DAYS.indexOf(part[2] ?? '下');
    return resolve('month', month, ten < 2 ? (ten + 1) * 10 : undefined);
  }
  if (/^年底前$/.test(body) || (head !== '' && body === '底前')) return resolve('month', 12);
  const quarter = /^第([一二三四])季度(?:末前)?$/.exec(body);
  if (quarter) return resolve('month', (QUARTERS.indexOf(quarter[1] ?? '') + 1) * 3);
  const half = /^([上下])半年$/.exec(body);
  if (half) return resolve('month', half[1] === '上' ? 6 : 12);
  return null;
}

/** First day, sign, last day; the year of one side serves the other. 每年 in front makes it recurring. */
function readRange(text: string, defaultYear?: number): Deadline | RawFault | null {
  const match = RANGE.exec(text);
  if (!match) return null;
  const [, every = '', left = '', sign = '', right = ''] = match;
  const first = readWholeDate(left, every.length);
  const last = readWholeDate(right, every.length + left.length + sign.length);
  if (!first || !last) return null;
  const explicit = last.year ?? first.year;
  const recurring = every !== '';
  if (recurring && explicit !== undefined) return null;

  const wraps = order(first) > order(last);
  const known = recurring ? undefined : (explicit ?? defaultYear);
  const lastYear = last.year ?? known;
  // 12月25日至2024年1月5日 begins in the year before; a year on the first day only is that of both.
  const firstYear = first.year ?? (known !== undefined && last.year !== undefined && wraps ? known - 1 : known);
  const fault = dateFault(first, firstYear) ?? dateFault(last, lastYear);
  if (fault) return fault;
  const backwards = firstYear === lastYear ? wraps : (firstYear ?? 0) > (lastYear ?? 0);
  if (backwards && !recurring) {
    const params = { first: left, last: right };
    return { rule: 'deadline-range', reason: 'end-before-start', span: last.span, params };
  }
  const firstDay = resolveDay(first, firstYear ?? defaultYear);
  const lastDay = resolveDay(last, lastYear ?? (wraps && defaultYear !== undefined ? defaultYear + 1 : defaultYear));
  return deadline(recurring ? 'recurring' : 'range', {
    ...(firstDay !== undefined && { first: firstDay }),
    ...(lastDay !== undefined && { last: lastDay }),
    explicitYear: explicit !== undefined,
    yearless: !recurring && explicit === undefined,
    monthDay: { month: last.month, day: last.day },
  });
}

function order({ month, day }: MonthDay): number {
  return month * 100 + day;
}
