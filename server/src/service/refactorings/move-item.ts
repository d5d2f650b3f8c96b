import type { Indicator } from '../../model/types';
import { canPlace } from '../../rules/shared/item-lines';
import { serialOf } from '../../rules/shared/numbering';
import { hasOwnNumbers } from '../../rules/shared/renumber';
import { reorder } from '../../rules/shared/reorder';
import { type Offer, type Refactoring, type Selection, title } from './refactoring';

/** Moves an item one place up or down within its list; the places keep their numbers, references follow the items. */
export const moveItem: Offer = (selection) => {
  const { item } = selection;
  if (!item) return [];
  return [...step(selection, item, -1), ...step(selection, item, 1)];
};

function step({ file, lines, corpus }: Selection, item: Indicator, by: 1 | -1): Refactoring[] {
  const run = file.runs.find(({ items }) => items.includes(item));
  const to = run ? run.items.indexOf(item) + by : -1;
  const neighbour = run?.items[to];
  const number = neighbour && serialOf(neighbour);
  if (!run || file.isExtract || number === undefined || serialOf(item) === undefined) return [];
  if (!neighbour || neighbour.section !== item.section || !hasOwnNumbers(run) || !canPlace(lines, item, neighbour))
    return [];
  return [
    {
      key: by < 0 ? 'move-up' : 'move-down',
      kind: 'move',
      title: title(by < 0 ? 'moveUp' : 'moveDown', { number }),
      edits: () => reorder(lines, file, run, item, to, corpus),
    },
  ];
}
