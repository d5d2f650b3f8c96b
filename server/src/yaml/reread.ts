import { lastUpTo } from '../text/bisect';
import type { Change } from '../text/change';
import { detached } from '../text/detached';
import type { Node, Origin } from './nodes';
import { type RegularText, readRegularEntry } from './regular-reader';
import type { Vocabulary } from './vocabulary';

/**
 * A regular text after an edit inside one entry of a long list: only that entry is read. The nodes on the way to it from the
 * root are copied; all others stay the same, and move.
 * @param before is used up
 * @returns undefined where the edit reaches beyond one entry, or leaves it irregular
 */
export function rereadEntry(
  before: RegularText,
  text: string,
  change: Change,
  vocabulary: Vocabulary,
): RegularText | undefined {
  const index = lastUpTo(before.segments.length, (i) => (before.segments[i]?.origin.offset ?? 0) <= change.start);
  const segment = before.segments[index];
  const [node] = segment?.nodes ?? [];
  if (!segment?.regular || !node) return undefined;
  const start = segment.origin.offset;
  const end = start + segment.length;
  const by = change.newEnd - change.end;
  // Without its line break the entry would run into the line behind it.
  if (change.end > end || (end + by < text.length && text[end + by - 1] !== '\n')) return undefined;
  const own = detached(text.slice(start, end + by));
  const entry = readRegularEntry(own, vocabulary, segment.origin, segment.regular.column, segment.regular.under);
  if (!entry || entry.lists.some((key) => before.mappings.has(key))) return undefined;
  const segments = before.segments.slice();
  const regular = { ...segment.regular, lists: entry.lists };
  segments[index] = { ...segment, length: own.length, nodes: [entry.node], regular };
  const root = replaced(before.root, node, entry.node);
  moveBehind(before.origins, end, by);
  return { ...before, root, segments };
}

/** The tree with one node put in the place of another. */
function replaced(tree: Node, old: Node, next: Node): Node {
  if (tree === old) return next;
  const at = old.place.start;
  if (tree.kind === 'sequence') {
    const index = lastUpTo(tree.items.length, (i) => (tree.items[i]?.place.start ?? 0) <= at);
    const items = tree.items.slice();
    const item = items[index];
    if (item) items[index] = replaced(item, old, next);
    return { ...tree, items };
  }
  if (tree.kind !== 'mapping') return tree;
  const index = lastUpTo(tree.entries.length, (i) => (tree.entries[i]?.key.place.start ?? 0) <= at);
  const entries = tree.entries.slice();
  const entry = entries[index];
  if (entry?.value) entries[index] = { key: entry.key, value: replaced(entry.value, old, next) };
  return { ...tree, entries };
}

function moveBehind(origins: readonly Origin[], offset: number, by: number): void {
  if (by === 0) return;
  const first = lastUpTo(origins.length, (i) => (origins[i]?.offset ?? 0) < offset) + 1;
  for (let i = first; i < origins.length; i++) {
    const origin = origins[i];
    if (origin) origin.offset += by;
  }
}
