import { child } from '../yaml/nodes';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { deadlinesIn, type PlacedDeadline, phaseDeadlines } from './shared/deadlines';

/** Deadlines without a year in a file without 年度: one finding for them all. Contract section 6. */
export const deadlineYear = defineItemRule({
  id: 'deadline-year',
  summary: '时限没有写年份，文件里也没有「年度」',
  severity: 'warning',
  fixable: false,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    one: '「{text}」没有写年份，文件里也没有「年度」，不能确定是哪一年。请在文件开头写上「年度」。',
    several: '「{text}」等{count}处时限没有写年份，文件里也没有「年度」，不能确定是哪一年。请在文件开头写上「年度」。',
  },
  inspect: () => (item) => {
    const yearless = deadlinesIn(item).filter(isYearless);
    return yearless.length > 0 ? yearless : undefined;
  },
  conclude({ file, report }, facts) {
    // A 年度 that is no number is the schema's business.
    if (child(file.root, '年度')) return;
    const yearless = [...facts.flatMap(({ fact }) => fact), ...phaseDeadlines(file).filter(isYearless)];
    const [first] = yearless;
    if (!first) return;
    const { text } = first.entry;
    const count = yearless.length;
    report({ at: text.node.place, message: count > 1 ? 'several' : 'one', data: { text: text.value.trim(), count } });
  },
});

function isYearless({ entry: { reading } }: PlacedDeadline): boolean {
  return reading.ok && reading.yearless;
}
