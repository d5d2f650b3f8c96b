import type { Span, TextEdit } from '../text/span';
import type { Hunk } from './align';
import { restoration, type TextPair } from './change';
import type { Threshold, Verdict } from './threshold';

/** Where two texts differ, and what mends it. */
export interface Place {
  /** In the required text; empty for an addition. */
  readonly a: Span;
  /** In the actual text; empty where something was left out: the gap. */
  readonly b: Span;
  /** The edit of the actual text that makes it read like the required one here. */
  readonly restore: TextEdit;
}

/** A number that was changed, left out (no `actual`) or put in (no `required`). */
export interface ThresholdDifference extends Place {
  readonly kind: 'threshold';
  readonly verdict: Exclude<Verdict, 'same'>;
  readonly required?: Threshold;
  readonly actual?: Threshold;
}

/** A whole clause left out or put in; words left out inside a clause; a slip of the pen. */
export interface TextDifference extends Place {
  readonly kind: 'dropped' | 'added' | 'omitted' | 'typo';
  /** Equal characters that vouch for it, on the side that has fewer; an end of both texts counts as enough. */
  readonly context: number;
}

export type Difference = ThresholdDifference | TextDifference;

/** A change as a difference of this kind; `context` is for slips. */
export function textDifference(kind: TextDifference['kind'], hunk: Hunk, texts: TextPair, context = 0): TextDifference {
  const [a, b] = [withSign(texts.a, hunk.aSpan), withSign(texts.b, hunk.bSpan)];
  return { kind, a, b, restore: restoration(hunk, texts), context };
}

/** A per cent sign belongs to its number, though an alignment passes over it. */
function withSign(text: string, { start, end }: Span): Span {
  return { start, end: start < end && /[%％‰]/.test(text.charAt(end)) ? end + 1 : end };
}
