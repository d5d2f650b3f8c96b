import type { TextEdit } from '../../text/span';
import type { Node } from '../../yaml/nodes';
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
    const { start, end } = node.place;
    const isList = node.kind === 'sequence';
    const parts = isList
      ? node.items.map((item) => ({ start: item.place.start, end: item.place.end }))
      : node.entries.map(({ key, value }) => ({
          start: key.place.start,
          end: Math.max(key.place.end, value?.place.end ?? 0),
        }));
    // Aliases stand elsewhere, and a part without text has no place to go by.
    const isOrdered = parts.every((part, i) => part.start >= (parts[i - 1]?.end ?? start + 1) && part.end < end);
    if (isOrdered && parts.every((part) => part.start < part.end)) {
      const pad = isList ? '' : ' ';
      let at = start + 1;
      for (const [i, part] of parts.entries()) {
        set(at, part.start, i === 0 ? BLANKS : COMMA, i === 0 ? pad : ', ');
        at = part.end;
      }
      set(at, end - 1, BLANKS, parts.length === 0 ? '' : pad);
    }
    if (isList) for (const item of node.items) if (item.place.start > start) visit(item);
    if (isList) return;
    for (const { key, value } of node.entries) {
      if (!value || value.place.start < key.place.end) continue;
      set(key.place.end, value.place.start, COLON, ': ');
      visit(value);
    }
  }

  function set(start: number, end: number, pattern: RegExp, newText: string): void {
    const between = sheet.text.slice(start, end);
    if (between === newText || !pattern.test(between) || sheet.isFixed(sheet.lines.lineAt(start))) return;
    edits.push({ span: { start, end }, newText });
  }
}
