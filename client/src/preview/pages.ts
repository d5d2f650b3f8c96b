import type { Cell, Row } from '../../../server/src/protocol/preview';

interface OpenCell {
  readonly cell: Cell;
  /** The row behind the last one that it covers. */
  readonly until: number;
}

/**
 * Cuts the rows of a table into pages, so that a long one can be drawn piece by piece; short ones stay whole. A cut through
 * a merged cell, made only where there is no better place near, shows it again on the next page, as print does.
 * @param size most rows on a page
 */
export function pagesOf(rows: readonly Row[], size: number): Row[][] {
  if (rows.length <= size) return rows.length > 0 ? [[...rows]] : [];
  const cuts = cutsOf(rows, size);
  const pages: Row[][] = [];
  let open: OpenCell[] = [];
  for (const [page, from] of cuts.entries()) {
    const to = cuts[page + 1] ?? rows.length;
    const shown: Row[] = [];
    for (let y = from; y < to; y++) {
      const row = rows[y];
      if (!row) continue;
      const carried = y === from ? open.map(({ cell, until }) => shortened(cell, Math.min(until, to) - y)) : [];
      open = open.filter(({ until }) => until > y + 1);
      for (const cell of row.cells) if (endOf(cell, y) > y + 1) open.push({ cell, until: endOf(cell, y) });
      const cells = row.cells.map((cell) => (endOf(cell, y) > to ? shortened(cell, to - y) : cell));
      const isSame = carried.length === 0 && cells.every((cell, x) => cell === row.cells[x]);
      shown.push(isSame ? row : { ...row, cells: [...carried, ...cells].sort((a, b) => a.column - b.column) });
    }
    open = open.filter(({ until }) => until > to);
    pages.push(shown);
  }
  return pages;
}

/** The first row of each page: where no cell reaches over the cut if there is such a place in the second half of a page. */
function cutsOf(rows: readonly Row[], size: number): number[] {
  const cuts = [0];
  let start = 0;
  let reach = 0;
  let clean: number | undefined;
  for (const [y, row] of rows.entries()) {
    if (y > start && reach <= y && y - start >= size / 2) clean = y;
    if (y - start >= size) {
      start = clean ?? y;
      cuts.push(start);
      clean = undefined;
    }
    for (const cell of row.cells) reach = Math.max(reach, endOf(cell, y));
  }
  return cuts;
}

function endOf({ rowSpan = 1 }: Cell, y: number): number {
  return y + rowSpan;
}

function shortened({ rowSpan: _, ...cell }: Cell, rows: number): Cell {
  return rows > 1 ? { ...cell, rowSpan: rows } : cell;
}
