import type { MappingNode, Node } from '../../yaml/nodes';

/** True where two trees hold the same data; only the order of keys may differ. What could not be read counts as written. */
export function sameData(a: Node | null, b: Node | null, seen = new Map<Node, Node>()): boolean {
  if (a === null || b === null) return a === b;
  // Aliases lead back to what was compared already.
  const earlier = seen.get(a);
  if (earlier) return earlier === b;
  seen.set(a, b);
  if (a.kind === 'scalar' && b.kind === 'scalar') return Object.is(a.value, b.value);
  if (a.kind === 'damaged' && b.kind === 'damaged') return a.raw === b.raw;
  if (a.kind === 'sequence' && b.kind === 'sequence') {
    const items = b.items;
    return a.items.length === items.length && a.items.every((item, i) => sameData(item, items[i] ?? null, seen));
  }
  return a.kind === 'mapping' && b.kind === 'mapping' && sameEntries(a, b, seen);
}

function sameEntries(a: MappingNode, b: MappingNode, seen: Map<Node, Node>): boolean {
  // Where a key stands twice, each is held against the one of the same rank.
  const others = new Map<unknown, (Node | null)[]>();
  for (const { key, value } of b.entries) others.set(key.value, [...(others.get(key.value) ?? []), value]);
  return (
    a.entries.length === b.entries.length &&
    a.entries.every(({ key, value }) => {
      const other = others.get(key.value)?.shift();
      return other !== undefined && sameData(value, other, seen);
    })
  );
}
