import type { Block, Cell, Grid, Paragraph, Row } from './types';

/** A cell as a format has it: what spans into a row from above is not listed there again. */
export interface RawCell {
  readonly text: string;
  /** 0: to the last row. */
  readonly rowSpan?: number;
  readonly colSpan?: number;
}

export interface RawRow {
  readonly cells: readonly RawCell[];
  readonly at: string;
  readonly header?: boolean;
}

/** As in HTML: no table has more columns, a damaged file may say so. */
const MOST_COLUMNS = 1_000;

interface Reach {
  readonly colSpan: number;
  /** Rows that it still covers. */
  left: number;
}

/** Gives each cell its column, and the rows below a tall cell their `continued` cells. */
export function buildGrid(rows: readonly RawRow[]): Grid {
  const reaching = new Map<number, Reach>();
  return { kind: 'grid', rows: rows.map((row, index) => place(row, rows.length - index, reaching)) };
}

function place({ cells: raw, at, header }: RawRow, rowsLeft: number, reaching: Map<number, Reach>): Row {
  const cells: Cell[] = [];
  const started = new Map<number, Reach>();
  let column = 0;
  const skipReached = () => {
    for (let reach = reaching.get(column); reach; reach = reaching.get(column)) {
      cells.push(continuation(column, reach));
      column += reach.colSpan;
    }
  };
  for (const { text, rowSpan = 1, colSpan = 1 } of raw) {
    skipReached();
    if (column >= MOST_COLUMNS && text === '') continue;
    const width = freeColumns(reaching, column, bounded(colSpan, MOST_COLUMNS));
    const height = rowSpan === 0 ? rowsLeft : bounded(rowSpan, rowsLeft);
    cells.push({ text, rowSpan: height, colSpan: width, column });
    if (height > 1) started.set(column, { colSpan: width, left: height });
    column += width;
  }
  const beyond = [...reaching].filter(([at]) => at >= column).sort(([a], [b]) => a - b);
  cells.push(...beyond.map(([at, reach]) => continuation(at, reach)));
  for (const [at, reach] of started) reaching.set(at, reach);
  for (const [at, reach] of reaching) {
    reach.left--;
    if (reach.left === 0) reaching.delete(at);
  }
  return { cells, at, ...(header && { header }) };
}

function continuation(column: number, { colSpan, left }: Reach): Cell {
  return { text: '', rowSpan: left, colSpan, column, continued: true };
}

function bounded(span: number, most: number): number {
  return Number.isInteger(span) ? Math.max(1, Math.min(span, most)) : 1;
}

/** A cell ends where a taller one of an earlier row begins. */
function freeColumns(reaching: ReadonlyMap<number, Reach>, column: number, wanted: number): number {
  if (reaching.size === 0) return wanted;
  let width = 1;
  while (width < wanted && !reaching.has(column + width)) width++;
  return width;
}

/** A table that nowhere has two cells side by side is a frame round some text. */
export function isFrame(rows: readonly RawRow[]): boolean {
  return rows.every(({ cells }) => cells.length < 2);
}

export function framed(rows: readonly RawRow[]): Paragraph[] {
  return rows.flatMap(({ cells, at }) => cells.flatMap(({ text }) => paragraphs(text, at)));
}

/**
 * A sheet has no place for what stands above and below its table but its cells. Rows before the first with two filled
 * cells are paragraphs, and so are rows at the end with nothing beyond their first column.
 */
export function sheetBlocks(rows: readonly RawRow[]): Block[] {
  const start = rows.findIndex(({ cells }) => cells.filter(({ text }) => text !== '').length > 1);
  if (start < 0) return framed(rows);
  const grid = buildGrid(rows.slice(start));
  const last = grid.rows.findLastIndex(({ cells }) => cells.some(({ text, column }) => text !== '' && column > 0));
  const table = buildGrid(rows.slice(start, start + last + 1));
  return [...framed(rows.slice(0, start)), table, ...framed(rows.slice(start + last + 1))];
}

/** Lines of a text as paragraphs of one place; blank ones are nothing. */
export function paragraphs(text: string, at: string): Paragraph[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => ({ kind: 'paragraph', text: line, at }));
}
