import type { Span } from '../text/span';
import { alignedRuns, type Run } from './align-runs';
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
  const runs = slideToClauses(alignedRuns(left.text, right.text), left, right, { a, b });
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
