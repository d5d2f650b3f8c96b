import { allReferences } from '../model/references';
import { defineRule } from './rule';
import { faultsOf, itemRange, mainRun } from './shared/numbering';
import { RENUMBER_MESSAGES, renumberFixes } from './shared/renumber';

const MAX_RELATED = 10;

/**
 * 序号 runs 1..N without a hole; an extract (节选) may have holes. References to the missing number are pointed out here
 * and not as faults of their own. Contract section 6.
 */
export const numberGap = defineRule({
  id: 'number-gap',
  summary: '序号不从1开始，或者中间跳号',
  severity: 'error',
  fixable: true,
  kinds: ['zhibiao', 'yaoqiu'],
  messages: {
    gap: '序号跳号：第{previous}项之后是第{next}项，缺{missing}。',
    start: '序号应从1开始，这里是第{next}项，缺{missing}。',
    referred: '这里提到第{number}项',
    ...RENUMBER_MESSAGES,
  },
  check({ file, corpus, report }) {
    if (file.isExtract) return;
    for (const run of file.runs) {
      const { gaps } = faultsOf(run);
      if (gaps.length === 0) continue;
      const fixes = renumberFixes(file, run, corpus);
      const named = run === mainRun(file) ? namedNumbers() : [];
      for (const { index, previous, missing } of gaps) {
        const number = run.items[index]?.number;
        if (!number) continue;
        const data = { next: number.value, missing: missing.map(itemRange).join('、') };
        const related = named
          .filter(({ value }) => missing.some(({ from, to }) => from <= value && value <= to))
          .slice(0, MAX_RELATED)
          .map(({ value, span }) => ({ span, message: 'referred' as const, data: { number: value } }));
        report({
          at: number.node.place,
          ...(previous === undefined ? { message: 'start', data } : { message: 'gap', data: { ...data, previous } }),
          related,
          fixes: fixes(),
        });
      }
    }

    /** Numbers that references name and no item bears, with their places. */
    function namedNumbers() {
      const known = new Set(file.items.map((item) => item.number?.value));
      return allReferences(file).flatMap(({ numbers, place }) =>
        numbers.filter(({ value }) => !known.has(value)).map(({ value, span }) => ({ value, span: place(span) })),
      );
    }
  },
});
