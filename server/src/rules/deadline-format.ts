import { defineItemRule, INDICATOR_KINDS } from './rule';
import { faultMessages, reportFaults, reportOuterFaults } from './shared/deadline-faults';

/** A deadline in none of the forms of contract section 5, or a date of the head that is not 2021-10-20. */
export const deadlineFormat = defineItemRule({
  id: 'deadline-format',
  summary: '完成时限或日期的写法不合规定',
  severity: 'error',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: faultMessages('deadline-format'),
  inspect: () => (item, report) => reportFaults(item, 'deadline-format', report),
  conclude: ({ file, report }) => reportOuterFaults(file, 'deadline-format', report),
});
