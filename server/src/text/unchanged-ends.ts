/**
 * How many entries two lists share at their starts (`head`), and how many at their ends (`tail`) beside those: what an edit
 * leaves of a list. Time linear in what they share.
 */
export function unchangedEnds<A, B>(
  before: readonly A[],
  after: readonly B[],
  isSame: (a: A | undefined, b: B | undefined) => boolean,
): { readonly head: number; readonly tail: number } {
  const same = Math.min(before.length, after.length);
  let head = 0;
  while (head < same && isSame(before[head], after[head])) head++;
  let tail = 0;
  while (tail < same - head && isSame(before[before.length - 1 - tail], after[after.length - 1 - tail])) tail++;
  return { head, tail };
}
