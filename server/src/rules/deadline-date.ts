import { defineItemRule, INDICATOR_KINDS } from './rule';
import { faultMessages, reportFaults, reportOuterFaults } from './shared/deadline-faults';

/** A day that the calendar lacks (2月30日, 13月). Contract section 6. */
export const deadlineDate = defineItemRule({
  id: 'deadline-date',
  summary: '日历上没有的日期',
  severity: 'error',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: faultMessages('deadline-date'),
  inspect: () => (item, report) => reportFaults(item, 'deadline-date', report),
  conclude: ({ file, report }) => reportOuterFaults(file, 'deadline-date', report),
});
