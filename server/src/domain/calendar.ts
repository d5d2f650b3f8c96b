/** A day of some year, both numbers counted from 1. */
export interface MonthDay {
  readonly month: number;
  readonly day: number;
}

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** Number of days in a month (1–12), 0 for a month that does not exist. Without a year, February has 29. */
export function daysInMonth(month: number, year?: number): number {
  if (month === 2) return year === undefined || isLeapYear(year) ? 29 : 28;
  return LENGTHS[month - 1] ?? 0;
}

/** The last day of a month; undefined for February of an unknown year. */
export function lastDayOfMonth(month: number, year?: number): MonthDay | undefined {
  return month === 2 && year === undefined ? undefined : { month, day: daysInMonth(month, year) };
}

/** `2022-05-30`. */
export function isoDate(year: number, { month, day }: MonthDay): string {
  const pad = (n: number, width: number) => String(n).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`;
}
