import { defineRule, INDICATOR_KINDS } from './rule';
import { faultMessages, reportFaults } from './shared/deadline-faults';

/** A deadline in none of the forms of contract section 5, or a date of the head that is not 2021-10-20. */
export const deadlineFormat = defineRule({
  id: 'deadline-format',
  summary: '完成时限或日期的写法不合规定',
  severity: 'error',
  fixable: true,
  kinds: INDICATOR_KINDS,
  messages: faultMessages('deadline-format'),
  check({ file, report }) {
    reportFaults(file, 'deadline-format', report);
  },
});
