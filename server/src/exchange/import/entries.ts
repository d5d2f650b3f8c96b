import type { Remark } from './draft';

/** A title in the order of the source. */
export interface TitleEntry {
  readonly kind: 'title';
  readonly level: 1 | 2;
  title: string;
  readonly at: string;
  /** Index of its row. */
  readonly row: number;
  /** The grid column in which it stands, or in which its last piece does. */
  column: number;
  /** No item stands in its row. */
  readonly alone: boolean;
  readonly marks: Remark[];
}

/** An item in the order of the source, its cells as they were read. */
export interface ItemEntry {
  readonly kind: 'item';
  readonly number: number;
  name: string;
  text: string;
  readonly units: Record<'lead' | 'answer' | 'cooperate', string>;
  deadline: string;
  evidence: string;
  /** The evidence cell of the item before covers this one's too. */
  sharesEvidence: boolean;
  score: string;
  reason: string;
  remark: string;
  readonly at: string;
  readonly row: number;
  /** Its row was out of its columns and had no title. */
  readonly moved: boolean;
  readonly marks: Remark[];
}

export type Entry = TitleEntry | ItemEntry;
