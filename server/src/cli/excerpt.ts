import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';

/** Longer lines are kept only this far around what is marked (UTF-16 units), so that a 1 MB line costs nothing. */
const REACH = 250;

/** The part of a source line that a code frame shows: all of the text that a report keeps. */
export interface Excerpt {
  /** Without the line's indentation, unless that is itself what is marked. */
  readonly text: string;
  /** What is marked, in UTF-16 units of `text`; may end beyond it where the span goes on in the next line. */
  readonly start: number;
  readonly end: number;
  /** The line goes on before or after `text`. */
  readonly cut: { readonly before: boolean; readonly after: boolean };
}

/** The neighbourhood of `span` in the line where it starts. */
export function excerpt(lines: LineIndex, span: Span): Excerpt {
  const line = lines.lineSpan(lines.lineAt(span.start));
  let from = line.start;
  while (from < Math.min(line.end, span.start) && ' \t'.includes(lines.text.charAt(from))) from++;
  const near = { start: Math.max(from, span.start - REACH), end: Math.min(line.end, span.start + REACH) };
  return {
    text: lines.text.slice(near.start, near.end),
    start: span.start - near.start,
    end: Math.min(span.end, near.end + 1) - near.start,
    cut: { before: near.start > from, after: near.end < line.end },
  };
}
