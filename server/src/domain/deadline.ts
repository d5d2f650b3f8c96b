import { type CompactText, compact } from './compact';
import { classifyNoDeadline, classifyRemains } from './deadline-classify';
import { isDeadline, readDeadline } from './deadline-grammar';
import { nextRepair, type Repair } from './deadline-repair';
import type { Deadline, DeadlineFault, RawFault } from './deadline-types';

export { DEADLINE_MESSAGES, type DeadlineMessage, describeFault, messageOf } from './deadline-message';
export { type DatedPhrase, findDates } from './deadline-text';
export type { Deadline, DeadlineFault, DeadlineKind, DeadlineReason, DeadlineRule } from './deadline-types';

/** A deadline is a phrase; what is longer is prose, and is not searched for slips. */
const MAX_LENGTH = 80;
const MAX_REPAIRS = 12;
const SHOWN_LENGTH = 24;

/**
 * Reads a deadline. Contract section 5 is the whole list of what is understood; everything else is a fault. Blanks are
 * ignored (rule `typography` has its own opinion of them). Never throws.
 * @param text the deadline as written
 * @param year the year that a deadline without one belongs to (年度), if known
 */
export function parseDeadline(text: string, year?: number): Deadline | DeadlineFault {
  const source = compact(text);
  const reading = readDeadline(source.text, year);
  if (isDeadline(reading)) return reading;
  return complete(reading ?? diagnose(source.text, year), source, text);
}

function diagnose(text: string, year: number | undefined): RawFault {
  const whole = { start: 0, end: text.length };
  const malformed = (fault: Pick<RawFault, 'reason' | 'span'>, suggestion?: string): RawFault => ({
    rule: 'deadline-format',
    reason: fault.reason,
    span: fault.span,
    params: {},
    ...(suggestion !== undefined && { suggestion }),
  });
  if (text === '') return malformed({ reason: 'empty', span: whole });
  if (text.length > MAX_LENGTH) return malformed({ reason: 'not-understood', span: whole });
  const kind = classifyNoDeadline(text);
  if (kind) return malformed(kind);

  let first: Repair | undefined;
  let current = text;
  for (let step = 0; step < MAX_REPAIRS; step++) {
    const repair = nextRepair(current);
    if (!repair) break;
    first ??= repair;
    current = repair.text;
    const reading = readDeadline(current, year);
    if (isDeadline(reading)) return malformed(first, current);
    if (reading) return malformed(first);
  }
  return malformed(classifyRemains(text) ?? first ?? { reason: 'not-understood', span: whole });
}

function complete(fault: RawFault, source: CompactText, text: string): DeadlineFault {
  const span = source.toOriginal(fault.span);
  const trimmed = text.trim();
  return {
    ok: false,
    ...fault,
    span,
    params: {
      ...fault.params,
      text: trimmed.length > SHOWN_LENGTH ? `${trimmed.slice(0, SHOWN_LENGTH)}…` : trimmed,
      piece: source.text.slice(fault.span.start, fault.span.end),
    },
  };
}
