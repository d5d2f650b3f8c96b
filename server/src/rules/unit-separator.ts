import { formatChineseNumeral } from '../domain/numeral';
import type { UnitPart } from '../domain/unit-split';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { replaceEntry, splitEntry } from './shared/list-edits';
import { unitReader } from './shared/unit-reading';
import { placeOf, unitsOf } from './shared/unit-uses';

/** One unit an entry, without blanks inside; a registered name is one unit whatever it holds. Contract sections 3 and 6. */
export const unitSeparator = defineItemRule({
  id: 'unit-separator',
  summary: '一项里写了几个单位，或者单位名称中间多了空格',
  severity: 'error',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    glued: '「{text}」是{count}个单位连写：{parts}。请分成{count}项。',
    separator: '「{text}」中间用了「{mark}」，是{count}个单位，请分成{count}项。',
    blank: '「{text}」中间用了空格，是{count}个单位，请分成{count}项。',
    break: '「{text}」中间换了行，是{count}个单位，请分成{count}项。',
    unsure: '「{text}」中间有空格。如是{count}个单位，请分成{count}项；如是一个单位，请去掉空格。',
    inside: '「{text}」中间多了空格，应为「{joined}」。',
    'break-inside': '「{text}」中间多了换行，应为「{joined}」。',
    split: '分成{count}项：{parts}',
    join: '改为「{joined}」',
  },
  reads: ({ file, registry }) => [registry, file.county?.value],
  inspect({ document, file, registry }) {
    const read = unitReader(registry, file.county?.value);
    return (item, report) => {
      for (const use of unitsOf(item)) {
        const reading = read(use.value);
        if (reading.kind !== 'split') continue;
        const { split, isCertain } = reading;
        const text = onOneLine(use.value);
        const joined = split.kind === 'blank-inside' ? split.joined : use.value.replace(/\s+/g, '');
        const join = (safe: boolean) =>
          ({ title: 'join', data: { joined }, edits: [replaceEntry(use, joined)], safe }) as const;
        if (split.kind === 'blank-inside') {
          const message = /[\r\n]/.test(use.value) ? 'break-inside' : 'inside';
          report({ at: placeOf(use), message, data: { text, joined }, fixes: [join(isCertain)] });
          continue;
        }
        const names = split.parts.map((part) => part.text);
        const count = names.length === 2 ? '两' : formatChineseNumeral(names.length);
        const data = { text, count, parts: names.join('、') };
        const { message, mark } = describe(use.value, split.parts);
        const unsure = message === 'blank' && !names.some((name) => registry?.find(name));
        const edits = splitEntry(document.lines, use, names);
        report({
          at: placeOf(use),
          message: unsure ? 'unsure' : message,
          data: { ...data, mark },
          fixes: [
            ...(edits.length > 0 ? [{ title: 'split' as const, data, edits, safe: isCertain }] : []),
            ...(unsure ? [join(false)] : []),
          ],
        });
      }
    };
  },
});

/** By what the first two parts that do not touch are parted. */
function describe(text: string, parts: readonly UnitPart[]) {
  for (const [i, { span }] of parts.entries()) {
    const next = parts[i + 1];
    if (!next || next.span.start === span.end) continue;
    const gap = text.slice(span.end, next.span.start);
    const [mark = ''] = gap.trim();
    if (mark !== '') return { message: 'separator', mark } as const;
    return { message: /[\r\n]/.test(gap) ? 'break' : 'blank', mark } as const;
  }
  return { message: 'glued', mark: '' } as const;
}

function onOneLine(text: string): string {
  return text.trim().replace(/\s+/g, (blanks) => (/[\r\n]/.test(blanks) ? ' ' : blanks));
}
