import type { Span, TextEdit } from '../../text/span';
import type { MappingNode, Node, SequenceNode } from '../../yaml/nodes';
import type { Sheet } from './sheet';

const COMMA = /^ *, *$/;
const COLON = /^ *: +$/;
const BLANKS = /^ *$/;

/** One blank behind commas and colons, none within `[ ]`, one within `{ }`; what is parted by a line break stays. */
export function flowEdits(sheet: Sheet, root: Node): TextEdit[] {
  const edits: TextEdit[] = [];
  visit(root);
  return edits;

  function visit(node: Node): void {
    if ((node.kind !== 'mapping' && node.kind !== 'sequence') || !node.flow) return;
    setAround(node, partsOf(node));
    if (node.kind === 'sequence') {
      for (const item of node.items) if (item.place.start > node.place.start) visit(item);
      return;
    }
    for (const { key, value } of node.entries) {
      if (!value || value.place.start < key.place.end) continue;
      set(key.place.end, value.place.start, COLON, ': ');
      visit(value);
    }
  }

  function setAround({ kind, place: { start, end } }: Node, parts: readonly Span[]): void {
    // Aliases stand elsewhere, and a part without text has no place to go by.
    const isOrdered = parts.every((part, i) => part.start >= (parts[i - 1]?.end ?? start + 1) && part.end < end);
    if (!isOrdered || parts.some((part) => part.start >= part.end)) return;
    const pad = kind === 'sequence' ? '' : ' ';
    let at = start + 1;
    for (const [i, part] of parts.entries()) {
      set(at, part.start, i === 0 ? BLANKS : COMMA, i === 0 ? pad : ', ');
      at = part.end;
    }
    set(at, end - 1, BLANKS, parts.length === 0 ? '' : pad);
  }

  function set(start: number, end: number, pattern: RegExp, newText: string): void {
    const between = sheet.text.slice(start, end);
    if (between === newText || !pattern.test(between) || sheet.isFixed(sheet.lines.lineAt(start))) return;
    edits.push({ span: { start, end }, newText });
  }
}

/** The items of a list, the entries of a mapping. */
function partsOf(node: MappingNode | SequenceNode): Span[] {
  if (node.kind === 'sequence') return node.items.map(({ place: { start, end } }) => ({ start, end }));
  return node.entries.map(({ key, value }) => ({
    start: key.place.start,
    end: Math.max(key.place.end, value?.place.end ?? 0),
  }));
}
