import type { ExportView } from '../../protocol/export';
import type { ColumnKind, LineStyle, Table as PreviewTable, RowKind } from '../../protocol/preview';

/*
 * A document to be written, whatever the format: parts (one a unit, else a single one) of lines above, tables with merged
 * cells, and lines below. It holds what is printed and nothing of where it stands in the file.
 */

/** A piece of text with one look. */
export interface Run {
  readonly text: string;
  readonly strong?: boolean;
  /** What the county added to the text of the central edition, or dropped from it. */
  readonly change?: 'added' | 'dropped';
}

export type Paragraph = readonly Run[];

export interface Line {
  readonly style: LineStyle;
  readonly paragraphs: readonly Paragraph[];
}

/** Beside those of the preview, the columns that only our own lists have: months, serials, room to write in. */
export type ExportColumnKind =
  | ColumnKind
  | 'month'
  | 'serial'
  | 'central-number'
  | 'opinion'
  | 'done'
  // A comparison: what is compared, and a column for each county.
  | 'aspect'
  | `county-${number}`;

export interface Column {
  readonly kind: ExportColumnKind;
  readonly title: string;
}

export interface Cell {
  /** Index of the leftmost column that it covers. */
  readonly column: number;
  readonly columnSpan: number;
  readonly rowSpan: number;
  readonly paragraphs: readonly Paragraph[];
}

export interface Row {
  readonly kind: RowKind;
  /** The cells that begin in it, from left to right; others reach into it from above. */
  readonly cells: readonly Cell[];
}

export interface Table {
  readonly kind: PreviewTable['kind'];
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

export interface Part {
  /** What tells it from the others: the unit; in a document of one part what it is. */
  readonly name: string;
  readonly head: readonly Line[];
  readonly tables: readonly Table[];
  readonly notes: readonly Line[];
}

export interface Printout {
  /** `compare`: several counties beside each other (exchange/compare). */
  readonly view: ExportView | 'compare';
  readonly title: string;
  readonly parts: readonly Part[];
}

/** A paragraph of one look; empty texts make none. */
export function plain(text: string): Paragraph[] {
  return text === '' ? [] : [[{ text }]];
}

export function cell(column: number, paragraphs: readonly Paragraph[], rowSpan = 1, columnSpan = 1): Cell {
  return { column, columnSpan, rowSpan, paragraphs };
}

export function textOf(paragraphs: readonly Paragraph[], separator = '\n'): string {
  return paragraphs.map((runs) => runs.map(({ text }) => text).join('')).join(separator);
}
