import type { Span } from './span';

/** The places that do not begin inside a mask. Both are in order of place; masks do not overlap. */
export function outsideOf<T extends Span>(places: readonly T[], masks: readonly Span[]): T[] {
  let next = 0;
  return places.filter(({ start }) => {
    while ((masks[next]?.end ?? Number.POSITIVE_INFINITY) <= start) next++;
    return start < (masks[next]?.start ?? Number.POSITIVE_INFINITY);
  });
}
