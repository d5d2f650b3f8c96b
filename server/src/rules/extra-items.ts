import { child } from '../yaml/nodes';
import { defineRule, INDICATOR_KINDS } from './rule';

/** A 否决项 is a condition: it has neither a deadline nor a score. Contract section 6. */
export const extraItems = defineRule({
  id: 'extra-items',
  summary: '否决项写了完成时限或者分值',
  severity: 'info',
  fixable: false,
  kinds: INDICATOR_KINDS,
  messages: {
    完成时限: '否决项随时适用，不设完成时限。',
    分值: '否决项一票否决，不计分值。',
  },
  check({ file, report }) {
    for (const { key, items } of file.extras) {
      if (key !== '否决项') continue;
      for (const { node } of items) {
        for (const message of ['完成时限', '分值'] as const) {
          const value = child(node, message);
          if (value) report({ at: value.place, message });
        }
      }
    }
  },
});
