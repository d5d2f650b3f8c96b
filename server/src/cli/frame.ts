import { visible } from './escape';
import type { Excerpt } from './excerpt';
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

/** @param columns that the frame may take, at least 20 */
export function frame(excerpt: Excerpt, columns: number): Frame {
  const cells = around(toCells(excerpt), Math.max(20, columns));
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

function toCells({ text, start, end, cut }: Excerpt): Cell[] {
  // At the end of a line there is nothing to stand over: the mark goes behind it.
  const last = Math.max(end, start + 1);
  const cells: Cell[] = cut.before ? [ELLIPSIS] : [];
  // Most lines hold nothing that a terminal would obey or hide: then their characters are shown as they are.
  const isPlain = visible(text) === text;
  let at = 0;
  for (const character of text) {
    const shown = isPlain ? character : character === '\t' ? TAB : visible(character);
    cells.push({ text: shown, width: displayWidth(shown), marked: at + character.length > start && at < last });
    at += character.length;
  }
  if (cut.after) cells.push(ELLIPSIS);
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
