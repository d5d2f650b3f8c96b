import type { DeadlineEntry, IndicatorFile } from '../model/types';
import { defineItemRule, INDICATOR_KINDS, type Reporter } from './rule';
import { faultMessages, reportFaults, reportOuterFaults } from './shared/deadline-faults';
import { whenOf } from './shared/deadlines';
import { headDatesOf } from './shared/head-dates';

const messages = {
  ...faultMessages('deadline-range'),
  'milestone-order': '时间先后颠倒：「{text}」早于排在前面的「{previous}」。请核对日期，或按先后排列。',
  'phase-order': '阶段先后颠倒：「{text}」开始得比前一阶段「{previous}」早。请核对日期，或按先后排列。',
  period: '创建周期的「止」（{to}）早于「起」（{from}）。',
  previous: '前一项在这里',
  from: '「起」在这里',
};

/** An end before its start: in a range, in 创建周期, among milestones and phases. Contract section 6. */
export const deadlineRange = defineItemRule({
  id: 'deadline-range',
  summary: '结束早于开始，或几个时间节点先后颠倒',
  severity: 'error',
  fixable: false,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages,
  inspect: () => (item, report) => {
    reportFaults(item, 'deadline-range', report);
    checkOrder(item.deadlines, 'milestone-order', report);
  },
  conclude({ file, report }) {
    reportOuterFaults(file, 'deadline-range', report);
    checkPeriod(file, report);
    checkOrder(
      file.phases.flatMap(({ deadline }) => deadline ?? []),
      'phase-order',
      report,
    );
  },
});

type ReportRange = Reporter<keyof typeof messages>;

function checkPeriod(file: IndicatorFile, report: ReportRange): void {
  const [from, to] = headDatesOf(file).filter(({ name }) => name !== '印发日期');
  if (!from?.reading.ok || !to?.reading.ok || to.reading.iso >= from.reading.iso) return;
  report({
    at: to.text.node.place,
    message: 'period',
    data: { from: from.reading.iso, to: to.reading.iso },
    related: [{ span: from.text.node.place, message: 'from' }],
  });
}

/** Each dated entry against the dated one before it; ranges may overlap, so their beginnings count. */
function checkOrder(
  entries: readonly DeadlineEntry[],
  message: 'milestone-order' | 'phase-order',
  report: ReportRange,
): void {
  const dated = entries.flatMap((entry) => {
    const when = whenOf(entry);
    return when ? [{ ...entry, when }] : [];
  });
  for (const [i, { text, when }] of dated.entries()) {
    const previous = dated[i - 1];
    if (!previous || previous.when.calendar !== when.calendar) continue;
    const by = isRange(previous.when) && isRange(when) ? 'first' : 'last';
    if (when[by] >= previous.when[by]) continue;
    report({
      at: text.node.place,
      message,
      data: { text: text.value, previous: previous.text.value },
      related: [{ span: previous.text.node.place, message: 'previous' }],
    });
  }
}

function isRange({ first, last }: { first: string; last: string }): boolean {
  return first !== last;
}
