import type { Span } from '../text/span';
import { normalizeText } from './similarity';
import { type Candidate, findCandidates } from './threshold-candidates';
import {
  BOUND_AFTER,
  BOUND_BEFORE,
  CLAUSE_BREAK,
  DATE_BOUND,
  type Direction,
  directionAfter,
  directionBefore,
  FAR_BOUND,
  FREQUENCY,
  type ThresholdUnit,
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
  const found: Threshold[] = [];
  for (const candidate of findCandidates(text)) {
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
