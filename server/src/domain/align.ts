import { diffChars } from 'diff';
import type { Span } from '../text/span';
import { type NormalizedText, normalizeWithOffsets } from './similarity';

/** A stretch of both texts. The hunks of an alignment, in order, cover each text without gap or overlap. */
export interface Hunk {
  readonly kind: 'equal' | 'replace' | 'delete' | 'insert';
  /** Where it stands in `a`, the text departed from; empty for an insertion. */
  readonly aSpan: Span;
  /** Where it stands in `b`; empty for a deletion. */
  readonly bSpan: Span;
  readonly aText: string;
  readonly bText: string;
}

/** An equal or changed stretch as half-open ranges of the normalised texts. */
interface Run {
  readonly equal: boolean;
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** More edits than this (characters) and the texts are unrelated: the middle becomes one replacement. Bounds the time. */
const MAX_EDITS = 1_000;
/** Closing mark → opening mark. */
const BRACKETS = new Map([
  ['》', '《'],
  ['”', '“'],
  ['）', '（'],
  [')', '('],
  ['〉', '〈'],
  ['’', '‘'],
  ['〕', '〔'],
]);
/** What parts clauses; 、 only parts words. */
export const CLAUSE_MARK = /[，。；：！？,;:!?（）()\r\n]/;

/**
 * Aligns two Chinese texts character by character, punctuation and blanks aside: `equal` means equal after normalisation.
 * Punctuation beside a change goes to the equal hunk there (which at either end may hold nothing else), so that a change
 * spans its own words. Two changes parted by one equal character, or by two between longer ones, are one change.
 */
export function align(a: string, b: string): Hunk[] {
  const left = normalizeWithOffsets(a);
  const right = normalizeWithOffsets(b);
  const joined = padded(joinIslands(diff(left.text, right.text)), left.text.length, right.text.length);
  const runs = slideToClauses(joined, left, right, { a, b });
  const aEdges = edges(runs, ({ a0, a1 }) => [a0, a1], left, a);
  const bEdges = edges(runs, ({ b0, b1 }) => [b0, b1], right, b);
  return runs
    .map((run, index) => {
      const aSpan = { start: aEdges[index] ?? 0, end: aEdges[index + 1] ?? a.length };
      const bSpan = { start: bEdges[index] ?? 0, end: bEdges[index + 1] ?? b.length };
      const [aText, bText] = [a.slice(aSpan.start, aSpan.end), b.slice(bSpan.start, bSpan.end)];
      return { kind: kindOf(run), aSpan, bSpan, aText, bText };
    })
    .filter(({ aText, bText }) => aText !== '' || bText !== '');
}

function diff(a: string, b: string): Run[] {
  const head = commonPrefix(a, b);
  const tail = commonSuffix(a.slice(head), b.slice(head));
  const middle = diffChars(a.slice(head, a.length - tail), b.slice(head, b.length - tail), {
    maxEditLength: MAX_EDITS,
  });
  const steps = [
    { removed: false, added: false, length: head },
    ...(middle?.map(({ removed, added, value }) => ({ removed, added, length: value.length })) ?? [
      { removed: true, added: false, length: a.length - head - tail },
      { removed: false, added: true, length: b.length - head - tail },
    ]),
    { removed: false, added: false, length: tail },
  ];
  const runs: Run[] = [];
  let [a1, b1] = [0, 0];
  for (const { removed, added, length } of steps) {
    if (length === 0) continue;
    const [a0, b0] = [a1, b1];
    if (!added) a1 += length;
    if (!removed) b1 += length;
    push(runs, { equal: !removed && !added, a0, a1, b0, b1 });
  }
  return runs;
}

/** Appends a run, joining it to the last one if both are equal or both are changes. */
function push(runs: Run[], run: Run): void {
  const last = runs.at(-1);
  if (last?.equal === run.equal) runs[runs.length - 1] = { ...run, a0: last.a0, b0: last.b0 };
  else runs.push(run);
}

/** Equal characters that only happen to be the same do not part a change in two. */
function joinIslands(runs: readonly Run[]): Run[] {
  const joined: Run[] = [];
  for (const [index, run] of runs.entries()) {
    const before = joined.at(-1);
    const after = runs[index + 1];
    const length = run.a1 - run.a0;
    const isIsland =
      run.equal && before && after && (length === 1 || (length === 2 && Math.min(size(before), size(after)) >= 4));
    push(joined, isIsland ? { ...run, equal: false } : run);
  }
  return joined;
}

function size({ a0, a1, b0, b1 }: Run): number {
  return Math.max(a1 - a0, b1 - b0);
}

/** An insertion or deletion that could as well stand a little earlier or later goes where clauses begin and end. */
function slideToClauses(
  runs: readonly Run[],
  left: NormalizedText,
  right: NormalizedText,
  texts: { a: string; b: string },
): Run[] {
  const slid = [...runs];
  for (let i = 1; i < slid.length - 1; i++) {
    const [before, change, after] = [slid[i - 1], slid[i], slid[i + 1]];
    if (!before || !change || !after || change.equal || (change.a1 > change.a0 && change.b1 > change.b0)) continue;
    const isDeletion = change.a1 > change.a0;
    const { text, offsets } = isDeletion ? left : right;
    const [start, end] = isDeletion ? [change.a0, change.a1] : [change.b0, change.b1];
    const original = isDeletion ? texts.a : texts.b;
    const marks = (at: number) => (isClauseEdge(original, offsets, at) ? 1 : 0);
    let [best, bestMarks] = [0, marks(start) + marks(end)];
    // Between changes an equal run keeps a character; at either end of the text it may give all it has.
    const least = -Math.min(before.a1 - before.a0 - (i === 1 ? 0 : 1), end - start);
    for (let by = -1; by >= least && text[start + by] === text[end + by]; by--) consider(by);
    const most = Math.min(after.a1 - after.a0 - (i === slid.length - 2 ? 0 : 1), end - start);
    for (let by = 1; by <= most && text[start + by - 1] === text[end + by - 1]; by++) consider(by);
    if (best === 0) continue;
    slid[i - 1] = { ...before, a1: before.a1 + best, b1: before.b1 + best };
    slid[i] = { equal: false, a0: change.a0 + best, a1: change.a1 + best, b0: change.b0 + best, b1: change.b1 + best };
    slid[i + 1] = { ...after, a0: after.a0 + best, b0: after.b0 + best };

    function consider(by: number): void {
      const found = marks(start + by) + marks(end + by);
      if (found > bestMarks) [best, bestMarks] = [by, found];
    }
  }
  return slid;
}

/** True if a clause mark stands before the normalised character with index `at`, or the text begins or ends there. */
function isClauseEdge(original: string, offsets: readonly number[], at: number): boolean {
  const previous = offsets[at - 1];
  const next = offsets[at];
  if (previous === undefined || next === undefined) return true;
  return CLAUSE_MARK.test(original.slice(previous + 1, next));
}

/** Equal runs at both ends, empty ones if need be: they take up the punctuation there. */
function padded(runs: readonly Run[], aLength: number, bLength: number): Run[] {
  const start: Run = { equal: true, a0: 0, a1: 0, b0: 0, b1: 0 };
  const end: Run = { equal: true, a0: aLength, a1: aLength, b0: bLength, b1: bLength };
  return [...(runs[0]?.equal ? [] : [start]), ...runs, ...(runs.at(-1)?.equal === false ? [end] : [])];
}

/** Where each run begins in the original, then its end. A change begins and ends at its own characters. */
function edges(
  runs: readonly Run[],
  rangeOf: (run: Run) => readonly [number, number],
  { offsets }: NormalizedText,
  original: string,
): number[] {
  const starts = runs.map((run, index) => {
    const before = runs[index - 1];
    if (!before) return 0;
    const [start] = rangeOf(run);
    const [from, to] = rangeOf(before);
    if (before.equal || from === to) return offsets[start] ?? original.length;
    const end = (offsets[to - 1] ?? 0) + 1;
    return end + closerLength(original, offsets[from] ?? 0, end);
  });
  return [...starts, original.length];
}

/** 1 if a bracket or quote that opens inside the span closes right after it, else 0. */
function closerLength(text: string, start: number, end: number): 0 | 1 {
  const opener = BRACKETS.get(text.charAt(end));
  if (opener === undefined) return 0;
  const inner = text.slice(start, end);
  return inner.lastIndexOf(opener) > inner.lastIndexOf(text.charAt(end)) ? 1 : 0;
}

function kindOf({ equal, a0, a1, b0, b1 }: Run): Hunk['kind'] {
  if (equal) return 'equal';
  if (a0 === a1) return 'insert';
  return b0 === b1 ? 'delete' : 'replace';
}

/** Length of the common beginning, never half a character. */
export function commonPrefix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return /[\uD800-\uDBFF]/.test(a.charAt(length - 1)) ? length - 1 : length;
}

/** Length of the common end, never half a character. */
export function commonSuffix(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let length = 0;
  while (length < most && a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length > 0 && /[\uDC00-\uDFFF]/.test(a.charAt(a.length - length)) ? length - 1 : length;
}
