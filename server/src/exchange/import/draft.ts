import type { Message } from '../../rules/finding';

/**
 * What was done with a piece of the source: read as something, put right, put right without being sure, not taken
 * over.
 */
export type RemarkKind = 'read' | 'repaired' | 'unsure' | 'left-out';

/** Something that the drafter should know of. */
export interface Remark {
  readonly kind: RemarkKind;
  readonly message: Message;
  /** The place in the source: 表1第59行. */
  readonly at?: string;
}

export interface DraftDeadline {
  readonly text: string;
  readonly task?: string;
}

/** One item as it will be written. */
export interface DraftItem {
  readonly number: number;
  readonly name?: string;
  readonly text: string;
  readonly lead: readonly string[];
  readonly answer: readonly string[];
  readonly cooperate: readonly string[];
  readonly deadlines: readonly DraftDeadline[];
  readonly evidence: readonly string[];
  readonly score?: number;
  /** Why it departs from the central text. */
  readonly reason?: string;
  readonly remark?: string;
  /** What the drafter should check; each stands as a comment above the item. */
  readonly marks: readonly Remark[];
}

export interface DraftSection {
  /** As printed, with its serial. */
  readonly title: string;
  readonly sections: readonly DraftSection[];
  readonly items: readonly DraftItem[];
  readonly marks: readonly Remark[];
}

export type ExtraName = '加分项' | '否决项' | '扣分项';

export interface DraftExtra {
  readonly name: ExtraName;
  /** Most points that they can bring or cost. */
  readonly limit?: number;
  readonly items: readonly DraftItem[];
}

/** Items that hand in one set of evidence, in ascending order of their numbers. */
export interface DraftGroup {
  readonly numbers: readonly number[];
  readonly evidence: readonly string[];
}

export interface DraftPhase {
  readonly name: string;
  readonly time?: string;
  readonly text: string;
}

export interface DraftMethod {
  readonly name: string;
  readonly text: string;
}

/** What a document calls its three levels. */
export type LevelNames = readonly [string, string, string];

/** One indicator file to be. */
export interface DraftDocument {
  readonly title: string;
  readonly documentNumber?: string;
  readonly issuer?: string;
  /** ISO. */
  readonly issued?: string;
  readonly year?: number;
  /** Name of the corpus that the items follow; absent: none. */
  readonly basis?: string;
  readonly numbering: 'continuous' | 'by-parent';
  /** Absent: 一级指标, 二级指标, 三级指标. */
  readonly levelNames?: LevelNames;
  readonly totalScore?: number;
  readonly sections: readonly DraftSection[];
  readonly extras: readonly DraftExtra[];
  /** The headings of the extras as printed, which the file format has no place for. */
  readonly extraTitles: readonly string[];
  readonly groups: readonly DraftGroup[];
  readonly phases: readonly DraftPhase[];
  readonly methods: readonly DraftMethod[];
  readonly grades: readonly string[];
  /** The text round the items, paragraph by paragraph. */
  readonly notes: readonly string[];
}

export interface DraftUnit {
  readonly name: string;
  readonly fullName?: string;
  readonly aliases: readonly string[];
  readonly category?: string;
}

/** A source as it was understood. */
export interface Draft {
  /** The name of the source. */
  readonly source: string;
  readonly county: string;
  /** Several where the source holds several plans or tables; none where it holds no items. */
  readonly documents: readonly DraftDocument[];
  /** In the order in which they first occur. */
  readonly units: readonly DraftUnit[];
  /** In the order of the source. */
  readonly remarks: readonly Remark[];
}
