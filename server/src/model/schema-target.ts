import { distance } from 'fastest-levenshtein';
import { attached } from '../text/attached';
import type { Entry, MappingNode, Node, ScalarNode } from '../yaml/nodes';

/** Where an error of a JSON Schema points to. */
export interface Target {
  /** Null for a key without a value. */
  readonly node: Node | null;
  readonly key: ScalarNode | undefined;
  /** The key or list entry that the value stands under. */
  readonly name: string;
}

/** Follows a JSON pointer; undefined below a damaged node. */
export function locate(root: Node, name: string, pointer: string): Target | undefined {
  let target: Target = { node: root, key: undefined, name };
  for (const step of pointer.split('/').slice(1)) {
    const part = step.replaceAll('~1', '/').replaceAll('~0', '~');
    const { node } = target;
    if (node?.kind === 'mapping') {
      const [entry] = entriesOf(node, part);
      if (!entry) return undefined;
      target = { node: entry.value, key: entry.key, name: part };
    } else if (node?.kind === 'sequence') {
      const item = node.items[Number(part)];
      if (!item) return undefined;
      target = { node: item, key: undefined, name: target.name };
    } else return undefined;
  }
  return target;
}

const indexes = attached<MappingNode, Map<string, Entry[]>>();

/** The entries of a mapping by their keys as texts: a mapping of ten thousand faulty ones is asked for each. */
export function entriesByKey(node: MappingNode): ReadonlyMap<string, readonly Entry[]> {
  const known = indexes.get(node);
  if (known) return known;
  const index = new Map<string, Entry[]>();
  for (const entry of node.entries) {
    const key = String(entry.key.value);
    const same = index.get(key);
    if (same) same.push(entry);
    else index.set(key, [entry]);
  }
  indexes.set(node, index);
  return index;
}

export function entriesOf(node: MappingNode, key: string): readonly Entry[] {
  return entriesByKey(node).get(key) ?? [];
}

/** The key that shares half its characters or more with the unknown one, in their places. */
export function nearestKey(name: string, candidates: readonly string[]): string | undefined {
  const plausible = candidates
    .map((candidate) => ({ candidate, off: distance(name.slice(0, 40), candidate) }))
    .filter(({ candidate, off }) => off * 2 <= Math.max(candidate.length, name.length));
  return plausible.sort((a, b) => a.off - b.off)[0]?.candidate;
}
