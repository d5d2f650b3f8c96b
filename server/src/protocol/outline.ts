import type { Position, Range } from 'vscode-languageserver-types';
import { request } from './request';

/** What a line of the 指标 tree stands for; `category` gathers units of a registry. */
export type OutlineKind =
  | 'section'
  | 'item'
  | 'extras'
  | 'extra'
  | 'groups'
  | 'group'
  | 'phases'
  | 'phase'
  | 'category'
  | 'unit';

export type FindingSeverity = 'error' | 'warning' | 'info' | 'hint';

/** How many findings of each severity lie in a part of a file; a severity without any is left out. */
export type FindingCounts = Readonly<Partial<Record<FindingSeverity, number>>>;

export interface OutlineNode {
  readonly kind: OutlineKind;
  /** A title, or the first words of an item: one line, cut short. Empty where nothing can be read. */
  readonly text: string;
  /** 序号 of an item. */
  readonly number?: number;
  /** 牵头单位 and 责任单位 of an item, as written. */
  readonly leads?: readonly string[];
  readonly answers?: readonly string[];
  /** A word more: the date of a phase, the full name of a unit, how sure the text of a corpus is. */
  readonly note?: string;
  /** How many items or units lie below; only where there are children. */
  readonly size?: number;
  /** All that belongs to it, in whole lines where it has them to itself. */
  readonly range: Range;
  /** Where the cursor goes. */
  readonly place: Position;
  /** Findings in it and below; absent where there are none. */
  readonly findings?: FindingCounts;
  readonly children?: readonly OutlineNode[];
}

export interface Outline {
  readonly title: string;
  /** Number of 三级指标, or of units in a registry. */
  readonly size: number;
  /** In the order of the file. */
  readonly nodes: readonly OutlineNode[];
}

/** The tree of an indicator file, a corpus or a registry; null for any other file. */
export const outlineRequest = request<{ readonly uri: string }, Outline | null>('zhibiao/outline');

export interface OutlineDetails {
  /** The whole text. */
  readonly text: string;
  /** Further lines, by the key that they stand under. */
  readonly rows: readonly { readonly key: string; readonly value: string }[];
  /** Worst first, at most ten. */
  readonly findings: readonly { readonly severity: FindingSeverity; readonly message: string }[];
}

export interface OutlineDetailsParams {
  readonly uri: string;
  /** Of a node. */
  readonly place: Position;
  readonly range: Range;
}

/** What is not sent with the tree, since it is only shown for the node under the mouse. */
export const outlineDetailsRequest = request<OutlineDetailsParams, OutlineDetails | null>('zhibiao/outline/details');
