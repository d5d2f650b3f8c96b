import { lastUpTo } from '../../text/bisect';
import type { LineIndex } from '../../text/lines';
import type { Span, TextEdit } from '../../text/span';
import type { MappingNode, Node, ScalarNode, ScalarStyle, SequenceNode } from '../../yaml/nodes';

/** An entry of a list under a key, or the one scalar that stands for a list of one. A `UnitRef` is one. */
export interface ListEntry {
  readonly node: ScalarNode;
  readonly list: {
    readonly key: Span;
    readonly node: Node;
    readonly style: 'flow' | 'block' | 'single';
  };
}

/** A name that needs no quotes in block or flow style; anything else is quoted rather than thought about. */
const PLAIN = /^[\p{Script=Han}（][\p{Script=Han}\p{N}（）、·《》〔〕—-]{0,1000}$/u;
const DASHES = /^[ \t]*-[ \t]+$/;
const REST_OF_LINE = /^[ \t]*(?:#.*)?$/;
const COLON = /^\s*[:：]/;
const ONLY_COLON = /^\s*[:：]\s*$/;
const ONLY_COMMA = /^\s*[,，]\s*$/;

/** A value as YAML in the given style; block scalars become plain ones. */
export function written(value: string, style: ScalarStyle = 'plain'): string {
  if (style === 'single') return `'${value.replaceAll("'", "''")}'`;
  return style !== 'double' && PLAIN.test(value) ? value : JSON.stringify(value);
}

/** A flow list of these names: `[甲, 乙]`. */
export function writtenList(names: readonly string[]): string {
  return `[${names.map((name) => written(name)).join(', ')}]`;
}

/** Puts another name in an entry's place, in the same quotes. */
export function replaceEntry({ node }: Pick<ListEntry, 'node'>, name: string): TextEdit {
  return { span: node.place, newText: written(name, node.style) + tailOf(node) };
}

/** Makes several entries of one; a single scalar becomes a flow list. Empty where the list is shared through an alias. */
export function splitEntry(lines: LineIndex, entry: ListEntry, parts: readonly string[]): TextEdit[] {
  const { node, list } = entry;
  if (!standsInPlace(lines, entry)) return [];
  const names = parts.map((part) => written(part, node.style));
  const edit = (newText: string): TextEdit[] => [{ span: node.place, newText: newText + tailOf(node) }];
  if (list.style === 'flow') return edit(names.join(', '));
  if (list.style === 'single') return edit(`[${names.join(', ')}]`);
  const dash = beforeOnLine(lines, node.place.start);
  return DASHES.test(dash) ? edit(names.join(lineBreakAt(lines, node.place.start) + dash)) : [];
}

/** Takes an entry out; with the last one the key goes too. Empty where that would touch more than the entry. */
export function removeEntry(lines: LineIndex, entry: ListEntry): TextEdit[] {
  const { node, list } = entry;
  if (!standsInPlace(lines, entry)) return [];
  if (list.node.kind !== 'sequence' || list.node.items.length === 1) return removeKey(lines, list.key, list.node);
  const { start, end } = node.place;
  if (list.style === 'block') return DASHES.test(beforeOnLine(lines, start)) ? removeLines(lines, start, end) : [];
  return removeFlowEntry(lines, list.node, node);
}

function removeFlowEntry(lines: LineIndex, { items, place }: SequenceNode, node: ScalarNode): TextEdit[] {
  const { start, end } = node.place;
  const index = indexIn(items, node);
  const [previous, next] = [items[index - 1], items[index + 1]];
  const afterComma = end + (/^[ \t]*[,，]/.exec(afterOnLine(lines, end))?.[0].length ?? 0);
  if (beforeOnLine(lines, start).trim() === '' && REST_OF_LINE.test(afterOnLine(lines, afterComma))) {
    return removeLines(lines, start, afterComma);
  }
  if (previous && ONLY_COMMA.test(lines.text.slice(previous.place.end, start))) {
    return [{ span: { start: previous.place.end, end }, newText: '' }];
  }
  const first = /^[[［]\s*$/.test(lines.text.slice(place.start, start));
  if (next && first && ONLY_COMMA.test(lines.text.slice(end, next.place.start))) {
    return [{ span: { start, end: next.place.start }, newText: '' }];
  }
  return [];
}

/** Of a list in the order of the file, unless aliases brought entries in from elsewhere. */
function indexIn(items: readonly Node[], node: Node): number {
  const index = lastUpTo(items.length, (i) => (items[i]?.place.start ?? 0) <= node.place.start);
  return items[index] === node ? index : items.indexOf(node);
}

/** Takes out a key with its value, if they have their lines to themselves (and no anchor that others use). */
export function removeKey(lines: LineIndex, key: Span, value: Node): TextEdit[] {
  const alone = beforeOnLine(lines, key.start).trim() === '';
  const plain = ONLY_COLON.test(lines.text.slice(key.end, value.place.start));
  return alone && plain ? removeLines(lines, key.start, value.place.end) : [];
}

/** Takes out the lines from `start` to `end` whole, if nothing but a comment follows on the last. */
function removeLines(lines: LineIndex, start: number, end: number): TextEdit[] {
  const last = lines.lineAt(contentEnd(lines, start, end));
  if (!REST_OF_LINE.test(afterOnLine(lines, contentEnd(lines, start, end)))) return [];
  const first = lines.lineAt(start);
  // The last line of a file may lack its line break; then the one before it goes.
  const span =
    last + 1 < lines.lineCount || first === 0
      ? { start: lines.lineSpan(first).start, end: lines.offsetAt({ line: last + 1, character: 0 }) }
      : { start: lines.lineSpan(first - 1).end, end: lines.text.length };
  return [{ span, newText: '' }];
}

/**
 * Adds keys to a mapping, behind the value of the key `after` (or the last one).
 * @param pairs key and value as YAML on one line each
 */
export function insertKeys(
  lines: LineIndex,
  mapping: MappingNode,
  after: string,
  pairs: readonly (readonly [key: string, value: string])[],
): TextEdit[] {
  const entry = mapping.entries.find(({ key }) => key.value === after) ?? mapping.entries.at(-1);
  if (!entry || pairs.length === 0) return [];
  const rows = pairs.map(([key, value]) => `${key}: ${value}`);
  const end = entry.value && entry.value.place.start >= entry.key.place.end ? entry.value.place.end : undefined;
  if (mapping.flow) return end === undefined ? [] : insertion(end, rows.map((row) => `, ${row}`).join(''));
  const before = beforeOnLine(lines, entry.key.place.start);
  if (!/^[ \t-]*$/.test(before)) return [];
  const indented = rows.map((row) => before.replaceAll('-', ' ') + row);
  return insertLines(lines, entry.key.place.start, end ?? entry.key.place.end, indented);
}

/** Gives a value to a key that has none, or an empty one. */
export function fillKey(lines: LineIndex, key: ScalarNode, value: Node | null, newText: string): TextEdit[] {
  if (value) return value.place.start > key.place.end ? [{ span: value.place, newText }] : [];
  const colon = COLON.exec(lines.text.slice(key.place.end, key.place.end + 20))?.[0];
  return colon ? insertion(key.place.end + colon.length, ` ${newText}`) : [];
}

/** Adds a unit at the end of a registry's list, written as its neighbours are. Empty where there is no telling how. */
export function appendUnit(lines: LineIndex, list: Node | undefined, name: string): TextEdit[] {
  if (list?.kind !== 'sequence') return [];
  const last = list.items.at(-1);
  const bare = list.items.length > 0 && list.items.every((item) => item.kind === 'scalar');
  if (list.flow) {
    const entry = bare ? written(name) : `{ 名称: ${written(name)} }`;
    return last ? insertion(last.place.end, `, ${entry}`) : insertion(list.place.start + 1, entry);
  }
  const dash = last ? beforeOnLine(lines, last.place.start) : '';
  if (!last || !DASHES.test(dash)) return [];
  const entry = dash + (bare ? written(name) : `名称: ${written(name)}`);
  const { start, end } = last.place;
  return insertLines(lines, start, contentEnd(lines, start, end), [entry]);
}

function insertion(at: number, newText: string): TextEdit[] {
  return [{ span: { start: at, end: at }, newText }];
}

/** Adds lines below the text from `start` to `end`, which may include its last line break (block scalars do). */
export function insertLines(lines: LineIndex, start: number, end: number, rows: readonly string[]): TextEdit[] {
  const lineBreak = lineBreakAt(lines, start);
  if (/[\r\n]$/.test(lines.text.slice(start, end))) {
    return insertion(end, rows.map((row) => row + lineBreak).join(''));
  }
  return insertion(lines.lineSpan(lines.lineAt(end)).end, rows.map((row) => lineBreak + row).join(''));
}

/** False for an entry that an alias brought in from elsewhere: editing it there would change another place. */
function standsInPlace(lines: LineIndex, { node, list }: ListEntry): boolean {
  const { start, end } = list.node.place;
  if (start < list.key.end || !/^\s*[:：]/.test(lines.text.slice(list.key.end, start))) return false;
  return list.style === 'single'
    ? ONLY_COLON.test(lines.text.slice(list.key.end, node.place.start))
    : start <= node.place.start && node.place.end <= end;
}

/** The line break that closes a block scalar is part of it. */
function tailOf({ style, raw }: ScalarNode): string {
  return style === 'literal' || style === 'folded' ? raw.slice(raw.trimEnd().length) : '';
}

function contentEnd(lines: LineIndex, start: number, end: number): number {
  return start + lines.text.slice(start, end).trimEnd().length;
}

function beforeOnLine(lines: LineIndex, offset: number): string {
  return lines.text.slice(lines.lineSpan(lines.lineAt(offset)).start, offset);
}

function afterOnLine(lines: LineIndex, offset: number): string {
  return lines.text.slice(offset, lines.lineSpan(lines.lineAt(offset)).end);
}

/** The line break that the text uses at this place. */
export function lineBreakAt(lines: LineIndex, offset: number): string {
  const line = lines.lineAt(offset);
  const inside = line + 1 < lines.lineCount ? line : Math.max(0, line - 1);
  const next = lines.offsetAt({ line: inside + 1, character: 0 });
  return lines.text.slice(lines.lineSpan(inside).end, next) || '\n';
}
