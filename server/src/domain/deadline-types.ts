import type { Span } from '../text/span';
import type { MonthDay } from './calendar';

/**
 * What a deadline resolves to (contract section 5). `date`: a certain day; `month`: the end of a part of the year that
 * is named by months (旬, 月底, 季度, 半年, 年底); `range`: first to last day; `recurring`: 每年, 每季度末 …; `open`: 长期坚持 ….
 */
export type DeadlineKind = 'date' | 'month' | 'range' | 'recurring' | 'open';

/** A deadline that is understood. */
export interface Deadline {
  readonly ok: true;
  readonly kind: DeadlineKind;
  /** First day of a range, ISO. */
  readonly first?: string;
  /**
   * Last day, ISO; absent where no year is known. For 每年 + a dated form it is the occurrence in the given year; the
   * other recurring forms and the open ones have none.
   */
  readonly last?: string;
  /** The text names the year itself. */
  readonly explicitYear: boolean;
  /** A month-day, quarter or half-year form without a year, so that it needs 年度; never true of recurring and open ones. */
  readonly yearless: boolean;
  /** The last day without its year; absent for February's end in an unknown year. */
  readonly monthDay?: MonthDay;
  /** The written day is the day before its month's last: 5月30日前. Not set for ranges, whose days are exact. */
  readonly monthEndEve: boolean;
}

/** Why a deadline is refused. */
export type DeadlineReason =
  | 'empty'
  | 'missing-day-word'
  | 'missing-month-word'
  | 'missing-before'
  | 'two-digit-year'
  | 'year-digits'
  | 'fullwidth-digits'
  | 'chinese-digits'
  | 'letter-for-digit'
  | 'dotted-date'
  | 'compact-date'
  | 'iso-digits'
  | 'trailing-stop'
  | 'wording'
  | 'range-sign'
  | 'range-before'
  | 'ambiguous-month'
  | 'several-dates'
  | 'lost-glyphs'
  | 'status'
  | 'frequency'
  | 'relative-period'
  | 'vague'
  | 'not-understood'
  | 'no-such-day'
  | 'no-such-day-of-month'
  | 'no-leap-day'
  | 'no-such-month'
  | 'end-before-start';

/** The rule that reports a fault. Contract section 6. */
export type DeadlineRule = 'deadline-format' | 'deadline-date' | 'deadline-range';

/** A deadline that is refused. */
export interface DeadlineFault {
  readonly ok: false;
  readonly rule: DeadlineRule;
  readonly reason: DeadlineReason;
  /** The smallest offending piece of the text; the whole text where the fault is the text itself. */
  readonly span: Span;
  /** Values for the message: always `text` (shortened) and `piece` (what stands at {@link span}). */
  readonly params: Readonly<Record<string, string | number>>;
  /** The whole corrected text, only if there is exactly one reading; it parses. */
  readonly suggestion?: string;
}

/** A fault as the grammar sees it: its span lies in the blank-free text, and the message values are not complete yet. */
export type RawFault = Omit<DeadlineFault, 'ok'>;
