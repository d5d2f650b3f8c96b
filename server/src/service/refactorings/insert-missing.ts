import { type Correspondences, correspondences } from '../../model/correspondence';
import { sectionAt } from '../../model/item-at';
import type { Indicator, IndicatorFile, NumberedRun, Section } from '../../model/types';
import { quoted } from '../../rules/shared/comparison';
import { insertItem } from '../../rules/shared/item-lines';
import { serialOf } from '../../rules/shared/numbering';
import { hasOwnNumbers, renumberEdits } from '../../rules/shared/renumber';
import { sectionPairs } from '../../rules/shared/sections';
import { touches } from '../../text/span';
import { type Offer, type Refactoring, type Selection, title } from './refactoring';

const MAX_OFFERED = 5;
const QUOTED_LENGTH = 20;

/**
 * Adds an item of the corpus that the section at the cursor lacks, with the number of its place; where that is taken, the
 * following numbers move up and references with them.
 */
export const insertMissing: Offer = (selection) => {
  const { file, corpus, located } = selection;
  const section = located.item?.section ?? deepestAt(file, located.offset);
  if (!corpus || !section || located.item?.extra) return [];
  const matches = correspondences(file, corpus);
  if (!matches.isCopy) return [];
  const pairs = sectionPairs(file, corpus);
  const missing = matches.missing.filter((target) => pairs.homeOf(target.section) === section);
  return missing.slice(0, MAX_OFFERED).flatMap((target) => insertion(selection, section, target, matches) ?? []);
};

function insertion(
  { file, lines, corpus }: Selection,
  home: Section,
  target: Indicator,
  matches: Correspondences,
): Refactoring | undefined {
  const [first] = home.items;
  const run = first && file.runs.find(({ items }) => items.includes(first));
  const central = target.number?.value;
  const content = target.content?.value.trim();
  if (!run || central === undefined || !content || !hasOwnNumbers(run)) return undefined;
  const comesBefore = (item: Indicator) => (matches.of(item)?.target?.number?.value ?? Infinity) < central;
  const previous = home.items.findLast(comesBefore);
  const place = numberFor(file, run, previous ?? first, previous !== undefined, central);
  if (!place) return undefined;
  const inserted = insertItem(lines, home, comesBefore, place.number, content);
  if (inserted.length === 0) return undefined;
  const data = { number: central, content: quoted(content, { start: 0, end: content.length }, QUOTED_LENGTH) };
  return {
    key: `insert-missing ${central}`,
    kind: 'rewrite',
    title: title(place.shifted.size > 0 ? 'insertMissingShift' : 'insertMissing', data),
    edits: () => [...inserted, ...renumberEdits(file, run, place.shifted, corpus)],
  };
}

/** The number for an item put in beside `neighbour`, and the new numbers of those that it pushes on. */
function numberFor(
  { isExtract }: IndicatorFile,
  { items }: NumberedRun,
  neighbour: Indicator,
  isBehind: boolean,
  central: number,
): { number: number; shifted: ReadonlyMap<Indicator, number> } | undefined {
  const at = items.indexOf(neighbour) + (isBehind ? 1 : 0);
  const [previous, next] = [items[at - 1], items[at]];
  const low = (previous && serialOf(previous)) ?? 0;
  const high = (next && serialOf(next)) ?? Infinity;
  const shifted = new Map<Indicator, number>();
  if (low < central && central < high) return { number: central, shifted };
  // The items of an extract have the numbers of the whole.
  if (isExtract) return undefined;
  let free = low + 1;
  for (const item of items.slice(at)) {
    if (serialOf(item) !== free) break;
    free++;
    shifted.set(item, free);
  }
  return { number: low + 1, shifted };
}

function deepestAt(file: IndicatorFile, offset: number): Section | undefined {
  const top = sectionAt(file, offset);
  return top?.sections.find(({ node }) => touches(node.place, offset)) ?? top;
}
