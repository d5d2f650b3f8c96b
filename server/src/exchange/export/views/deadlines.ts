import type { DeadlineEntry, Indicator, Phase } from '../../../model/types';
import { answerableItems } from '../../../rules/shared/unit-uses';
import { textOf } from '../../../service/preview/draft';
import { type Column, cell, type Paragraph, type Part, type Row } from '../document';
import { byDue, type Due, dueOf } from '../due';
import { paragraphsOf } from '../from-draft';
import { contentFor, numberOf, plainColumns } from './item-table';
import { headWith, type Subject } from './subject';

/** Something to be done by a deadline: an item once for each of its milestones, or a 阶段. */
interface Entry {
  readonly due: Due;
  readonly deadline?: DeadlineEntry;
  readonly item?: Indicator;
  readonly phase?: Phase;
}

/** 时限台账: what falls due in which month; deadlines that have no month follow, and items without any come last. */
export function deadlineLedger(subject: Subject): Part[] {
  const { file } = subject;
  const columns: Column[] = [
    { kind: 'month', title: '月份' },
    { kind: 'deadline', title: '完成时限' },
    ...plainColumns(file, ['deadline', 'score', 'reason', 'remark']),
  ];
  const entries = [...file.phases.map(ofPhase), ...answerableItems(file).flatMap(ofItem)];
  // A stable sort: the same day in the order of the file.
  entries.sort((a, b) => byDue(a.due, b.due));
  const byMonth = grouped(entries);
  const rows = [...byMonth].flatMap(([month, all]) =>
    all.map((entry, index): Row => {
      const first = index === 0 ? [cell(0, [[{ text: month, strong: true }]], all.length)] : [];
      const cells = columns.slice(1).map(({ kind }, at) => cell(at + 1, content(entry, kind)));
      return { kind: 'item', cells: [...first, ...cells] };
    }),
  );
  return [
    {
      name: '时限台账',
      head: headWith(subject, '时限台账'),
      tables: [{ kind: 'items', columns, rows }],
      notes: [],
    },
  ];
}

function ofItem(item: Indicator): Entry[] {
  const deadlines = item.deadlines.length > 0 ? item.deadlines : [undefined];
  return deadlines.map((deadline) => ({ due: dueOf(deadline), item, ...(deadline && { deadline }) }));
}

function ofPhase(phase: Phase): Entry {
  const { deadline } = phase;
  return { due: dueOf(deadline), phase, ...(deadline && { deadline }) };
}

function content({ deadline, item, phase }: Entry, kind: Column['kind']): Paragraph[] {
  if (kind === 'deadline') return paragraphsOf({ paragraphs: textOf(deadline?.text) });
  if (phase) return kind === 'number' ? [[{ text: '阶段' }]] : kind === 'content' ? phaseText(phase) : [];
  if (!item) return [];
  if (kind === 'number') return numberOf(item);
  const own = contentFor(item, kind);
  if (kind !== 'content' || !deadline?.task) return own;
  const task = paragraphsOf({ paragraphs: textOf(deadline.task) });
  return [...task.map((runs) => runs.map((run) => ({ ...run, strong: true }))), ...own];
}

function phaseText({ name, content }: Phase): Paragraph[] {
  const title = paragraphsOf({ paragraphs: textOf(name) }).map((runs) => runs.map((run) => ({ ...run, strong: true })));
  return [...title, ...paragraphsOf({ paragraphs: textOf(content) })];
}

function grouped(entries: readonly Entry[]): Map<string, Entry[]> {
  const groups = new Map<string, Entry[]>();
  for (const entry of entries) {
    const group = groups.get(entry.due.month);
    if (group) group.push(entry);
    else groups.set(entry.due.month, [entry]);
  }
  return groups;
}
