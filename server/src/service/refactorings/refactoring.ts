import type { Corpus } from '../../model/corpus';
import type { Located } from '../../model/locate';
import type { Registry } from '../../model/registry';
import type { Indicator, IndicatorFile, UnitList, UnitRef } from '../../model/types';
import type { Message } from '../../rules/finding';
import type { UnitReading } from '../../rules/shared/unit-reading';
import type { LineIndex } from '../../text/lines';
import type { Span, TextEdit } from '../../text/span';
import type { Checked } from '../../workspace/project';
import { refactoringPhrases } from './phrases';

/** What a refactoring looks at: a file, and what is selected in it. */
export interface Selection {
  readonly checked: Checked;
  readonly file: IndicatorFile;
  readonly lines: LineIndex;
  readonly registry?: Registry;
  readonly corpus?: Corpus;
  /** Empty for a cursor. */
  readonly span: Span;
  /** What stands at the start of the selection. */
  readonly located: Located;
  /** The item at the start of the selection, unless a list or date of it is meant. */
  readonly item?: Indicator;
  /** The unit list that the start of the selection is in, its key included. */
  readonly list?: UnitList;
  /** The unit of `list` that the start of the selection touches. */
  readonly unit?: UnitRef;
  /** What the strings of unit lists turn out to be. */
  read(name: string): UnitReading;
}

/** A change that a person may choose; nothing is wrong without it. */
export interface Refactoring {
  /** Tells it from the others that are offered for the same selection. */
  readonly key: string;
  readonly kind: 'rewrite' | 'move';
  readonly title: Message;
  /** The file that is changed, where it is not the selected one: a registry. */
  readonly elsewhere?: { readonly uri: string; readonly lines: LineIndex };
  /** Worked out when asked for. */
  edits(): readonly TextEdit[];
}

/** Offers what applies to a selection, and nothing that would change nothing. */
export type Offer = (selection: Selection) => readonly Refactoring[];

/** A title by its key among the phrases. */
export function title(key: keyof typeof refactoringPhrases, data: Message['data'] = {}): Message {
  return { template: refactoringPhrases[key], data };
}
