import type { Corpus } from '../../model/corpus';
import type { Indicator, IndicatorFile, NumberedRun } from '../../model/types';
import type { LineIndex } from '../../text/lines';
import type { TextEdit } from '../../text/span';
import { placeItem } from './item-lines';
import { serialOf } from './numbering';
import { hasOwnNumbers, renumberEdits } from './renumber';

/**
 * Moves an item of a run to the place of another. The places keep their numbers: those between move up or down by one, and
 * references follow all of them. Empty where a number is missing, or the lines cannot be moved.
 * @param to index in the run of the item whose place and number it takes
 * @param corpus the central text that the file follows
 */
export function reorder(
  lines: LineIndex,
  file: IndicatorFile,
  run: NumberedRun,
  item: Indicator,
  to: number,
  corpus?: Corpus,
): TextEdit[] {
  const from = run.items.indexOf(item);
  const neighbour = run.items[to];
  // The items of an extract have the numbers of the whole.
  if (from < 0 || !neighbour || from === to || file.isExtract || !hasOwnNumbers(run)) return [];
  const low = Math.min(from, to);
  const between = run.items.slice(low, Math.max(from, to) + 1);
  const serials = between.map(serialOf);
  const moved = between.filter((other) => other !== item);
  moved.splice(to - low, 0, item);
  const numbers = new Map(moved.map((other, index) => [other, serials[index]]));
  if (!isComplete(numbers)) return [];
  const side = to < from ? 'before' : 'behind';
  return placeItem(lines, item, neighbour, side, renumberEdits(file, run, numbers, corpus));
}

function isComplete<K>(numbers: ReadonlyMap<K, number | undefined>): numbers is ReadonlyMap<K, number> {
  return [...numbers.values()].every((number) => number !== undefined);
}
