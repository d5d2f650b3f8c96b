import type { Node } from '../yaml/nodes';
import type { KeyedText } from './types';

/**
 * Every string of a tree in the order of the file, with its key. Aliased parts are visited once.
 * @param left nodes that are left out with all that is in them
 */
export function collectTexts(root: Node | null, left: ReadonlySet<Node> = new Set()): KeyedText[] {
  const found: KeyedText[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node | null, key: string): void => {
    if (!node || seen.has(node) || left.has(node)) return;
    seen.add(node);
    if (node.kind === 'scalar') {
      if (typeof node.value === 'string') found.push({ value: node.value, node, key });
    } else if (node.kind === 'sequence') {
      for (const part of node.items) visit(part, key);
    } else if (node.kind === 'mapping') {
      for (const entry of node.entries) visit(entry.value, String(entry.key.value));
    }
  };
  visit(root, '');
  return found;
}
