import type { Indicator } from '../../model/types';
import { mainRun, serialOf } from '../../rules/shared/numbering';
import { hasOwnNumbers, renumberEdits } from '../../rules/shared/renumber';
import { type Offer, title } from './refactoring';

/** Numbers the items from the one at the cursor on, one by one from the number before it; references follow. */
export const renumberFrom: Offer = ({ file, item, corpus }) => {
  const run = item && file.runs.find(({ items }) => items.includes(item));
  // The items of an extract have the numbers of the whole.
  if (!item || !run || file.isExtract || !hasOwnNumbers(run)) return [];
  const at = run.items.indexOf(item);
  const before = run.items[at - 1];
  const from = at === 0 ? 1 : ((before && serialOf(before)) ?? at) + 1;
  const following = run.items.slice(at);
  if (following.every((one, index) => one.number?.value === from + index)) return [];
  const numbers = new Map<Indicator, number>(following.map((one, index) => [one, from + index]));
  const data = { from, to: from + following.length - 1 };
  return [
    {
      key: 'renumber-from',
      kind: 'rewrite',
      title: title(run === mainRun(file) ? 'renumberFromReferences' : 'renumberFrom', data),
      edits: () => renumberEdits(file, run, numbers, corpus),
    },
  ];
};
