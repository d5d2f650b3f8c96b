import type { Span } from '../text/span';
import { classify } from './change';
import { normalizeWithOffsets } from './similarity';
import { simplifiedForm } from './traditional';

/** A slip in a passage that is otherwise copied from elsewhere. */
export interface CopySlip {
  /** In the text copied from; empty where the copy has a character too many. */
  readonly a: Span;
  /** In the copy; empty where it lacks one. */
  readonly b: Span;
  /** Equal characters before and after. */
  readonly before: number;
  readonly after: number;
}

const HAN = /^\p{Script=Han}+$/u;
/** In free text one of them for another is another construction: 信息和答复 beside 信息的答复. */
const PARTICLES = '的地得和与及或并等了着过之其所';
/** Longest texts and furthest context looked at, in characters; longest list of places of one bigram. */
const MAX_LENGTH = 4_000;
const REACH = 24;
const MAX_PLACES = 16;
/** Equal characters around a slip: on the poorer side, and in all. A character too many or too few needs more. */
const REPLACED = { side: 2, sum: 8 };
const SHIFTED = { side: 4, sum: 12 };

/**
 * Slips of one character in passages of `text` that repeat a passage of `source`: 推进跨部门联全监管 beside 大力推进跨部门联合监管.
 * For free text, which need not follow the source elsewhere. Punctuation and blanks aside. Linear in both, for practical texts.
 */
export function findCopySlips(source: string, text: string): CopySlip[] {
  const left = normalizeWithOffsets(source.slice(0, MAX_LENGTH));
  const right = normalizeWithOffsets(text.slice(0, MAX_LENGTH));
  const [a, b] = [left.text, right.text];
  const places = bigramPlaces(a);
  const found = new Map<string, CopySlip>();
  for (let j = 2; j < b.length; j++) {
    for (const i of places.get(b.slice(j - 2, j)) ?? []) {
      if (i >= a.length || a.charAt(i) === b.charAt(j)) continue;
      const slip = slipAt(a, i, b, j);
      if (!slip || a.includes(b.slice(j - 2, j + 3))) continue;
      const place = {
        a: originalSpan(left.offsets, i, slip.taken),
        b: originalSpan(right.offsets, j, slip.given),
        before: slip.before,
        after: slip.after,
      };
      found.set(`${place.b.start}-${place.b.end}`, place);
    }
  }
  return [...found.values()];
}

/** What the copy did with the character of the source: another, one too many (`taken` 0) or one too few (`given` 0). */
function slipAt(a: string, i: number, b: string, j: number) {
  const before = commonBefore(a, i, b, j);
  for (const [taken, given] of [
    [1, 1],
    [0, 1],
    [1, 0],
  ] as const) {
    const after = commonAfter(a, i + taken, b, j + given);
    const { side, sum } = taken === given ? REPLACED : SHIFTED;
    if (Math.min(before, after) < side || before + after < sum) continue;
    if (isSlip(a.slice(i - before, i + taken + after), b.slice(j - before, j + given + after), before, taken, given)) {
      return { taken, given, before, after };
    }
  }
  return null;
}

function isSlip(a: string, b: string, at: number, taken: number, given: number): boolean {
  const changed = a.slice(at, at + taken) + b.slice(at, at + given);
  if (!HAN.test(changed) || [...changed].some((character) => simplifiedForm(character) !== undefined)) return false;
  if ([...changed].every((character) => PARTICLES.includes(character))) return false;
  const hunk = {
    kind: taken === given ? 'replace' : taken === 0 ? 'insert' : 'delete',
    aSpan: { start: at, end: at + taken },
    bSpan: { start: at, end: at + given },
    aText: a.slice(at, at + taken),
    bText: b.slice(at, at + given),
  } as const;
  return classify(hunk, { a, b }) === 'typo';
}

function commonBefore(a: string, i: number, b: string, j: number): number {
  let length = 0;
  while (length < REACH && length < Math.min(i, j) && a.charAt(i - 1 - length) === b.charAt(j - 1 - length)) length++;
  return length;
}

function commonAfter(a: string, i: number, b: string, j: number): number {
  const most = Math.min(REACH, a.length - i, b.length - j);
  let length = 0;
  while (length < most && a.charAt(i + length) === b.charAt(j + length)) length++;
  return length;
}

/** Of each bigram, the places right behind it. */
function bigramPlaces(text: string): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let i = 2; i <= text.length; i++) {
    const bigram = text.slice(i - 2, i);
    const list = places.get(bigram);
    if (!list) places.set(bigram, [i]);
    else if (list.length < MAX_PLACES) list.push(i);
  }
  return places;
}

function originalSpan(offsets: readonly number[], index: number, length: number): Span {
  const start = length === 0 ? (offsets[index - 1] ?? -1) + 1 : (offsets[index] ?? 0);
  return { start, end: start + length };
}
