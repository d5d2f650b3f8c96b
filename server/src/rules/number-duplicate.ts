import { defineRule } from './rule';
import { faultsOf, itemRange } from './shared/numbering';
import { RENUMBER_MESSAGES, renumberFixes } from './shared/renumber';

/** No 序号 twice in one run. Of two, the one that is out of its place is reported. Contract section 6. */
export const numberDuplicate = defineRule({
  id: 'number-duplicate',
  summary: '同一个序号用了两次',
  severity: 'error',
  fixable: true,
  kinds: ['zhibiao', 'yaoqiu'],
  messages: {
    earlier: '序号重复：{items}在第{line}行已经出现。',
    later: '序号重复：第{line}行也是{items}。',
    'several-earlier': '序号重复：{items}从第{line}行起已经出现。',
    'several-later': '序号重复：从第{line}行起也是{items}。',
    other: '同一个序号也在这里',
    ...RENUMBER_MESSAGES,
  },
  check({ document, file, corpus, report }) {
    for (const run of file.runs) {
      const fixes = renumberFixes(file, run, corpus);
      for (const { index, count, original } of faultsOf(run).repeats) {
        const number = run.items[index]?.number;
        const other = run.items[original]?.number;
        if (!number || !other) continue;
        const side = original < index ? 'earlier' : 'later';
        report({
          at: number.node.place,
          message: count === 1 ? side : `several-${side}`,
          data: {
            items: itemRange({ from: number.value, to: number.value + count - 1 }),
            line: document.lines.lineAt(other.node.place.start) + 1,
          },
          related: [{ span: other.node.place, message: 'other' }],
          fixes: fixes(),
        });
      }
    }
  },
});
