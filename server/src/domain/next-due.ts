import { daysInMonth, isoDate } from './calendar';
import { parseDeadline } from './deadline';

const DAY = 86_400_000;
/** 2月29日 may be eight years off: 2096 → 2104. */
const YEARS_AHEAD = 8;
const WEEKDAYS = '日一二三四五六';
const WITHIN_YEAR =
  /^(?:(\d{4})年)?(?:(每季度末前?)|(每半年)|每周([一二三四五六日天])前|每月(?:(\d{1,2})日|(底|[上中下]旬))前)$/;
const LAST_DAYS: Readonly<Record<string, number>> = { 上旬: 10, 中旬: 20 };

/** Whole days from one ISO day to another; negative where `to` lies before `from`. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}

/**
 * The day on which a deadline is due next, or was due the last time; undefined where it has no day (长期坚持, a month and
 * day without a year) or is malformed. Contract section 5.
 * @param today ISO; a recurring deadline is due then or after
 * @param year the year of a deadline without one (年度), if known
 */
export function nextDue(text: string, today: string, year?: number): string | undefined {
  const reading = parseDeadline(text, year);
  if (!reading.ok) return undefined;
  if (reading.kind !== 'recurring') return reading.last;
  const match = WITHIN_YEAR.exec(text.replace(/\s/g, ''));
  if (match) return nextWithinYear(match, today);
  const thisYear = Number(today.slice(0, 4));
  // A range that ends in the next year (每年12月25日至1月5日) may have begun in the last one.
  for (let at = thisYear - 1; at <= thisYear + YEARS_AHEAD; at++) {
    const occurrence = parseDeadline(text, at);
    if (occurrence.ok && occurrence.last !== undefined && occurrence.last >= today) return occurrence.last;
  }
  return undefined;
}

/** 每季度末, 每半年, 每周五前, 每月28日前, 每月底前; with a year in front only those of that year. */
function nextWithinYear(match: RegExpExecArray, today: string): string {
  const [, only, quarter, half, weekday, day, part] = match;
  const from = only !== undefined && today.slice(0, 4) < only ? `${only}-01-01` : today;
  const due = weekday ? nextWeekday(from, weekday) : nextMonthly(from, quarter ? 3 : half ? 6 : 1, day, part);
  return only !== undefined && due.slice(0, 4) > only ? lastOf(only, weekday, day, part) : due;
}

function nextWeekday(from: string, weekday: string): string {
  const wanted = Math.max(0, WEEKDAYS.indexOf(weekday));
  const ahead = (wanted - new Date(from).getUTCDay() + 7) % 7;
  return new Date(Date.parse(from) + ahead * DAY).toISOString().slice(0, 10);
}

/** The day in the first month from now on that `step` divides. A 31st is the last day of a shorter month. */
function nextMonthly(from: string, step: number, day: string | undefined, part: string | undefined): string {
  const [fromYear = 0, fromMonth = 1] = from.split('-').map(Number);
  let due = from;
  // At most a period and a month away.
  for (let ahead = 0; ahead <= step + 1; ahead++) {
    const month = ((fromMonth - 1 + ahead) % 12) + 1;
    const year = fromYear + Math.floor((fromMonth - 1 + ahead) / 12);
    due = isoDate(year, { month, day: dayOf(year, month, day, part) });
    if (month % step === 0 && due >= from) break;
  }
  return due;
}

function dayOf(year: number, month: number, day: string | undefined, part: string | undefined): number {
  const last = daysInMonth(month, year);
  return Math.min(last, day === undefined ? (LAST_DAYS[part ?? ''] ?? last) : Number(day));
}

function lastOf(year: string, weekday: string | undefined, day: string | undefined, part: string | undefined): string {
  if (weekday) return nextWeekday(`${year}-12-25`, weekday);
  return isoDate(Number(year), { month: 12, day: dayOf(Number(year), 12, day, part) });
}
