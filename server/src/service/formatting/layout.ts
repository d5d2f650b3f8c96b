import type { TextEdit } from '../../text/span';
import type { Entry, MappingNode, Node, ScalarNode, SequenceNode } from '../../yaml/nodes';
import { flowEdits } from './flow';
import { dashOf, extentOf, ownItems, type Sheet } from './sheet';

/** Columns that a level adds: design of the contract's examples. */
const STEP = 2;
/** A header of a block text that says how far it is indented. */
const INDICATOR = /^[|>][-+]?([1-9])/;

/** Where lines go, and what is between the words on them. */
export interface Layout {
  /** New indentation by line. Lines that are not in it keep theirs. */
  readonly indents: ReadonlyMap<number, number>;
  /** Further lines of a value or of a flow collection: no comments, no blank lines between entries. */
  readonly inner: ReadonlySet<number>;
  /** Lines whose last blanks belong to a value. */
  readonly untrimmed: ReadonlySet<number>;
  /** Old and new columns of the collections that begin behind the dashes of a line. */
  readonly nested: ReadonlyMap<number, readonly (readonly [old: number, now: number])[]>;
  /** Changes of the blanks within lines. */
  readonly gaps: readonly TextEdit[];
}

/** Works out the indentation of every line from the tree: two columns a level, the dashes of a list one step in. */
export function layOut(sheet: Sheet): Layout {
  const indents = new Map<number, number>();
  const inner = new Set<number>();
  const untrimmed = new Set<number>();
  const nested = new Map<number, (readonly [number, number])[]>();
  const gaps: TextEdit[] = [];
  const { text, lines, root } = sheet;

  if (root) collection(root, 0);
  return { indents, inner, untrimmed, nested, gaps };

  /** @param column where its keys or dashes go, unless a line of it must stay */
  function collection(node: Node, column: number): void {
    if (node.kind === 'mapping' && !node.flow) mapping(node, column);
    else if (node.kind === 'sequence' && !node.flow) sequence(node, column);
    else value(node, 0, 0);
  }

  function mapping(node: MappingNode, column: number): void {
    const stays = sheet.holdsFixed(extentOf(node));
    for (const entry of node.entries) {
      const { start } = entry.key.place;
      const now = stays ? sheet.columnOf(start) : column;
      place(start, now);
      if (!sheet.isDamaged(lines.lineAt(start))) entryValue(entry, now);
    }
  }

  function entryValue({ key, value: node }: Entry, column: number): void {
    // An alias is laid out at its anchor.
    if (!node || node.place.start < key.place.end) return;
    const between = text.slice(key.place.end, node.place.start);
    if (isBlock(node)) {
      tidy(key.place.end, between, /^[ ]*:(?=[ ]*\r?\n)/, ':');
      collection(node, column + STEP);
    } else {
      tidy(key.place.end, between, /^[ ]*:[ ]+$/, ': ');
      value(node, sheet.columnOf(key.place.start), column, key.place.end);
    }
  }

  function sequence(node: SequenceNode, column: number): void {
    const stays = sheet.holdsFixed(extentOf(node));
    for (const item of ownItems(node)) {
      const dash = dashOf(text, item);
      if (dash === undefined) continue;
      const now = stays ? sheet.columnOf(dash) : column;
      place(dash, now);
      if (!sheet.isDamaged(lines.lineAt(dash))) itemOf(item, dash, now);
    }
  }

  function itemOf(item: Node, dash: number, column: number): void {
    const { start } = item.place;
    const between = text.slice(dash + 1, start);
    const onLine = !/[\r\n]/.test(between);
    if (!isBlock(item)) {
      if (start < item.place.end) tidy(dash + 1, between, /^[ ]+$/, ' ');
      value(item, sheet.columnOf(dash), column, dash);
      return;
    }
    // A collection that must stay keeps its distance from the dash.
    if (!sheet.holdsFixed(extentOf(item))) tidy(dash + 1, between, /^[ ]+$/, ' ');
    if (onLine) note(start, sheet.holdsFixed(extentOf(item)) ? sheet.columnOf(start) : column + STEP);
    collection(item, column + STEP);
  }

  /**
   * A scalar or flow collection; its further lines move as far as the key or dash in front of it.
   * @param from where that key or dash is, which was in column `old`
   */
  function value(node: Node, old: number, now: number, from = node.place.start): void {
    if (node.kind === 'damaged') return;
    gaps.push(...flowEdits(sheet, node));
    const head = lines.lineAt(from);
    const [first, last] = sheet.linesOf(node.place);
    const base = isBlockText(node) ? baseOf(node, first, last, old) : Number.POSITIVE_INFINITY;
    const stays = sheet.holdsFixed({ start: from, end: node.place.end });
    const isMeasured = isBlockText(node) && INDICATOR.test(node.raw);
    const shift = Number.isFinite(base) && !isMeasured && !stays ? now + STEP - base : now - old;
    for (let line = head + 1; line <= last; line++) {
      const { start, end } = sheet.contentOf(line);
      const spaces = sheet.spacesOf(line);
      const next = text.slice(start + spaces, end).trimStart();
      // Comments and blank lines in front of a value are those of the file.
      if (line < first && (next === '' || next.startsWith('#'))) continue;
      inner.add(line);
      // Blanks of a line without text are part of the value only beyond the indentation.
      if (next !== '' || spaces > base || (shift < 0 && isBlockText(node)))
        indents.set(line, Math.max(0, spaces + shift));
    }
    for (let line = first; line < last || (isBlockText(node) && line === last); line++) untrimmed.add(line);
  }

  /** The indentation of a block text: as its first line has it, unless its header says how much (`|2`). */
  function baseOf({ raw }: ScalarNode, first: number, last: number, column: number): number {
    const indicator = INDICATOR.exec(raw)?.[1];
    if (indicator) return column + Number(indicator);
    for (let line = first + 1; line <= last; line++) {
      const { start, end } = sheet.contentOf(line);
      if (text.slice(start, end).trim() !== '') return sheet.spacesOf(line);
    }
    return Number.POSITIVE_INFINITY;
  }

  /** Puts what begins at an offset in a column, if it is the first on its line. */
  function place(offset: number, column: number): void {
    if (sheet.before(offset).trim() === '') indents.set(lines.lineAt(offset), column);
  }

  function note(offset: number, now: number): void {
    const line = lines.lineAt(offset);
    nested.set(line, [...(nested.get(line) ?? []), [sheet.columnOf(offset), now]]);
  }

  function tidy(at: number, between: string, pattern: RegExp, newText: string): void {
    const found = pattern.exec(between)?.[0];
    if (found === undefined || found === newText || sheet.isFixed(lines.lineAt(at))) return;
    gaps.push({ span: { start: at, end: at + found.length }, newText });
  }
}

function isBlock(node: Node): node is MappingNode | SequenceNode {
  return (node.kind === 'mapping' || node.kind === 'sequence') && !node.flow;
}

function isBlockText(node: Node): node is ScalarNode {
  return node.kind === 'scalar' && (node.style === 'literal' || node.style === 'folded');
}
