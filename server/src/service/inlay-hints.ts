import { type InlayHint, InlayHintKind } from 'vscode-languageserver-types';
import { nextDue } from '../domain/next-due';
import type { DeadlineEntry, Group, IndicatorFile } from '../model/types';
import type { Message } from '../rules/finding';
import { deadlinesOf } from '../rules/shared/deadlines';
import { placeOf } from '../rules/shared/unit-uses';
import type { Range } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import type { Checked } from '../workspace/project';
import { hintPhrases } from './hint-phrases';
import { indicatorFile } from './item-places';
import type { Workspace } from './workspace';

/** What stands between the lines of a range: the day that a deadline means, and the group that an item hands in with. */
export function inlayHints(workspace: Workspace, file: Checked, range: Range): InlayHint[] {
  const model = indicatorFile(file);
  if (!model) return [];
  const { lines } = file.document;
  const { deadlines, groups } = workspace.settings.inlayHints;
  const wanted = lines.span(range);
  const found = [
    ...(deadlines ? deadlineHints(workspace, model, wanted) : []),
    ...(groups ? groupHints(workspace, model, wanted) : []),
  ];
  return found
    .sort((a, b) => a.at - b.at)
    .map(({ at, label }) => ({ position: lines.positionAt(at), label, kind: InlayHintKind.Type, paddingLeft: true }));
}

interface Hint {
  readonly at: number;
  readonly label: string;
}

function deadlineHints({ render, today }: Workspace, file: IndicatorFile, wanted: Span): Hint[] {
  return deadlinesOf(file).flatMap(({ entry }) => {
    if (!overlaps(entry.text.node.place, wanted) || !leavesOpen(entry)) return [];
    const date = nextDue(entry.text.value, today, file.year?.value);
    if (date === undefined) return [];
    const isRecurring = entry.reading.ok && entry.reading.kind === 'recurring';
    const template = isRecurring ? hintPhrases.nextDue : hintPhrases.due;
    return [{ at: placeOf(entry.text).end, label: render({ template, data: { date } }) }];
  });
}

/** A whole date says all there is to say. */
function leavesOpen({ reading }: DeadlineEntry): boolean {
  if (!reading.ok || reading.kind === 'open') return false;
  return reading.kind === 'month' || reading.kind === 'recurring' || !reading.explicitYear;
}

function groupHints({ render }: Workspace, file: IndicatorFile, wanted: Span): Hint[] {
  const groups = new Map<number, Group>();
  for (const group of file.groups) {
    // Of groups that overlap, which is a finding, the first counts.
    for (const number of group.targets?.targets ?? []) if (!groups.has(number)) groups.set(number, group);
  }
  return file.items.flatMap(({ number }) => {
    const group = number && groups.get(number.value);
    const place = number?.node.place;
    const message = group && place && overlaps(place, wanted) ? groupMessage(group) : undefined;
    return message && place ? [{ at: place.end, label: render(message) }] : [];
  });
}

/** So many numbers are written out. */
const SHOWN_NUMBERS = 6;

function groupMessage({ targets }: Group): Message | undefined {
  const numbers = [...new Set(targets?.targets)].sort((a, b) => a - b);
  const [from = 0, to = 0] = [numbers[0], numbers.at(-1)];
  if (numbers.length < 2) return undefined;
  if (to - from + 1 === numbers.length) return { template: hintPhrases.groupRange, data: { from, to } };
  const rest = numbers.length > SHOWN_NUMBERS ? `等${numbers.length}` : '';
  const items = `第${numbers.slice(0, SHOWN_NUMBERS).join('、')}${rest}项`;
  return { template: hintPhrases.groupList, data: { items } };
}
