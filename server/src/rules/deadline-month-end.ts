import type { DeadlineEntry } from '../model/types';
import { defineItemRule, INDICATOR_KINDS, type Reporter } from './rule';
import { deadlinesIn, type PlacedDeadline, phaseDeadlines } from './shared/deadlines';
import { spanIn } from './shared/text';

const messages = {
  eve: '「{text}」是月末前一天，如要到月末，请写「{lastDay}」或「{monthEnd}」。',
  'eve-iso': '「{text}」是月末前一天，如要到月末，请写「{lastDay}」。',
  fix: '改为「{lastDay}」',
};

/** The day before a month's last (5月30日前), where its last may have been meant. Contract section 6. */
export const deadlineMonthEnd = defineItemRule({
  id: 'deadline-month-end',
  summary: '时限写的是月末前一天（5月30日前）',
  severity: 'hint',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages,
  inspect: () => (item, report) => reportEves(deadlinesIn(item), report),
  conclude: ({ file, report }) => reportEves(phaseDeadlines(file), report),
});

function reportEves(deadlines: readonly PlacedDeadline[], report: Reporter<keyof typeof messages>): void {
  for (const { entry } of deadlines) {
    const eve = readEve(entry);
    if (!eve) continue;
    const { edit, ...data } = eve;
    const message = data.monthEnd === '' ? 'eve-iso' : 'eve';
    report({ at: entry.text.node.place, message, data, fixes: [{ title: 'fix', data, edits: [edit], safe: false }] });
  }
}

/** The last number of a date is its day, in each of the forms. */
const DAY = /\d{1,2}(?=\D*$)/;

function readEve({ text, reading }: DeadlineEntry) {
  if (!reading.ok || !reading.monthEndEve || !reading.monthDay) return undefined;
  const day = DAY.exec(text.value);
  if (!day) return undefined;
  const last = String(reading.monthDay.day + 1);
  const written = text.value.replace(/\s/g, '');
  return {
    text: written,
    lastDay: written.replace(DAY, last),
    monthEnd: written.includes('月') ? written.replace(/\d+日/, '底') : '',
    edit: { span: spanIn(text, { start: day.index, end: day.index + day[0].length }), newText: last },
  };
}
