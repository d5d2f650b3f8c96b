import { VOCABULARY } from '../../model/keys';
import { overlaps, type Span } from '../../text/span';
import type { Node } from '../../yaml/nodes';
import type { Token } from './encode';

/** The keys of a tree that the language knows. */
export function keyTokens(root: Node | null, within: Span): Token[] {
  const found: Token[] = [];
  const visit = (node: Node | null, from: number): void => {
    // An alias leads back to what was visited already.
    if (!node || node.place.start < from || !overlaps(node.place, within)) return;
    if (node.kind === 'sequence') for (const item of node.items) visit(item, node.place.start);
    if (node.kind !== 'mapping') return;
    for (const { key, value } of node.entries) {
      if (VOCABULARY.keys.has(String(key.value))) found.push({ span: key.place, type: 'property' });
      visit(value, key.place.end);
    }
  };
  visit(root, 0);
  return found;
}
