import { diffChars } from 'diff';
import { commonPrefix, commonSuffix } from './common-ends';

/** An equal or changed stretch as half-open ranges of the normalised texts. */
export interface Run {
  readonly equal: boolean;
  readonly a0: number;
  readonly a1: number;
  readonly b0: number;
  readonly b1: number;
}

/** More edits than this (characters) and the texts are unrelated: the middle becomes one replacement. Bounds the time. */
const MAX_EDITS = 1_000;

/**
 * What two normalised texts have in common, in order: at either end an equal run, empty if need be, which is to take up the
 * punctuation there. Equal characters that only happen to be the same do not part a change in two.
 */
export function alignedRuns(a: string, b: string): Run[] {
  return padded(joinIslands(diff(a, b)), a.length, b.length);
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

/** Equal runs at both ends, empty ones if need be: they take up the punctuation there. */
function padded(runs: readonly Run[], aLength: number, bLength: number): Run[] {
  const start: Run = { equal: true, a0: 0, a1: 0, b0: 0, b1: 0 };
  const end: Run = { equal: true, a0: aLength, a1: aLength, b0: bLength, b1: bLength };
  return [...(runs[0]?.equal ? [] : [start]), ...runs, ...(runs.at(-1)?.equal === false ? [end] : [])];
}
