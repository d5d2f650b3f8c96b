import type { Grid } from '../source/types';
import type { Layout, Role } from './header';
import { wholeNumber } from './looks';

/** Rows that are looked at to tell what a table holds. */
export const SAMPLE = 50;

/** Columns of a grid. */
export function width({ rows }: Grid): number {
  return Math.max(
    0,
    ...rows.slice(0, SAMPLE).flatMap(({ cells }) => cells.map(({ column, colSpan }) => column + colSpan)),
  );
}

/**
 * The columns of a table without a header: the one that runs from number to number, titles before it and the rest
 * behind.
 */
export function guessLayout(grid: Grid): Layout | null {
  const columns = width(grid);
  const sample = grid.rows.slice(0, SAMPLE);
  if (columns < 2 || sample.length < 2) return null;
  const cellsOf = (column: number) =>
    sample.flatMap(({ cells }) => cells.filter((cell) => cell.column === column && cell.text !== ''));
  const lengths = Array.from({ length: columns }, (_, column) => {
    const cells = cellsOf(column);
    return cells.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, cells.length);
  });
  const isNumbers = (column: number) => {
    const cells = cellsOf(column);
    return cells.length > 1 && cells.every(({ text }) => wholeNumber(text) !== null);
  };
  const number = lengths.findIndex((_, column) => isNumbers(column));
  const text = number >= 0 && number + 1 < columns ? number + 1 : lengths.indexOf(Math.max(...lengths));
  const rest: Role[] = ['answer', 'deadline', 'evidence', 'remark'];
  return lengths.map((_, column): Layout[number] => {
    const role =
      column === number
        ? 'number'
        : column === text
          ? 'text'
          : column < text
            ? column === 0
              ? 'title1'
              : 'title2'
            : (rest[column - text - 1] ?? 'other');
    return { role, from: column, to: column, name: '' };
  });
}
