import type { Span } from '../text/span';

/** A text without its blanks, with the way back. */
export interface CompactText {
  readonly text: string;
  /** The place in the original of a non-empty span of {@link text}; an empty one gives the whole original. */
  readonly toOriginal: (span: Span) => Span;
}

/** Drops every blank (table exports leave them between digits and characters), remembering where each character stood. */
export function compact(original: string): CompactText {
  const offsets: number[] = [];
  let text = '';
  for (let offset = 0; offset < original.length; offset++) {
    const unit = original.charAt(offset);
    if (/\s/.test(unit)) continue;
    text += unit;
    offsets.push(offset);
  }
  const toOriginal = (span: Span): Span => {
    const start = offsets[span.start];
    const last = offsets[span.end - 1];
    if (start === undefined || last === undefined || span.end <= span.start) return { start: 0, end: original.length };
    return { start, end: last + 1 };
  };
  return { text, toOriginal };
}
