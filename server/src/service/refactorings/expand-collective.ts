import { splitEntry } from '../../rules/shared/list-edits';
import { identify, unitsOf } from '../../rules/shared/unit-uses';
import { type Offer, title } from './refactoring';

/** Puts the members of a collective unit in its place, without those that the item names anyway. */
export const expandCollective: Offer = ({ lines, located, registry, unit }) => {
  const known = unit && registry?.find(unit.value)?.unit;
  if (!unit || !known || !registry || !located.item) return [];
  const named = new Set(unitsOf(located.item).map(({ value }) => identify(value, registry)));
  const members = new Set(known.members.map(({ value }) => identify(value, registry)));
  const names = [...members].flatMap((member) => {
    if (named.has(member)) return [];
    return typeof member === 'string' ? member : (member.name?.value.trim() ?? []);
  });
  const edits = names.length > 0 ? splitEntry(lines, unit, names) : [];
  if (edits.length === 0) return [];
  const data = { name: unit.value.trim(), count: names.length };
  return [{ key: 'expand-collective', kind: 'rewrite', title: title('expandCollective', data), edits: () => edits }];
};
