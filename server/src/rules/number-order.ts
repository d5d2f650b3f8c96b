import { defineRule } from './rule';
import { faultsOf, itemRange } from './shared/numbering';
import { RENUMBER_MESSAGES, renumberFixes } from './shared/renumber';

/** 序号 rises through a run. An item, or a block of items, out of its place is one finding. Contract section 6. */
export const numberOrder = defineRule({
  id: 'number-order',
  summary: '序号前后颠倒',
  severity: 'error',
  fixable: true,
  kinds: ['zhibiao', 'yaoqiu'],
  messages: {
    after: '序号次序不对：{items}排在第{other}项之后。',
    before: '序号次序不对：{items}排在第{other}项之前。',
    other: '第{other}项在这里',
    ...RENUMBER_MESSAGES,
  },
  check({ file, corpus, report }) {
    for (const run of file.runs) {
      const fixes = renumberFixes(file, run, corpus);
      for (const { index, count, side, neighbour } of faultsOf(run).misplaced) {
        const number = run.items[index]?.number;
        const other = run.items[neighbour]?.number;
        if (!number || !other) continue;
        const data = {
          items: itemRange({ from: number.value, to: number.value + count - 1 }),
          other: other.value,
        };
        report({
          at: number.node.place,
          message: side,
          data,
          related: [{ span: other.node.place, message: 'other', data }],
          fixes: fixes(),
        });
      }
    }
  },
});
