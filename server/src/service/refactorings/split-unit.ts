import { looksLikeUnit } from '../../domain/unit';
import { splitEntry } from '../../rules/shared/list-edits';
import { sourceSpan } from '../../yaml/scalar-source';
import { type Offer, title } from './refactoring';

/** Cuts an entry in two at the cursor, where both parts read like units and the whole is none of the registry. */
export const splitUnit: Offer = ({ lines, span, unit, registry, read }) => {
  if (!unit || span.start !== span.end || typeof unit.node.value !== 'string') return [];
  // What is known is one unit; what is plainly several has a fix of its own.
  if (read(unit.value).kind === 'known' || read(unit.value).kind === 'split') return [];
  let at = 0;
  while (at < unit.value.length && sourceSpan(unit.node, at, at).start < span.start) at++;
  const parts = [unit.value.slice(0, at), unit.value.slice(at)].map(trimSigns);
  const [first = '', second = ''] = parts;
  if (!parts.every((part) => registry?.find(part) !== undefined || looksLikeUnit(part))) return [];
  const edits = splitEntry(lines, unit, parts);
  if (edits.length === 0) return [];
  return [{ key: 'split-unit', kind: 'rewrite', title: title('splitHere', { first, second }), edits: () => edits }];
};

function trimSigns(part: string): string {
  return part.replace(/^[\s、，,；;/和及与]+/, '').replace(/(?<![\s、，,；;/和及与])[\s、，,；;/和及与]+$/, '');
}
