import type { Severity } from '../../server/src/rules/finding';
import type { Span, TextEdit } from '../../server/src/text/span';
import type { Clean } from './clean';
import type { Random } from './random';

/** One slip, put into a clean file. */
export interface Fault {
  /** In the clean file; in its registry if `target` says so. */
  readonly edits: readonly TextEdit[];
  /** Places of the clean text on whose lines the finding may start. */
  readonly at: readonly number[];
  /** True where the finding may start on any line that was put in. */
  readonly inserted?: boolean;
  readonly target?: 'registry';
  /** The severity that the finding should have, where the rule distinguishes. */
  readonly severity?: Severity;
  /** False where the fix cannot know the text as it was. */
  readonly restores?: boolean;
  readonly encoding?: string;
}

/** A way in which drafters break a rule. */
export interface FaultKind {
  readonly rule: string;
  /** A few words for the report. */
  readonly name: string;
  /** Undefined where the file offers no place for it. */
  inject(clean: Clean, random: Random): Fault | undefined;
}

export function replace(span: Span, newText: string): TextEdit {
  return { span, newText };
}

export function insert(at: number, newText: string): TextEdit {
  return { span: { start: at, end: at }, newText };
}

export function remove(span: Span): TextEdit {
  return { span, newText: '' };
}

/** Where a place of the old text stands after the edits; an insertion at the very place comes behind it. */
export function mapped(at: number, edits: readonly TextEdit[]): number {
  let shift = 0;
  for (const { span, newText } of edits) {
    if (span.start >= at) continue;
    shift += span.end <= at ? newText.length - (span.end - span.start) : newText.length - (at - span.start);
  }
  return at + shift;
}

/** The part of `span` from `from`, `length` long. */
export function part(span: Span, from: number, length: number): Span {
  return { start: span.start + from, end: span.start + from + length };
}
