import { align } from './align';
import { normalizeWithOffsets } from './similarity';
import { compareThresholds, findThresholds, type Threshold, type Verdict } from './threshold';

/** How many thresholds further on a partner is looked for, and how much longer a stretch may be that only replaces a number. */
const FAR = 16;
const NEAR = 2;

/** A threshold of the required text and what stands for it in the actual one; a dropped one is laxer, a new one stricter. */
export interface AlignedThreshold {
  readonly required?: Threshold;
  readonly actual?: Threshold;
  readonly verdict: Verdict;
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
