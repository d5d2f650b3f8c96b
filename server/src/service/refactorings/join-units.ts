import type { UnitRef } from '../../model/types';
import { removeEntry, replaceEntry } from '../../rules/shared/list-edits';
import { overlaps } from '../../text/span';
import { type Offer, type Selection, title } from './refactoring';

/** A unit may have been cut in two anywhere, or at the sign that its name holds: 各乡镇、各部门. */
const JOINTS = ['', '、'];

/**
 * Makes one unit of the selected entries of a list; with a cursor only, of the entry and the next or previous one, if
 * together they are a name of the registry.
 */
export const joinUnits: Offer = (selection) => {
  const { list, unit, span, lines, registry } = selection;
  if (!list || !unit) return [];
  const at = list.units.indexOf(unit);
  const selected = list.units.filter(({ node }) => overlaps(node.place, span));
  const rows =
    span.start < span.end ? [selected] : [list.units.slice(at, at + 2), list.units.slice(Math.max(0, at - 1), at + 1)];
  const isName = (text: string) => registry?.find(text) !== undefined;
  for (const row of rows) {
    const [first, ...others] = row;
    const name = first && others.length > 0 ? joined(selection, row) : undefined;
    if (!first || name === undefined || (span.start === span.end && !isName(name))) continue;
    const removals = others.map((other) => removeEntry(lines, other));
    if (removals.some((edits) => edits.length === 0)) continue;
    const edits = [replaceEntry(first, name), ...removals.flat()];
    return [{ key: 'join-units', kind: 'rewrite', title: title('joinUnits', { name }), edits: () => edits }];
  }
  return [];
};

/** A registered name, or else one that is not plainly several; undefined where all parts are units of their own. */
function joined({ registry, read }: Selection, row: readonly UnitRef[]): string | undefined {
  const parts = row.map(({ value }) => value.trim());
  const names = JOINTS.map((joint) => parts.join(joint));
  const known = names.find((name) => registry?.find(name));
  if (known !== undefined) return known;
  const [plain = ''] = names;
  return parts.every((part) => registry?.find(part)) || read(plain).kind === 'split' ? undefined : plain;
}
