import { findDates } from '../domain/deadline';
import type { DeadlineEntry, Text } from '../model/types';
import type { Span } from '../text/span';
import { defineRule, INDICATOR_KINDS } from './rule';
import { ANY_YEAR, indicatorsOf, whenOf } from './shared/deadlines';
import { spanIn } from './shared/text';

/** A 完成时限 later than a date that the item's own text sets (97: 每年3月1日前). Contract section 6. */
export const deadlineText = defineRule({
  id: 'deadline-text',
  summary: '完成时限晚于内容里规定的日期',
  severity: 'warning',
  fixable: false,
  kinds: INDICATOR_KINDS,
  messages: {
    later: '完成时限「{text}」晚于内容里的「{phrase}」。请提前，或核对内容。',
    phrase: '内容里的日期在这里',
  },
  check({ file, report }) {
    for (const { content, deadlines } of indicatorsOf(file)) {
      const late = content && findLate(content, deadlines);
      if (!late) continue;
      const { text, phrase } = late;
      report({
        at: text.node.place,
        message: 'later',
        data: { text: text.value.trim(), phrase: phrase.text },
        related: [{ span: spanIn(content, phrase.span), message: 'phrase' }],
      });
    }
  },
});

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
 * earliest date and the last against the latest: 3月1日前 and 4月1日前 for a text that demands both are right.
 */
function findLate(content: Text, deadlines: readonly DeadlineEntry[]): { text: Text; phrase: Phrase } | undefined {
  const dated = deadlines.flatMap((entry) => {
    const when = whenOf(entry);
    return when ? [{ text: entry.text, when }] : [];
  });
  // Milestones in different calendars have no order.
  const [head] = dated;
  if (!head || dated.some(({ when }) => when.calendar !== head.when.calendar)) return undefined;
  const isKnown = head.when.calendar === 'known';
  const milestones = sorted(dated.map(({ text, when }) => ({ text, last: when.last })));
  const latest = milestones.length > 1 ? milestones.at(-1) : undefined;
  return isLate(content, milestones[0], 0, isKnown) ?? isLate(content, latest, -1, isKnown);
}

/** @param which the phrase to compare with: 0 the earliest, -1 the latest */
function isLate(content: Text, deadline: DatedText | undefined, which: 0 | -1, isKnown: boolean) {
  if (!deadline) return undefined;
  const phrase = phrasesOf(content, deadline.last, isKnown).at(which);
  return phrase && deadline.last > phrase.last ? { text: deadline.text, phrase } : undefined;
}

/** The dates of the content in the year of the deadline; a date with a year only counts if the deadline has one too. */
function phrasesOf(content: Text, last: string, isKnown: boolean): Phrase[] {
  const year = isKnown ? Number(last.slice(0, 4)) : ANY_YEAR;
  const found = findDates(content.value, year).flatMap(({ span, deadline }): Phrase[] => {
    if (!deadline.last || (deadline.explicitYear && !isKnown)) return [];
    return [{ last: deadline.last, text: content.value.slice(span.start, span.end).replace(/\s/g, ''), span }];
  });
  return sorted(found);
}

function sorted<T extends { readonly last: string }>(entries: readonly T[]): T[] {
  return [...entries].sort((a, b) => (a.last < b.last ? -1 : Number(a.last > b.last)));
}
