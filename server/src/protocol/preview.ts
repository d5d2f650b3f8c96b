import { request } from './request';

/*
 * An indicator file as it would be printed: lines above the table, tables with merged cells, lines below. It knows neither
 * HTML nor an editor, so that the same form can be written as a document. Lines of the file count from 0; those inside a
 * row, a line or a cell count from the `line` of the row or line that holds them, so that an edit above leaves it unchanged.
 */

export const SEVERITY_ORDER = ['error', 'warning', 'info', 'hint'] as const;
export type PreviewSeverity = (typeof SEVERITY_ORDER)[number];

export interface PreviewParams {
  readonly uri: string;
  /** Only the items of this unit: a `name` of {@link Printed.units}. */
  readonly unit?: string;
  /** Only items and sections with findings; hints do not count. */
  readonly onlyFindings?: boolean;
}

/** The printed form of a file, or null for one that is no list of indicators. */
export const previewRequest = request<PreviewParams, Printed | null>('zhibiao/preview');

export interface Printed {
  readonly head: readonly Line[];
  /** The list itself first; then 阶段 and 考核方式 where the file has them. */
  readonly tables: readonly Table[];
  readonly notes: readonly Line[];
  /** Units that the file names, with how many items each has in which role; those of the registry first. */
  readonly units: readonly UnitCount[];
  /** The unit whose items these are; absent for the whole file. */
  readonly unit?: string;
  /** Findings of the file, shown or not. */
  readonly counts: Readonly<Record<PreviewSeverity, number>>;
  /** Findings that stand at nothing of the above; their lines count from the start of the file. */
  readonly elsewhere: readonly PlacedFinding[];
}

export interface UnitCount {
  readonly name: string;
  readonly lead: number;
  readonly responsible: number;
  readonly support: number;
}

/** A piece of text with one look. */
export interface Run {
  readonly text: string;
  readonly strong?: true;
  /** Index of the worst finding of the cell or line that stands exactly here. */
  readonly finding?: number;
}

export type Paragraph = readonly Run[];

export interface PlacedFinding {
  readonly severity: PreviewSeverity;
  readonly rule: string;
  readonly message: string;
  readonly line: number;
  readonly character: number;
}

export interface Content {
  readonly paragraphs: readonly Paragraph[];
  /** Worst first. */
  readonly findings?: readonly PlacedFinding[];
}

/** Lines of a file, `lines` of them from `line` on. */
export interface LineRange {
  readonly line: number;
  readonly lines: number;
}

/** `annex`: 文号 and 附件, top left; `issue`: who issued it when, below the title; `unit`: whose list it is. */
export type LineStyle = 'annex' | 'title' | 'issue' | 'unit' | 'heading' | 'text';

export interface Line extends Content {
  readonly style: LineStyle;
  /** Absent for what stands nowhere in the file. */
  readonly place?: LineRange;
}

export type ColumnKind =
  | 'level-1'
  | 'level-2'
  | 'number'
  | 'content'
  | 'role'
  | 'lead'
  | 'responsible'
  | 'support'
  | 'deadline'
  | 'evidence'
  | 'score'
  | 'reason'
  | 'remark'
  | 'source'
  | 'certainty'
  | 'name';

export interface Column {
  readonly kind: ColumnKind;
  readonly title: string;
}

export interface Table {
  readonly kind: 'items' | 'phases' | 'methods';
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
}

/** `empty`: a section without items; `damaged`: an entry that cannot be read, shown as it stands in the file. */
export type RowKind = 'item' | 'extra' | 'empty' | 'damaged' | 'total';

/** A row holds the cells that begin in it, from left to right; others reach into it from above. */
export interface Row {
  readonly kind: RowKind;
  /** Absent for a row that stands nowhere in the file. */
  readonly place?: LineRange;
  readonly cells: readonly Cell[];
}

export interface Cell extends Content {
  /** Index of the leftmost column that it covers. */
  readonly column: number;
  /** Columns covered; 1 if absent. */
  readonly columnSpan?: number;
  /** Rows covered; 1 if absent. */
  readonly rowSpan?: number;
  /** Where it stands, counted from the row; absent for an empty cell. */
  readonly line?: number;
  /** Lines of the cell outside those of its row: the title of a section, a group of 合并报送. */
  readonly outside?: readonly LineRange[];
}
