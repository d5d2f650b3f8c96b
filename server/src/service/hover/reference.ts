import type { Target } from '../../model/locate';
import type { Indicator, IndicatorFile } from '../../model/types';
import { unitsOf } from '../../rules/shared/unit-uses';
import { oneLine } from '../one-line';
import { groupBy, type HoverContext, nameList, phrase, say } from './context';
import { hoverPhrases } from './phrases';

const MAX_ITEMS = 8;
const MAX_UNITS = 3;
const EXCERPT = 30;

/** A reference: the items that it names, a line each; the one under the cursor stands out. */
export function referenceCard(
  context: HoverContext,
  file: IndicatorFile,
  { reference, number, group }: Extract<Target, { kind: 'reference' }>,
): string {
  const { format } = context;
  const byNumber = groupBy(file.items, (item) => item.number?.value);
  const targets = [...new Set(reference.targets)];
  const shown = window(targets, number);
  const lines = shown.flatMap((target) => {
    const items = byNumber.get(target) ?? [];
    const isChosen = target === number && targets.length > 1;
    return items.length > 0
      ? items.map((item) => itemLine(context, item, isChosen))
      : [say(context, hoverPhrases.noItem, { number: target })];
  });
  return format.blocks([
    group ? format.strong(say(context, hoverPhrases.grouped, { count: targets.length })) : undefined,
    format.list(lines),
    targets.length > shown.length
      ? say(context, hoverPhrases.moreItems, { count: targets.length - shown.length })
      : undefined,
  ]);
}

/** As many targets as can be shown, the chosen one among them. */
function window(targets: readonly number[], chosen: number | undefined): readonly number[] {
  const at = chosen === undefined ? -1 : targets.indexOf(chosen);
  const start = Math.max(0, Math.min(at - MAX_ITEMS / 2, targets.length - MAX_ITEMS));
  return targets.slice(start, start + MAX_ITEMS);
}

function itemLine(context: HoverContext, item: Indicator, isChosen: boolean): string {
  const { format } = context;
  const number = phrase(context, hoverPhrases.item, { number: item.number?.value ?? '' });
  const names = unitsOf(item).map(({ value }) => value.trim());
  return [
    isChosen ? format.strong(number) : number,
    ...(item.name ? [format.text(oneLine(item.name.value, EXCERPT))] : []),
    ...(item.content ? [format.text(oneLine(item.content.value, EXCERPT))] : []),
    ...(names.length > 0 ? [format.text(nameList(context, [...new Set(names)], MAX_UNITS))] : []),
  ].join(' · ');
}
