import { locate } from '../model/locate';
import type { Range } from '../text/lines';
import type { Checked } from '../workspace/project';
import { unitPlacesIn } from './unit-places';

/** As the protocol has it. */
export interface LinkedRanges {
  readonly ranges: Range[];
  readonly wordPattern: string;
}

/** Letters of names: anything but blanks and what YAML makes of a text. */
const WORD = '[^\\s,\\[\\]{}#:"\']+';

/**
 * While a name is edited where the registry gives it, what names the unit so in the same file follows: the items of a file
 * with units of its own, and other units of the registry. Not the other way round: who edits a unit in an item means that
 * item. Null where there is nothing to follow.
 */
export function linkedEditing(file: Checked, offset: number): LinkedRanges | null {
  const { lines } = file.document;
  const { target } = locate(file.document, offset);
  if (target?.kind !== 'unit-name') return null;
  const { node } = target;
  const name = String(node.value ?? '').trim();
  if (name === '') return null;
  const places = unitPlacesIn(file, name).filter((place) => place.name === name);
  const ranges = places
    .map(({ range }) => range)
    // Written with escapes, a name differs from place to place.
    .filter((range) => lines.text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end)) === name);
  const isOwn = places.some((place) => place.node === node);
  return isOwn && ranges.length > 1 ? { ranges, wordPattern: WORD } : null;
}
