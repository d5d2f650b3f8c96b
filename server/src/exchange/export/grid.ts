import type { Cell, Table } from './document';

/** A position of a table: the cell that covers it, and whether it is the one where the cell begins. */
export interface Position {
  readonly cell: Cell;
  readonly isFirst: boolean;
}

/** Every position of a table, row by row; undefined where no cell reaches. */
export function gridOf({ columns, rows }: Table): (Position | undefined)[][] {
  const grid = rows.map(() => new Array<Position | undefined>(columns.length).fill(undefined));
  for (const [top, row] of rows.entries()) {
    for (const cell of row.cells) {
      for (let y = top; y < Math.min(rows.length, top + cell.rowSpan); y++) {
        const end = Math.min(columns.length, cell.column + cell.columnSpan);
        for (let x = cell.column; x < end; x++) {
          const line = grid[y];
          if (line) line[x] = { cell, isFirst: y === top && x === cell.column };
        }
      }
    }
  }
  return grid;
}
