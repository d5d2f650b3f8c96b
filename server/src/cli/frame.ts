import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import { visible } from './escape';
import { displayWidth } from './width';

/** A source line and the mark under it, both cut to the same columns. */
export interface Frame {
  readonly line: string;
  /** Blanks, then `~`: one for each column of the offending text that is shown, at least one. */
  readonly mark: string;
}

interface Cell {
  readonly text: string;
  readonly width: number;
  readonly marked: boolean;
}

const ELLIPSIS: Cell = { text: '…', width: 1, marked: false };
const TAB = '  ';
/** Longer lines are read only this far around the mark (UTF-16 units), so that a 1 MB line costs nothing. */
const REACH = 500;

/** The line where `span` starts. @param columns that the frame may take, at least 20 */
export function frame(lines: LineIndex, span: Span, columns: number): Frame {
  const cells = around(toCells(lines, span), Math.max(20, columns));
  const first = cells.findIndex(({ marked }) => marked);
  const width = total(cells.filter(({ marked }) => marked));
  const before = total(cells.slice(0, first));
  return {
    line: cells
      .map(({ text }) => text)
      .join('')
      .trimEnd(),
    // A combining character alone has no width: the mark stands under what it combines with.
    mark: width > 0 ? ' '.repeat(before) + '~'.repeat(width) : `${' '.repeat(Math.max(0, before - 1))}~`,
  };
}

function toCells(lines: LineIndex, span: Span): Cell[] {
  const line = lines.lineSpan(lines.lineAt(span.start));
  let from = line.start;
  while (from < Math.min(line.end, span.start) && ' \t'.includes(lines.text.charAt(from))) from++;
  const near = { start: Math.max(from, span.start - REACH), end: Math.min(line.end, span.start + REACH) };
  // At the end of a line there is nothing to stand over: the mark goes behind it.
  const end = Math.max(span.end, span.start + 1);
  const cells: Cell[] = near.start > from ? [ELLIPSIS] : [];
  let at = near.start;
  for (const character of lines.text.slice(near.start, near.end)) {
    const text = character === '\t' ? TAB : visible(character);
    cells.push({ text, width: displayWidth(text), marked: at + character.length > span.start && at < end });
    at += character.length;
  }
  if (near.end < line.end) cells.push(ELLIPSIS);
  if (!cells.some(({ marked }) => marked)) cells.push({ text: ' ', width: 1, marked: true });
  return cells;
}

/** Keeps the cells around the mark; what is cut shows as `…`. */
function around(cells: readonly Cell[], columns: number): readonly Cell[] {
  if (total(cells) <= columns) return cells;
  const first = cells.findIndex(({ marked }) => marked);
  const markWidth = total(cells.filter(({ marked }) => marked));
  // A third of the room before the mark, or more if the mark and the rest of the line leave it.
  const rest = total(cells.slice(first));
  let before = Math.max(Math.floor((columns - Math.min(markWidth, columns)) / 3), columns - rest - 1);
  let start = first;
  while (start > 0 && before >= (cells[start - 1]?.width ?? 0) + 1) before -= cells[--start]?.width ?? 0;
  const head = start > 0 ? [ELLIPSIS] : [];
  let room = columns - head.length;
  let end = start;
  while (end < cells.length) {
    const width = cells[end]?.width ?? 0;
    // The last column belongs to the ellipsis, unless all the rest fits.
    if (room - width < 1 && total(cells.slice(end)) > room) break;
    room -= width;
    end++;
  }
  return [...head, ...cells.slice(start, end), ...(end < cells.length ? [ELLIPSIS] : [])];
}

function total(cells: readonly Cell[]): number {
  return cells.reduce((sum, { width }) => sum + width, 0);
}
