import type { Span } from '../text/span';
import { daysInMonth, isoDate, type MonthDay } from './calendar';
import type { RawFault } from './deadline-types';

/** A whole date as written: 2023年11月27日, 11月27日, 2023-11-27. */
export interface WrittenDate extends MonthDay {
  readonly year?: number;
  /** `11月27日` or `2023-11-27` is at {@link span}, `11月` (`11`) and `27日` (`27`) at the others. */
  readonly span: Span;
  readonly monthSpan: Span;
  readonly daySpan: Span;
}

const WHOLE_DATE = /^(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日$|^(\d{4})-(\d{2})-(\d{2})$/;

/** Null for anything that is not just a date. @param offset where `text` stands, for the spans */
export function readWholeDate(text: string, offset: number): WrittenDate | null {
  const match = WHOLE_DATE.exec(text);
  if (!match) return null;
  const [, year, month = '', day = ''] = match[4] === undefined ? match : [text, ...match.slice(4)];
  const end = offset + text.length;
  const unit = match[4] === undefined ? 1 : 0;
  const dayStart = end - unit - day.length;
  const monthStart = dayStart - 1 - month.length;
  return {
    ...(year !== undefined && { year: Number(year) }),
    month: Number(month),
    day: Number(day),
    span: { start: offset, end },
    monthSpan: { start: monthStart, end: monthStart + month.length + unit },
    daySpan: { start: dayStart, end },
  };
}

/** A month or a day that the calendar lacks. */
export function dateFault({ month, day, monthSpan, daySpan }: WrittenDate, year: number | undefined): RawFault | null {
  const days = daysInMonth(month, year);
  if (days === 0) return { rule: 'deadline-date', reason: 'no-such-month', span: monthSpan, params: { month } };
  if (day >= 1 && day <= days) return null;
  if (month === 2 && day === 29 && year !== undefined) {
    return { rule: 'deadline-date', reason: 'no-leap-day', span: daySpan, params: { month, day, year } };
  }
  return { rule: 'deadline-date', reason: 'no-such-day', span: daySpan, params: { month, day, days } };
}

/** Whoever writes a 29th, 30th or 31st that the month lacks can only have meant its end. */
export function isEndMeant({ month, day }: MonthDay): boolean {
  return daysInMonth(month) > 0 && day >= 29 && day <= 31;
}

/** True for the day before a month's last; in February only where the year is known. */
export function isMonthEndEve({ month, day }: MonthDay, year: number | undefined): boolean {
  return (month !== 2 || year !== undefined) && day === daysInMonth(month, year) - 1;
}

/** ISO form of a day in a year; undefined without a year, or for the 29th of a February that has none. */
export function resolveDay({ month, day }: MonthDay, year: number | undefined): string | undefined {
  return year === undefined || day > daysInMonth(month, year) ? undefined : isoDate(year, { month, day });
}
