import type { Span } from '../text/span';
import { DATE, parseNumber, QUANTITY, QUOTED_TITLE, SLOGAN, type ThresholdUnit, UNITS } from './threshold-grammar';

/** A number that may be a threshold; what stands around it decides. */
export interface Candidate {
  readonly span: Span;
  readonly unit: ThresholdUnit;
  readonly value: number;
  /** Counts only with words of direction. */
  readonly bounded: boolean;
  readonly isDate: boolean;
}

/** Dates and quantities of a text in order, those in 《》 or 〔〕 left out. */
export function findCandidates(text: string): Candidate[] {
  const titles = spansOf(text, QUOTED_TITLE);
  const dates = findDates(text);
  const dateSpans = dates.map(({ span }) => span);
  return outside([...dates, ...outside(findQuantities(text), dateSpans)].sort(byPlace), titles);
}

function byPlace(x: Candidate, y: Candidate): number {
  return x.span.start - y.span.start;
}

function findDates(text: string): Candidate[] {
  return [...text.matchAll(DATE)].map((match) => {
    const { monthly, month, day, part, year, endYear, shortYear } = match.groups ?? {};
    const base = { span: spanOf(match), isDate: true };
    if (monthly !== undefined) return { ...base, unit: '每月日', value: numberOf(monthly), bounded: true };
    const prefix = year ?? endYear ?? shortYear;
    const calendarYear = numberOf(prefix?.match(/^[0-9０-９]+/)?.[0]);
    const date =
      month === undefined ? 1231 : numberOf(month) * 100 + (day === undefined ? lastDay(part) : numberOf(day));
    return {
      ...base,
      unit: calendarYear > 0 ? '日期' : '月日',
      // 次年3月 comes after every day of this year.
      value: calendarYear * 10_000 + date + (prefix === '次年' ? 10_000 : 0),
      bounded: day !== undefined || (month === undefined && prefix === undefined),
    };
  });
}

function lastDay(part: string | undefined): number {
  return part === '上旬' ? 10 : part === '中旬' ? 20 : 31;
}

function findQuantities(text: string): Candidate[] {
  const slogans = spansOf(text, SLOGAN);
  const found: Candidate[] = [];
  let slogan = 0;
  for (const match of text.matchAll(QUANTITY)) {
    const { arabic, chinese, measure, chineseMeasure, percent, denominator, numerator } = match.groups ?? {};
    const base = { span: spanOf(match), isDate: false };
    if (percent !== undefined) {
      found.push({ ...base, unit: '%', value: numberOf(percent), bounded: false });
    } else if (denominator !== undefined) {
      const share = numberOf(numerator) / Math.max(1, numberOf(denominator));
      found.push({ ...base, unit: '%', value: Math.round(share * 10_000) / 100, bounded: true });
    } else {
      const kind = UNITS.get(measure ?? chineseMeasure ?? '');
      const value = numberOf(arabic ?? chinese);
      while ((slogans[slogan]?.end ?? Infinity) <= match.index) slogan++;
      const isSlogan = chinese !== undefined && (slogans[slogan]?.start ?? Infinity) < match.index;
      const isCalendarYear = kind?.unit === '年' && value >= 100;
      if (!kind || isSlogan || isCalendarYear) continue;
      found.push({ ...base, unit: kind.unit, value, bounded: kind.bounded || chinese !== undefined });
    }
  }
  return found;
}

function numberOf(text: string | undefined): number {
  return parseNumber(text ?? '') ?? 0;
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return [...text.matchAll(pattern)].map(spanOf);
}

/** The candidates that overlap none of the spans; both are in order. */
function outside(candidates: readonly Candidate[], spans: readonly Span[]): Candidate[] {
  let next = 0;
  return candidates.filter(({ span }) => {
    while ((spans[next]?.end ?? Infinity) <= span.start) next++;
    return (spans[next]?.start ?? Infinity) >= span.end;
  });
}
