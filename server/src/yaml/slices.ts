import { lastUpTo } from '../text/bisect';
import type { Span } from '../text/span';

/** The members of a list sorted by `span.start` that start inside a span, found by bisection. */
export function sliceByStart<T extends { readonly span: Span }>(sorted: readonly T[], { start, end }: Span): T[] {
  return sorted.slice(indexOf(sorted, start), indexOf(sorted, end));
}

/** Index of the first member that starts at `offset` or behind it. */
function indexOf(sorted: readonly { readonly span: Span }[], offset: number): number {
  return lastUpTo(sorted.length, (index) => (sorted[index]?.span.start ?? 0) < offset) + 1;
}
