import { child } from '../yaml/nodes';
import { defineRule, INDICATOR_KINDS } from './rule';
import { deadlinesOf } from './shared/deadlines';

/** Deadlines without a year in a file without 年度: one finding for them all. Contract section 6. */
export const deadlineYear = defineRule({
  id: 'deadline-year',
  summary: '时限没有写年份，文件里也没有「年度」',
  severity: 'warning',
  fixable: false,
  kinds: INDICATOR_KINDS,
  messages: {
    one: '「{text}」没有写年份，文件里也没有「年度」，不能确定是哪一年。请在文件开头写上「年度」。',
    several: '「{text}」等{count}处时限没有写年份，文件里也没有「年度」，不能确定是哪一年。请在文件开头写上「年度」。',
  },
  check({ file, report }) {
    // A 年度 that is no number is the schema's business.
    if (child(file.root, '年度')) return;
    const yearless = deadlinesOf(file).filter(({ entry: { reading } }) => reading.ok && reading.yearless);
    const [first] = yearless;
    if (!first) return;
    const { text } = first.entry;
    const count = yearless.length;
    report({ at: text.node.place, message: count > 1 ? 'several' : 'one', data: { text: text.value.trim(), count } });
  },
});
