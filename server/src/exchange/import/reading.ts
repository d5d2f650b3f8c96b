import { parseHeading } from '../../domain/heading';
import type { Cell, Row } from '../source/types';
import type { Column, Layout, Role } from './header';
import { type Expected, serialNumber, suits, wholeNumber } from './looks';

export interface ReadCell {
  readonly role: Role;
  readonly text: string;
  readonly column: number;
  /** The cell above covers it, so its text holds here too. */
  readonly continued: boolean;
  /** What the header calls the column. */
  readonly name: string;
}

/** A row with its cells told apart. */
export interface RowReading {
  readonly at: string;
  readonly cells: readonly ReadCell[];
  /** Some cell stands in another column than the header says. */
  readonly moved: boolean;
}

/** A reading that is worse than this contradicts the header. */
const CONTRADICTION = -1.5;
const IN_PLACE = 1.5;
const MAX_TITLE = 45;
/** A cell without a column of its own is lost to the file, which is worse than a doubtful place. */
const UNPLACED = -3;

/**
 * Tells the cells of a row apart: by the header where their words agree with it, else by their words, keeping the
 * order.
 */
export function readRow(row: Row, layout: Layout, expected: Expected): RowReading {
  const filled = row.cells.filter(({ text, continued }) => text !== '' || continued);
  const title = loneTitle(row, layout);
  if (title) {
    const { text, column } = title;
    return { at: row.at, moved: false, cells: [{ role: 'title1', name: '', text, column, continued: false }] };
  }
  const straight = filled.map((cell) => columnAt(layout, cell));
  const agrees = filled.every((cell, index) => {
    const column = straight[index];
    return column && (cell.continued || suits(cell.text, column.role, expected) > CONTRADICTION);
  });
  const columns = agrees ? straight : align(filled, layout, expected);
  return {
    at: row.at,
    moved: columns.some((column, index) => column !== straight[index]),
    cells: filled.map(({ text, column, continued }, index) => ({
      role: columns[index]?.role ?? 'other',
      name: columns[index]?.name ?? '',
      text,
      column,
      continued: continued ?? false,
    })),
  };
}

/** The title that has a row to itself: the only cell, numbered 一、 or （一） or as wide as the table. */
export function loneTitle({ cells }: Row, layout: Layout): Cell | undefined {
  const filled = cells.filter(({ text, continued }) => text !== '' || continued);
  const [cell, words] = filled;
  if (filled.length === 2 && cell && words) return numberedTitle(cell, words, layout);
  if (filled.length !== 1 || !cell || cell.continued || cell.text.length > MAX_TITLE || /[。；！？]/.test(cell.text))
    return undefined;
  const isNumbered = parseHeading(cell.text)?.style.startsWith('chinese') ?? false;
  const width = (layout.at(-1)?.to ?? 0) + 1;
  const isWide = width > 2 && cell.colSpan >= width - 1 && wholeNumber(cell.text) === null;
  return isNumbered || isWide ? cell : undefined;
}

/** 一 in the column of numbers and a title beside it: 一、依法全面履行政府职能. */
function numberedTitle(serial: Cell, words: Cell, layout: Layout): Cell | undefined {
  const role = columnAt(layout, words)?.role;
  const isPlain = words.text.length <= MAX_TITLE && !words.continued && !/[。；！？]/.test(words.text);
  if (columnAt(layout, serial)?.role !== 'number' || serial.continued || !isPlain) return undefined;
  if (!(role === 'text' || role?.startsWith('title')) || wholeNumber(serial.text) !== null) return undefined;
  if (serialNumber(serial.text) === null) return undefined;
  const comma = /^[（(]|[、.．]$/.test(serial.text) ? '' : '、';
  return { ...words, text: `${serial.text}${comma}${words.text}` };
}

/** The layout with a place for numbers that stand in an unnamed column before the items, as they mostly do. */
export function withNumberColumn(layout: Layout): Layout {
  const text = layout.findIndex(({ role }) => role === 'text');
  const column = layout[text];
  if (!column || layout.some(({ role }) => role === 'number')) return layout;
  const isWide = column.to > column.from;
  // Of no width where the items' column is one: only a row out of place may have a number there.
  const number: Column = { role: 'number', from: column.from, to: isWide ? column.from : column.from - 1, name: '' };
  return layout.toSpliced(text, 1, number, isWide ? { ...column, from: column.from + 1 } : column);
}

function columnAt(layout: Layout, cell: Cell): Column | undefined {
  return layout.find(({ from, to }) => from <= cell.column && cell.column <= to);
}

/** How the best score of a state came about. */
const UNPLACED_CELL = -1;
const FURTHER_LEFT = -2;

/**
 * The best way to give the cells to columns from left to right: each column holds one cell, those for titles any
 * number. Takes cells × columns steps.
 */
function align(cells: readonly Cell[], layout: Layout, expected: Expected): (Column | undefined)[] {
  const width = layout.length;
  // best[j]: score of the cells so far where none stands in a column from j on.
  let best = new Array<number>(width + 1).fill(0);
  const choices = cells.map((cell) => {
    const next = new Array<number>(width + 1).fill(0);
    const choice = new Int16Array(width + 1).fill(UNPLACED_CELL);
    for (let j = 0; j <= width; j++) {
      next[j] = (best[j] ?? 0) + UNPLACED;
      const column = layout[j - 1];
      if (!column) continue;
      const fit = fitOf(cell, column, expected);
      const stays = column.role.startsWith('title') && (best[j] ?? 0) > (best[j - 1] ?? 0);
      const score = (best[stays ? j : j - 1] ?? 0) + fit;
      if (score > (next[j] ?? 0)) {
        next[j] = score;
        choice[j] = 2 * (j - 1) + (stays ? 1 : 0);
      }
      if ((next[j - 1] ?? 0) > (next[j] ?? 0)) {
        next[j] = next[j - 1] ?? 0;
        choice[j] = FURTHER_LEFT;
      }
    }
    best = next;
    return choice;
  });
  return trace(layout, choices);
}

function fitOf(cell: Cell, column: Column, expected: Expected): number {
  const isInPlace = column.from <= cell.column && cell.column <= column.to;
  if (cell.continued) return isInPlace ? -CONTRADICTION : 2 * UNPLACED;
  return suits(cell.text, column.role, expected) + (isInPlace ? IN_PLACE : 0);
}

/** Follows the choices back from the last cell. */
function trace(layout: Layout, choices: readonly Int16Array[]): (Column | undefined)[] {
  const columns = new Array<Column | undefined>(choices.length).fill(undefined);
  let j = layout.length;
  for (let index = choices.length - 1; index >= 0; ) {
    const made = choices[index]?.[j] ?? UNPLACED_CELL;
    if (made === FURTHER_LEFT) {
      j--;
      continue;
    }
    if (made >= 0) {
      columns[index] = layout[made >> 1];
      if ((made & 1) === 0) j = made >> 1;
    }
    index--;
  }
  return columns;
}
