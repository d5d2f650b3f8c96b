import { rememberTexts } from '../text/memo';
import type { Span } from '../text/span';
import { type DeadlineFault, parseDeadline } from './deadline';

/** A date as the head of a file has it (印发日期, 创建周期): 2021-10-20. */
export interface PlainDate {
  readonly ok: true;
  readonly iso: string;
}

/** A date in another form than 2021-10-20. */
export interface DateFormFault {
  readonly ok: false;
  readonly rule: 'deadline-format';
  readonly reason: 'date-form';
  readonly span: Span;
  readonly params: Readonly<Record<string, string | number>>;
  /** The date in the right form, where there is one reading. */
  readonly suggestion?: string;
}

const ISO = /^\d{4}-\d{2}-\d{2}$/;
const NEAR_ISO = /^(\d{4})[年./·—–-](\d{1,2})[月./·—–-](\d{1,2})[日号]?$|^(\d{4})(\d{2})(\d{2})$/;
const SHOWN_LENGTH = 24;

/** Reads a date of the head of a file. A day that does not exist is the fault that a deadline with it would have. */
export const parseDate = rememberTexts((text): PlainDate | DateFormFault | DeadlineFault => {
  const trimmed = text.trim();
  if (ISO.test(trimmed)) {
    const reading = parseDeadline(text);
    if (reading.ok) return { ok: true, iso: trimmed };
    // 6月31日前 can only mean the end of June; of a date of issue nobody knows.
    const { suggestion: _, ...fault } = reading;
    return fault;
  }
  const [, ...parts] = NEAR_ISO.exec(trimmed.slice(0, SHOWN_LENGTH).normalize('NFKC').replace(/\s/g, '')) ?? [];
  const [year, month, day] = parts.filter((part) => part !== undefined);
  const iso = `${year}-${month?.padStart(2, '0')}-${day?.padStart(2, '0')}`;
  return {
    ok: false,
    rule: 'deadline-format',
    reason: 'date-form',
    span: { start: text.length - text.trimStart().length, end: text.trimEnd().length },
    params: { text: trimmed.length > SHOWN_LENGTH ? `${trimmed.slice(0, SHOWN_LENGTH)}…` : trimmed },
    ...(trimmed.length <= SHOWN_LENGTH && parseDeadline(iso).ok && { suggestion: iso }),
  };
});
