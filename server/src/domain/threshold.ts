import type { Span } from '../text/span';
import { align } from './align';
import { normalizeText, normalizeWithOffsets } from './similarity';
import {
  BOUND_AFTER,
  BOUND_BEFORE,
  CLAUSE_BREAK,
  DATE,
  DATE_BOUND,
  type Direction,
  directionAfter,
  directionBefore,
  FAR_BOUND,
  FREQUENCY,
  parseNumber,
  QUANTITY,
  QUOTED_TITLE,
  SLOGAN,
  type ThresholdUnit,
  UNITS,
} from './threshold-grammar';

export type { Direction, ThresholdUnit } from './threshold-grammar';

/** A number that a text demands: a share, a count, a period or a last day. */
export interface Threshold {
  /** The number with its unit: 90%, 5个工作日, 3月1日. */
  readonly span: Span;
  readonly unit: ThresholdUnit;
  /** Dates are numbers that sort: 301 for 3月1日, 1231 for 年底, 20211231 for 2021年年底, 28 for 每月28日. */
  readonly value: number;
  readonly direction: Direction;
  /** The words that give the direction, in order: 不少于; 达到, 以上; 最迟, 内. */
  readonly words: readonly string[];
  /** How often: 每年, 每半年, …; null where the clause does not say. */
  readonly frequency: string | null;
  /** From the first of frequency, words and number to the last: 每年至少对1件, 不低于90%. */
  readonly phraseSpan: Span;
  /** Up to eight normalised characters before and after {@link span}. */
  readonly context: { readonly before: string; readonly after: string };
}

/** What a threshold became, seen from the text that demands it. */
export type Verdict = 'same' | 'laxer' | 'stricter' | 'incomparable';

/** A threshold of the required text and what stands for it in the actual one; a dropped one is laxer, a new one stricter. */
export interface AlignedThreshold {
  readonly required?: Threshold;
  readonly actual?: Threshold;
  readonly verdict: Verdict;
}

interface Candidate {
  readonly span: Span;
  readonly unit: ThresholdUnit;
  readonly value: number;
  /** Counts only with words of direction. */
  readonly bounded: boolean;
  readonly isDate: boolean;
}

const CONTEXT_LENGTH = 8;
/** How far words of direction may stand from their number, and how far to look for them (UTF-16 units). */
const FAR = 16;
const NEAR = 2;
const WINDOW = 28;
/** How far before the rest of a phrase 每年 may stand and still belong to it. */
const FREQUENCY_REACH = 8;

/**
 * All thresholds of a text, in order. Not thresholds: numbers without a unit (12345, 110), years, ordinals (第26项), dates
 * without 前 or 底, and whatever stands in 《》 or 〔〕; Chinese numerals count only with words of direction (至少一次).
 */
export function findThresholds(text: string): Threshold[] {
  const titles = spansOf(text, QUOTED_TITLE);
  const dates = findDates(text);
  const dateSpans = dates.map(({ span }) => span);
  const candidates = outside([...dates, ...outside(findQuantities(text), dateSpans)].sort(byPlace), titles);
  const found: Threshold[] = [];
  for (const candidate of candidates) {
    const threshold = withWords(text, candidate, found.at(-1)?.phraseSpan.end ?? 0);
    if (threshold) found.push(threshold);
  }
  return found;
}

/**
 * Whether `actual` demands less or more than `required`. Incomparable are different units or frequencies, opposite
 * directions and two different exact numbers; an exact number takes the direction of the other one.
 */
export function compareThresholds(required: Threshold, actual: Threshold): Verdict {
  if (required.unit !== actual.unit) return 'incomparable';
  if (required.frequency && actual.frequency && required.frequency !== actual.frequency) return 'incomparable';
  const directions = new Set([required.direction, actual.direction]);
  directions.delete('exact');
  const [direction] = directions;
  if (directions.size > 1) return 'incomparable';
  if (required.value === actual.value) return 'same';
  if (direction === undefined) return 'incomparable';
  const isLaxer = direction === 'at-least' ? actual.value < required.value : actual.value > required.value;
  return isLaxer ? 'laxer' : 'stricter';
}

/**
 * Pairs the thresholds of two wordings of one requirement by their place in a character alignment, and those that moved by
 * value. First the required ones in order, then those that only the actual text has.
 */
export function alignThresholds(requiredText: string, actualText: string): AlignedThreshold[] {
  const required = findThresholds(requiredText);
  const actual = findThresholds(actualText);
  const partners = pairByPlace(required, actual, images(requiredText, actualText));
  pairByValue(required, actual, partners);
  const taken = new Set(partners);
  const aligned = required.map((threshold, index): AlignedThreshold => {
    const partner = actual[partners[index] ?? -1];
    if (!partner) return { required: threshold, verdict: 'laxer' };
    return { required: threshold, actual: partner, verdict: compareThresholds(threshold, partner) };
  });
  const added = actual.filter((_, index) => !taken.has(index));
  return [
    ...aligned,
    ...added.map(
      (threshold) =>
        slowerPeriod(required, threshold, requiredText) ?? { actual: threshold, verdict: 'stricter' as const },
    ),
  ];
}

/** 每两年 where the other text has 每年: no demand of its own but a laxer period. */
function slowerPeriod(
  required: readonly Threshold[],
  added: Threshold,
  requiredText: string,
): AlignedThreshold | undefined {
  if (added.unit !== '年' || added.words[0] !== '每' || added.value < 2) return undefined;
  const periodic = required.find(({ frequency }) => frequency !== null);
  if (!periodic?.frequency) return undefined;
  const start = requiredText.lastIndexOf(periodic.frequency, periodic.span.start);
  if (start < 0) return undefined;
  const span = { start, end: start + periodic.frequency.length };
  return { required: { ...periodic, span, phraseSpan: span, words: [] }, actual: added, verdict: 'laxer' };
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

/** The candidate with the words around it, or null if it counts only with words of direction and has none. */
function withWords(text: string, candidate: Candidate, floor: number): Threshold | null {
  const { span, unit, value, isDate } = candidate;
  const lead = leadOf(text, Math.max(floor, span.start - WINDOW), span.start);
  const bound = unit === '年' ? (intervalOf(lead) ?? lastBound(lead, isDate)) : lastBound(lead, isDate);
  const tail = BOUND_AFTER.exec(text.slice(span.end, span.end + 8))?.[0] ?? '';
  const after = isDate && !tail.endsWith('前') ? '' : tail;
  if (candidate.bounded && !bound && after === '') return null;
  const frequency = [...lead.matchAll(FREQUENCY)].at(-1);
  const boundStart = bound?.index ?? lead.length;
  const isFrequencyNear = frequency !== undefined && frequency.index >= boundStart - FREQUENCY_REACH;
  const phraseStart = isFrequencyNear ? Math.min(frequency.index, boundStart) : boundStart;
  return {
    span,
    unit,
    value,
    direction: isDate ? 'before' : (bound?.direction ?? (after === '' ? 'exact' : directionAfter(after))),
    words: [bound?.word ?? '', after.trim()].filter((word) => word !== ''),
    frequency: frequency?.[0] ?? null,
    phraseSpan: { start: span.start - lead.length + phraseStart, end: span.end + after.length },
    context: {
      before: normalizeText(text.slice(Math.max(0, span.start - WINDOW), span.start)).slice(-CONTEXT_LENGTH),
      after: normalizeText(text.slice(span.end, span.end + WINDOW)).slice(0, CONTEXT_LENGTH),
    },
  };
}

/** The text from `from` to `to`, less all up to its last clause break. */
function leadOf(text: string, from: number, to: number): string {
  const lead = text.slice(from, to);
  const lastBreak = [...lead.matchAll(CLAUSE_BREAK)].at(-1);
  return lastBreak ? lead.slice(lastBreak.index + 1) : lead;
}

interface Bound {
  readonly word: string;
  readonly index: number;
  readonly direction: Direction;
}

function lastBound(lead: string, isDate: boolean): Bound | null {
  const match = [...lead.matchAll(BOUND_BEFORE)].at(-1);
  if (!match || (isDate && !DATE_BOUND.test(match[0]))) return null;
  const [word] = match;
  const gap = lead.slice(match.index + word.length).trim().length;
  if (gap > (FAR_BOUND.test(word) ? FAR : NEAR)) return null;
  return { word, index: match.index, direction: directionBefore(word) };
}

/** 每2年: every two years at most. */
function intervalOf(lead: string): Bound | null {
  const trimmed = lead.trimEnd();
  return trimmed.endsWith('每') ? { word: '每', index: trimmed.length - 1, direction: 'at-most' } : null;
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

/** Of each UTF-16 unit of `a`, what stands for it in `b`: [start, end), empty if it was dropped; -1 for punctuation. */
function images(a: string, b: string): { starts: Int32Array; ends: Int32Array } {
  const starts = new Int32Array(a.length).fill(-1);
  const ends = new Int32Array(a.length).fill(-1);
  const left = normalizeWithOffsets(a).offsets;
  const right = normalizeWithOffsets(b).offsets;
  let [i, j] = [0, 0];
  for (const { kind, aSpan, bSpan } of align(a, b)) {
    for (; (left[i] ?? Infinity) < aSpan.end; i++) {
      const at = left[i] ?? 0;
      const target = right[j] ?? 0;
      starts[at] = kind === 'equal' ? target : bSpan.start;
      ends[at] = kind === 'equal' ? target + 1 : bSpan.end;
      if (kind === 'equal') j++;
    }
    while ((right[j] ?? Infinity) < bSpan.end) j++;
  }
  return { starts, ends };
}

/** For each required threshold the index of the actual one that stands in its place, or -1. */
function pairByPlace(
  required: readonly Threshold[],
  actual: readonly Threshold[],
  image: ReturnType<typeof images>,
): number[] {
  let next = 0;
  return required.map(({ span, unit }) => {
    const units = Array.from({ length: span.end - span.start }, (_, offset) => span.start + offset);
    const kept = units.filter((at) => (image.ends[at] ?? -1) > (image.starts[at] ?? -1));
    if (kept.length === 0) return -1;
    const start = Math.min(...kept.map((at) => image.starts[at] ?? Infinity));
    const end = Math.max(...kept.map((at) => image.ends[at] ?? -1));
    while ((actual[next]?.span.end ?? Infinity) <= start) next++;
    const rivals: number[] = [];
    for (let i = next; i < next + FAR && (actual[i]?.span.start ?? Infinity) < end; i++) rivals.push(i);
    // In a longer rewritten stretch only the same unit tells which number stands for which.
    const isTight = end - start <= span.end - span.start + NEAR;
    const partner = rivals.find((i) => actual[i]?.unit === unit) ?? (isTight ? rivals[0] : undefined);
    if (partner === undefined) return -1;
    next = partner + 1;
    return partner;
  });
}

/** Pairs what is left, in order and between the pairs there are, where unit and value are the same: it only moved. */
function pairByValue(required: readonly Threshold[], actual: readonly Threshold[], partners: number[]): void {
  const taken = new Set(partners);
  let next = 0;
  for (const [index, { unit, value }] of required.entries()) {
    const partner = partners[index] ?? -1;
    if (partner >= 0) {
      next = partner + 1;
      continue;
    }
    for (let i = next; i < next + FAR && i < actual.length && !taken.has(i); i++) {
      if (actual[i]?.unit !== unit || actual[i]?.value !== value) continue;
      partners[index] = i;
      next = i + 1;
      break;
    }
  }
}
