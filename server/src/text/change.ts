/** What makes one text of another: `start` to `end` of the old text became `start` to `newEnd` of the new one. */
export interface Change {
  readonly start: number;
  readonly end: number;
  readonly newEnd: number;
}

/** Slices of this length are compared at once; within the one that differs, halves. */
const STEP = 1 << 16;

/** The smallest change that leads from one text to the other; empty where they are equal. */
export function changeBetween(before: string, after: string): Change {
  const shorter = Math.min(before.length, after.length);
  const start = common(shorter, (from, to) => before.slice(from, to) === after.slice(from, to));
  const same = common(shorter - start, (from, to) => slice(before, from, to) === slice(after, from, to));
  return { start, end: before.length - same, newEnd: after.length - same };
}

/** Counted from the end. */
function slice(text: string, from: number, to: number): string {
  return text.slice(text.length - to, text.length - from);
}

/** How many of `limit` units are equal before the first one that differs. */
function common(limit: number, equal: (from: number, to: number) => boolean): number {
  let known = 0;
  let step = STEP;
  while (known < limit && step > 0) {
    const to = Math.min(known + step, limit);
    if (equal(known, to)) known = to;
    else if (to - known === 1) break;
    else step = (to - known) >> 1;
  }
  return known;
}
