import type { Draft, DraftCell, DraftLine, DraftRow, DraftTable } from '../../service/preview/draft';
import { type Cell, cell, type Line, type Paragraph, type Row, type Table } from './document';

/** Takes over what the preview prints. */
export function paragraphsOf({ paragraphs }: Pick<Draft, 'paragraphs'>): Paragraph[] {
  return paragraphs.map((pieces) => pieces.map(({ text, strong }) => ({ text, ...(strong && { strong }) })));
}

export function lineOf(draft: DraftLine): Line {
  return { style: draft.style, paragraphs: paragraphsOf(draft) };
}

export function cellOf(draft: DraftCell): Cell {
  return cell(draft.column, paragraphsOf(draft), draft.rowSpan, draft.columnSpan);
}

export function rowOf({ kind, cells }: DraftRow): Row {
  return { kind, cells: cells.map(cellOf) };
}

export function tableOf({ kind, columns, rows }: DraftTable): Table {
  return { kind, columns, rows: rows.map(rowOf) };
}
