import type { Cell, Paragraph, Part, Table } from '../document';
import { gridOf } from '../grid';

/** A line of a table where every cell stands for itself. */
export interface PlainRow {
  readonly kind: Table['rows'][number]['kind'];
  /** One for each column; a merged cell stands in each row that it covers, but only in its first column. */
  readonly cells: readonly (Cell | undefined)[];
}

export function plainRows(table: Table): PlainRow[] {
  return gridOf(table).map((line, index) => ({
    kind: table.rows[index]?.kind ?? 'item',
    cells: line.map((position, column) => (position?.cell.column === column ? position.cell : undefined)),
  }));
}

/** Words in brackets for what cannot be shown in bold or struck through. */
export function markedText(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .map((runs) =>
      runs.map(({ text, change }) => (change ? `【${change === 'added' ? '增' : '删'}：${text}】` : text)).join(''),
    )
    .join('\n');
}

/** The columns of a part's list that are data to a program: the list comes first. */
export function listOf({ tables }: Part): Table | undefined {
  return tables[0]?.kind === 'items' ? tables[0] : undefined;
}
