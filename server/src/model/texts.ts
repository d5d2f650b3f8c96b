import type { Node } from '../yaml/nodes';
import type { Indicator, KeyedText } from './types';

/** Every string of a tree in the order of the file, with its key and item. Aliased parts are visited once. */
export function collectTexts(root: Node | null, owners: ReadonlyMap<Node, Indicator> = new Map()): KeyedText[] {
  const found: KeyedText[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node | null, key: string, item: Indicator | undefined): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    const owner = owners.get(node) ?? item;
    if (node.kind === 'scalar') {
      if (typeof node.value === 'string') found.push({ value: node.value, node, key, ...(owner && { item: owner }) });
    } else if (node.kind === 'sequence') {
      for (const part of node.items) visit(part, key, owner);
    } else if (node.kind === 'mapping') {
      for (const entry of node.entries) visit(entry.value, String(entry.key.value), owner);
    }
  };
  visit(root, '', undefined);
  return found;
}
