import type { Cell, ColumnKind, Line, Row, Table } from '../../protocol/preview';
import type { Span } from '../../text/span';
import type { Entry, Node, ScalarNode } from '../../yaml/nodes';

/** Text that goes into the printed form, and the scalar that it comes from. */
export interface Piece {
  readonly text: string;
  readonly strong?: boolean;
  readonly node?: ScalarNode;
  /** Where `text` begins in the value of `node`; absent where it is not a part of the value. */
  readonly from?: number;
}

/** Content of a cell or line before the findings are put in. */
export interface Draft {
  readonly paragraphs: readonly (readonly Piece[])[];
  /** Parts of the file that it stands for: findings in them are its own. */
  readonly spans: readonly Span[];
}

export interface DraftCell extends Draft, Pick<Cell, 'column'> {
  readonly columnSpan: number;
  readonly rowSpan: number;
}

export interface DraftRow extends Pick<Row, 'kind'> {
  /** The entry of the file; absent for a row that stands nowhere in it. */
  readonly span?: Span;
  readonly cells: readonly DraftCell[];
}

export interface DraftTable extends Pick<Table, 'kind' | 'columns'> {
  readonly rows: readonly DraftRow[];
}

export interface DraftLine extends Draft, Pick<Line, 'style'> {}

export interface DraftDocument {
  readonly head: readonly DraftLine[];
  readonly tables: readonly DraftTable[];
  readonly notes: readonly DraftLine[];
}

export const NOTHING: Draft = { paragraphs: [], spans: [] };

/** A value of the file, a paragraph a line. */
export function textOf(leaf: { readonly value: string | number; readonly node: ScalarNode } | undefined): Piece[][] {
  if (!leaf) return [];
  const { node } = leaf;
  // 5.30 is the number 5.3; it is printed as it is written.
  if (typeof node.value !== 'string') return [[{ text: node.raw, node, from: 0 }]];
  let from = 0;
  const paragraphs: Piece[][] = [];
  for (const line of node.value.split('\n')) {
    if (line.trim() !== '') paragraphs.push([{ text: line, node, from }]);
    from += line.length + 1;
  }
  return paragraphs;
}

/** Words of the table's own. */
export function words(text: string, strong = false): Piece {
  return { text, ...(strong && { strong }) };
}

/** The entry of a mapping as a span, key and value; none where it has no such key. */
export function entrySpans(node: Node | undefined, key: string): Span[] {
  const entry = node?.kind === 'mapping' ? node.entries.find((one) => one.key.value === key) : undefined;
  return entry ? [spanOf(entry)] : [];
}

function spanOf({ key, value }: Entry): Span {
  return { start: key.place.start, end: Math.max(key.place.end, value?.place.end ?? 0) };
}

export function cell(column: number, draft: Draft, columnSpan = 1, rowSpan = 1): DraftCell {
  return { column, columnSpan, rowSpan, ...draft };
}

/** A row of a table with one cell a column. */
export function plainRow(
  kind: Row['kind'],
  span: Span,
  columns: readonly { readonly kind: ColumnKind }[],
  content: (kind: ColumnKind) => Draft,
): DraftRow {
  return { kind, span, cells: columns.map((column, index) => cell(index, content(column.kind))) };
}
