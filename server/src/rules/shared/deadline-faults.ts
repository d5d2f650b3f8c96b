import type { DateFormFault } from '../../domain/date';
import {
  DEADLINE_MESSAGES,
  type DeadlineFault,
  type DeadlineMessage,
  type DeadlineReason,
  type DeadlineRule,
} from '../../domain/deadline';
import type { DeadlineEntry, Indicator, IndicatorFile, Text } from '../../model/types';
import type { Report } from '../rule';
import { headDatesOf } from './head-dates';
import { rewrite, spanIn } from './text';

type FaultMessage = DeadlineMessage | 'date-form' | 'date-form-suggested' | 'fix';

/** The reasons that are not a matter of form. */
const RULES: Partial<Record<DeadlineReason, DeadlineRule>> = {
  'no-such-day': 'deadline-date',
  'no-such-day-of-month': 'deadline-date',
  'no-leap-day': 'deadline-date',
  'no-such-month': 'deadline-date',
  'end-before-start': 'deadline-range',
};

/** The sentences that {@link reportFaults} needs of a rule: the domain's own for its faults, and the title of the fix. */
export function faultMessages(rule: DeadlineRule): Readonly<Record<FaultMessage, string>> {
  const own = Object.entries(DEADLINE_MESSAGES).filter(([key]) => {
    const reason = key.replace(/-suggested$/, '') as DeadlineReason;
    return (RULES[reason] ?? 'deadline-format') === rule;
  });
  const form = {
    'date-form': '{label}「{text}」不是规定写法，请写成「2021-10-20」的样子。',
    'date-form-suggested': '{label}「{text}」不是规定写法，应为「{suggestion}」。',
  };
  const all = { ...Object.fromEntries(own), ...(rule === 'deadline-format' && form), fix: '改为「{suggestion}」' };
  return all as Readonly<Record<FaultMessage, string>>;
}

type ReportFault = (report: Report<FaultMessage>) => void;

/** Reports what the reader of deadlines found wrong with those of an item and gave to `rule`. */
export function reportFaults({ deadlines }: Indicator, rule: DeadlineRule, report: ReportFault): void {
  reportAll(
    deadlines.flatMap((entry) => faultOf(entry, '完成时限')),
    rule,
    report,
  );
}

/** The same for the deadlines of 阶段 and the dates in the head of a file. */
export function reportOuterFaults(file: IndicatorFile, rule: DeadlineRule, report: ReportFault): void {
  const dates = headDatesOf(file).flatMap(({ name, text, reading }) =>
    reading.ok ? [] : [{ label: name === '印发日期' ? name : `创建周期的「${name}」`, text, fault: reading }],
  );
  const phases = file.phases.flatMap(({ deadline }) => (deadline ? faultOf(deadline, '时间') : []));
  reportAll([...dates, ...phases], rule, report);
}

function reportAll(faults: readonly PlacedFault[], rule: DeadlineRule, report: ReportFault): void {
  for (const { label, text, fault } of faults) {
    if (fault.rule !== rule) continue;
    const { reason, suggestion } = fault;
    const data = { ...fault.params, label, suggestion: suggestion ?? '' };
    report({
      at: spanIn(text, fault.span),
      message: suggestion === undefined ? reason : `${reason}-suggested`,
      data,
      fixes: suggestion === undefined ? [] : [{ title: 'fix', data, edits: [rewrite(text, suggestion)], safe: true }],
    });
  }
}

interface PlacedFault {
  readonly label: string;
  readonly text: Text;
  readonly fault: DeadlineFault | DateFormFault;
}

function faultOf({ text, reading }: DeadlineEntry, label: string): PlacedFault[] {
  return reading.ok || isMatterOfSchema(text) ? [] : [{ label, text, fault: reading }];
}

/** An empty text, or true and false. */
function isMatterOfSchema({ value, node }: Text): boolean {
  return value === '' || typeof node.value === 'boolean';
}
