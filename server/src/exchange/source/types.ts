import type { Message } from '../../rules/finding';

/** What a reader left out or put right: pictures, macros, hidden rows… */
export type Note = Message;

/** A document as it was read, in reading order: its text and its tables, free of the format that it came in. */
export interface Source {
  /** The file's name without folders; what the clipboard holds has a name of ours. */
  readonly name: string;
  readonly blocks: readonly Block[];
  readonly notes: readonly Note[];
}

export type Block = Paragraph | Grid;

export interface Paragraph {
  readonly kind: 'paragraph';
  /** One line; never empty. */
  readonly text: string;
  /** The place as people look for it: 第12段. */
  readonly at: string;
}

export interface Grid {
  readonly kind: 'grid';
  readonly rows: readonly Row[];
  /** The sheet of a workbook of several. */
  readonly sheet?: string;
}

export interface Row {
  /** From left to right, with a `continued` cell wherever one of an earlier row reaches into this one. */
  readonly cells: readonly Cell[];
  /** The place as people look for it: 表1第3行, 工作表「指标」第5行. */
  readonly at: string;
  /** The document itself marks it as a header that is repeated on each page. */
  readonly header?: boolean;
}

export interface Cell {
  /** Paragraphs within the cell are parted by `\n`; empty where the cell is, and where it is `continued`. */
  readonly text: string;
  /** Rows that the cell covers, from this one on; at least 1, never beyond the last row. */
  readonly rowSpan: number;
  /** Columns that the cell covers; at least 1. */
  readonly colSpan: number;
  /** The first column that it covers, from 0. */
  readonly column: number;
  /** The cell above covers it (vMerge, rowspan). */
  readonly continued?: boolean;
}
