import { findDates } from '../domain/deadline';
import type { DeadlineEntry, IndicatorFile, Text } from '../model/types';
import type { Span } from '../text/span';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { ANY_YEAR, whenOf } from './shared/deadlines';
import { spanIn } from './shared/text';

/** A 完成时限 later than a date that the item's own text sets (97: 每年3月1日前). Contract section 6. */
export const deadlineText = defineItemRule({
  id: 'deadline-text',
  summary: '完成时限晚于内容里规定的日期',
  severity: 'warning',
  fixable: false,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    later: '完成时限「{text}」晚于内容里的「{phrase}」。请提前，或核对内容。',
    phrase: '内容里的日期在这里',
  },
  reads: ({ file }) => [pastOf(file)],
  inspect({ file }) {
    const past = pastOf(file);
    return ({ content, deadlines }, report) => {
      const late = content && findLate(content, deadlines, past);
      if (!late) return;
      const { text, phrase } = late;
      report({
        at: text.node.place,
        message: 'later',
        data: { text: text.value.trim(), phrase: phrase.text },
        related: [{ span: spanIn(content, phrase.span), message: 'phrase' }],
      });
    };
  },
});

/** ISO date; what was due before it was over when the file was issued. */
export function pastOf(file: IndicatorFile): string {
  return file.issued?.value.trim() ?? (file.year ? `${file.year.value}-01-01` : '');
}

interface DatedText {
  readonly last: string;
  readonly text: Text;
}

interface Phrase {
  readonly last: string;
  readonly text: string;
  readonly span: Span;
}

/**
 * The deadline that is later than the earliest date of the content. Of several milestones the first is held against the
 * earliest date and the last against the latest: 3月1日前 and 4月1日前 for a text that demands both are right. A text with
 * one date says nothing of further milestones.
 * @param past ISO date; what the content sets for a day before it was over when the file was issued
 */
export function findLate(
  content: Text,
  deadlines: readonly DeadlineEntry[],
  past: string,
): { text: Text; phrase: Phrase } | undefined {
  const dated = deadlines.flatMap((entry) => {
    const when = whenOf(entry);
    return when ? [{ text: entry.text, when }] : [];
  });
  // Milestones in different calendars have no order.
  const [head] = dated;
  if (!head || dated.some(({ when }) => when.calendar !== head.when.calendar)) return undefined;
  if (findDates(content.value, ANY_YEAR).length === 0) return undefined;
  const isKnown = head.when.calendar === 'known';
  const milestones = sorted(dated.map(({ text, when }) => ({ text, last: when.last })));
  const latest = milestones.length > 1 ? milestones.at(-1) : undefined;
  const phrases = (last: string) => phrasesOf(content, last, isKnown, past);
  return isLate(milestones[0], (last) => phrases(last)[0]) ?? isLate(latest, (last) => phrases(last).slice(1).at(-1));
}

function isLate(deadline: DatedText | undefined, phraseFor: (last: string) => Phrase | undefined) {
  const phrase = deadline && phraseFor(deadline.last);
  return phrase && deadline.last > phrase.last ? { text: deadline.text, phrase } : undefined;
}

/** The dates of the content in the year of the deadline; a date with a year only counts if the deadline has one too. */
function phrasesOf(content: Text, last: string, isKnown: boolean, past: string): Phrase[] {
  const year = isKnown ? Number(last.slice(0, 4)) : ANY_YEAR;
  const found = findDates(content.value, year).flatMap(({ span, deadline }): Phrase[] => {
    if (!deadline.last || (deadline.explicitYear && (!isKnown || deadline.last < past))) return [];
    return [{ last: deadline.last, text: content.value.slice(span.start, span.end).replace(/\s/g, ''), span }];
  });
  return sorted(found);
}

function sorted<T extends { readonly last: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.last < b.last ? -1 : Number(a.last > b.last)));
}
