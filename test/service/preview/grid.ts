import type { Cell, Printed, Table } from '../../../server/src/protocol/preview';

/** The cell that covers each position of a table. @throws where a position is covered twice, never, or lies outside */
export function grid({ columns, rows }: Table): Cell[][] {
  const covered: Cell[][] = rows.map(() => []);
  for (const [top, row] of rows.entries()) {
    for (const cell of row.cells) {
      for (let y = top; y < top + (cell.rowSpan ?? 1); y++) {
        for (let x = cell.column; x < cell.column + (cell.columnSpan ?? 1); x++) {
          const line = covered[y];
          if (!line || x >= columns.length) throw new Error(`a cell of row ${top} reaches outside, to ${y}/${x}`);
          if (line[x]) throw new Error(`two cells at ${y}/${x}`);
          line[x] = cell;
        }
      }
    }
  }
  return covered.map((line, y) =>
    columns.map((_, x) => {
      const cell = line[x];
      if (!cell) throw new Error(`no cell at ${y}/${x}`);
      return cell;
    }),
  );
}

export function textOf({ paragraphs }: Pick<Cell, 'paragraphs'>): string {
  return paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join('／');
}

/** The whole document as text: a line a row, `〃` where a cell reaches down, `→` where it reaches to the right. */
export function asText({ head, tables, notes }: Printed, width = 14): string {
  const short = (text: string) => (text.length > width ? `${text.slice(0, width)}…` : text);
  const lines = head.map((line) => `<${line.style}> ${textOf(line)}`);
  for (const table of tables) {
    const cells = grid(table);
    lines.push('', table.columns.map(({ title }) => title).join(' | '));
    for (const [y, row] of cells.entries()) {
      const kind = table.rows[y]?.kind;
      const texts = row.map((cell, x) =>
        cell === cells[y - 1]?.[x] ? '〃' : cell === row[x - 1] ? '→' : short(textOf(cell)),
      );
      lines.push(`${kind === 'item' ? '' : `(${kind}) `}${texts.join(' | ')}`);
    }
  }
  return [...lines, '', ...notes.map((line) => `<${line.style}> ${short(textOf(line))}`), ''].join('\n');
}
