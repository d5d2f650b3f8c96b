import type { ToWebview } from './protocol';

/** Lines that an editor shows, both inclusive; several where parts are folded away. */
export interface VisibleLines {
  readonly first: number;
  readonly last: number;
}

/** Where an editor has scrolled to, for the preview to show the same in its middle. */
export function middleOf(
  visible: readonly VisibleLines[],
  lineCount: number,
  cursor: number,
): Omit<Extract<ToWebview, { type: 'scroll' }>, 'type'> | undefined {
  const [first, last] = [visible[0]?.first, visible.at(-1)?.last];
  if (first === undefined || last === undefined) return undefined;
  const edge = first === 0 ? 'top' : last >= lineCount - 1 ? 'bottom' : undefined;
  const hasCursor = visible.some((part) => part.first <= cursor && cursor <= part.last);
  return { line: Math.floor((first + last) / 2), hasCursor, ...(edge && { edge }) };
}
