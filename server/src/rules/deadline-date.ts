import { defineRule, INDICATOR_KINDS } from './rule';
import { faultMessages, reportFaults } from './shared/deadline-faults';

/** A day that the calendar lacks (2月30日, 13月). Contract section 6. */
export const deadlineDate = defineRule({
  id: 'deadline-date',
  summary: '日历上没有的日期',
  severity: 'error',
  fixable: true,
  kinds: INDICATOR_KINDS,
  messages: faultMessages('deadline-date'),
  check({ file, report }) {
    reportFaults(file, 'deadline-date', report);
  },
});
