/** Index of the last of `count` things in order that passes, when all before it pass too; -1 if none does. */
export function lastUpTo(count: number, passes: (index: number) => boolean): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(middle)) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
