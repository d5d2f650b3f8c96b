import type { Cell, Row } from '../source/types';
import type { Column, Layout } from './header';
import { serialNumber, wholeNumber } from './looks';

/** A table's columns, with each of its rows as they have it. */
export interface Settled {
  readonly layout: Layout;
  readonly rewrite: (row: Row) => Row;
}

/**
 * Of several columns that could hold the items only one does: 重点任务 merged over the rows of 工作措施 is a level of titles,
 * and a few words before it are their names, and
 * what stands behind the items (考核标准) is said in 备注. A number that is merged like the title belongs to it.
 * @param rows all rows of the table, the headers included
 */
export function settleTextColumns(layout: Layout, rows: readonly Row[]): Settled {
  const [first, second, ...more] = layout.filter(({ role }) => role === 'text');
  if (!first || !second) return { layout, rewrite: (row) => row };
  const below = rows.filter((row) => isFilled(row, second) && !isFilled(row, first));
  const title = below.length > 0 && rows.some((row) => isFilled(row, first)) ? titleRole(layout) : undefined;
  if (!title) {
    const [item, others] = isNames(rows, first, second) ? [second, more] : [first, [second, ...more]];
    const settled = layout.map((column) => {
      if (others.includes(column)) return { ...column, role: 'other' as const };
      return column === first && item === second ? { ...column, role: 'name' as const } : column;
    });
    return { layout: settled, rewrite: (row) => row };
  }
  const number = layout.find(({ role }) => role === 'number');
  const isNumbered = number !== undefined && below.every((row) => !isFilled(row, number));
  const rest = layout.map((column) => (column === first ? { ...column, role: title } : column));
  const { layout: settled, rewrite } = settleTextColumns(
    isNumbered ? rest.filter((column) => column !== number) : rest,
    rows,
  );
  return { layout: settled, rewrite: isNumbered ? (row) => rewrite(withSerial(row, number, first)) : rewrite };
}

function titleRole(layout: Layout): 'title1' | 'title2' | undefined {
  if (layout.every(({ role }) => role !== 'title1'))
    return layout.some(({ role }) => role === 'title2') ? undefined : 'title1';
  return layout.some(({ role }) => role === 'title2') ? undefined : 'title2';
}

const MAX_NAME = 30;

/** 重点任务 in a few words beside 工作措施 in sentences. */
function isNames(rows: readonly Row[], first: Column, second: Column): boolean {
  const textsIn = (column: Column) => rows.flatMap((row) => cellIn(row, column)?.text ?? []);
  const [names, texts] = [textsIn(first), textsIn(second)];
  const length = (cells: readonly string[]) => cells.reduce((sum, { length: one }) => sum + one, 0) / cells.length;
  return names.every((name) => name.length <= MAX_NAME && !/[。；]/.test(name)) && length(texts) > length(names);
}

function cellIn({ cells }: Row, { from, to }: Column): Cell | undefined {
  return cells.find(({ text, column }) => from <= column && column <= to && text !== '');
}

function isFilled(row: Row, column: Column): boolean {
  return cellIn(row, column) !== undefined;
}

/** 1 beside 推进简政放权: 1. 推进简政放权. */
function withSerial(row: Row, number: Column, title: Column): Row {
  const [serial, words] = [cellIn(row, number), cellIn(row, title)];
  const value = serial && serialNumber(serial.text);
  const isOf = (column: Column, cell: Cell) => column.from <= cell.column && cell.column <= column.to;
  if (serial && (value === null || !words)) return row;
  const cells = row.cells.filter((cell) => !isOf(number, cell));
  return {
    ...row,
    cells: cells.map((cell) => (cell === words && serial ? { ...cell, text: titled(serial.text, cell.text) } : cell)),
  };
}

/** 一 and （一） number another level than 1 does. */
function titled(serial: string, words: string): string {
  const value = wholeNumber(serial);
  if (value !== null) return `${value}. ${words}`;
  return /^[（(]|[、.．]$/.test(serial) ? `${serial}${words}` : `${serial}、${words}`;
}

/**
 * The name of an item above its text in one cell, as exports print it: two lines, the first shorter than the second and no
 * sentence. Where a narrow column breaks a sentence in two, the first line is the longer.
 */
export function namedText(cell: string): { readonly name: string; readonly text: string } {
  const [name = '', text = '', ...more] = cell.split('\n').map((line) => line.trim());
  const isNamed = more.length === 0 && name.length <= MAX_NAME && !/[\p{P}\d]/u.test(name) && /.[。；]$/.test(text);
  return isNamed && name.length < text.length ? { name, text } : { name: '', text: cell };
}
