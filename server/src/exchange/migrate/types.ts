import type { Indicator } from '../../model/types';

/** What became of an item: 未变, 修订, 部分对应, 拆分, 合并, 没有对应, 本地增加, 新增. */
export type Kind = 'identical' | 'revised' | 'partial' | 'split' | 'merged' | 'dropped' | 'local' | 'new';

/** An item of a file and one of the new edition that takes its matter up. */
export interface Link {
  readonly source: Indicator;
  readonly target: Indicator;
  /** The item of the old edition between them, where the file follows one. */
  readonly base?: Indicator;
  /** How alike the texts of the editions (without an old one: of file and edition) are, 0 to 1. */
  readonly likeness: number;
  /** False where only a faint likeness speaks for it. */
  readonly certain: boolean;
}

/** One line of the report. */
export interface Row {
  /** Serial in the old file, with 加分项 and the like before it; none for a new item. */
  readonly from?: string;
  readonly to: readonly string[];
  readonly kind: Kind;
  readonly text: string;
  readonly notes: readonly string[];
}

export interface EditionName {
  readonly name: string;
  /** As heads of columns have it. */
  readonly shortName: string;
}

export interface Migration {
  /** The file on the new edition. */
  readonly text: string;
  readonly from: EditionName;
  readonly to: EditionName;
  /** In the order of the old file, then what is new. */
  readonly rows: readonly Row[];
  /** What is to be looked after beyond single items: groups, scores, notes left behind. */
  readonly notes: readonly string[];
  /** Places marked 待核 in the text. */
  readonly doubts: number;
}

/** Why a file cannot be moved to an edition. */
export type Refusal = 'unreadable' | 'same-edition';
