import { DEADLINE_MESSAGES, type Deadline, type DeadlineFault, messageOf } from '../../domain/deadline';
import { nextDue } from '../../domain/next-due';
import type { DeadlineEntry } from '../../model/types';
import { oneLine } from '../one-line';
import { type HoverContext, indicatorFile, say } from './context';
import { dayText, leftText } from './days';
import { hoverPhrases } from './phrases';

/** A deadline: the day that it means and how far off it is, or what is wrong with it. Contract section 5. */
export function deadlineCard(context: HoverContext, entry: DeadlineEntry): string {
  const { format } = context;
  const { text, reading, task } = entry;
  const year = indicatorFile(context.file)?.year?.value;
  return format.blocks([
    format.strong(format.text(oneLine(text.value, 80))),
    ...(reading.ok ? meaning(context, text.value, reading, year) : [fault(context, entry, reading)]),
    task ? say(context, hoverPhrases.task, { task: oneLine(task.value, 100) }) : undefined,
  ]);
}

function meaning(context: HoverContext, text: string, reading: Deadline, year: number | undefined) {
  if (reading.kind === 'open') return [say(context, hoverPhrases.open)];
  const iso = nextDue(text, context.workspace.today, year);
  if (iso === undefined) return [say(context, hoverPhrases.noYear)];
  const date = dayText(context, iso);
  const left = leftText(context, iso);
  const assumed = reading.yearless && year !== undefined ? say(context, hoverPhrases.defaultYear, { year }) : undefined;
  if (reading.kind === 'range' && reading.first !== undefined) {
    const first = dayText(context, reading.first);
    return [say(context, hoverPhrases.period, { first, last: date, left }), assumed];
  }
  if (reading.kind !== 'recurring') return [say(context, hoverPhrases.lastDay, { date, left }), assumed];
  const isOver = iso < context.workspace.today;
  return [say(context, isOver ? hoverPhrases.recurringEnded : hoverPhrases.recurring, { date, left })];
}

/** In the words of the rule. */
function fault(context: HoverContext, entry: DeadlineEntry, reading: DeadlineFault) {
  const phases = indicatorFile(context.file)?.phases ?? [];
  const label = phases.some(({ deadline }) => deadline === entry) ? '时间' : '完成时限';
  const data = { ...reading.params, label, suggestion: reading.suggestion ?? '' };
  return say(context, DEADLINE_MESSAGES[messageOf(reading)], data);
}
