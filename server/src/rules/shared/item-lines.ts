import type { Indicator, Section } from '../../model/types';
import { applyEdits, withoutOverlaps } from '../../text/edits';
import type { LineIndex } from '../../text/lines';
import type { Span, TextEdit } from '../../text/span';

/** An item of a block list as whole lines, comments of its own included. */
interface ItemLines {
  /** From the start of its first line to the start of the line behind it. */
  readonly span: Span;
  /** Indentation, dash and blanks before its first key. */
  readonly dash: string;
}

/** Where whole lines go: before the line that starts at `at`, with this dash. */
interface Slot {
  readonly at: number;
  readonly dash: string;
}

const DASH = /^[ \t]*-[ \t]+$/;
/** Anchors and aliases: moving one may put it before the other. */
const REFERENCE = /(?:^|[\s,[{])[&*][^\s,\]}]/;
/** Text that may stand without quotes, and what must not be in it. */
const PLAIN = /^[\p{L}“《（【][^\r\n\t]*[^\s:]$/u;
const AMBIGUOUS = /: | #|^(?:true|false|null|yes|no|on|off)$/i;

/**
 * Moves an item with its lines to the place in `home` behind the last item that comes before it. Empty where the lines hold
 * more than the item, or where it is the only one of its section.
 */
export function moveItem(
  lines: LineIndex,
  item: Indicator,
  home: Section,
  comesBefore: (other: Indicator) => boolean,
): TextEdit[] {
  const source = linesOf(lines, item);
  const slot = slotIn(lines, home, comesBefore);
  if (!source || !slot || (item.section?.items.length ?? 0) < 2) return [];
  return moveLines(lines, source, slot, []);
}

/**
 * Moves an item with its lines right before or behind another one, in the same list or another. Empty where the lines hold
 * more than the item, or where it is the only one of its section and would leave it.
 * @param along edits of the file, in its old offsets, that are made at the same time, those within the item where it lands
 */
export function placeItem(
  lines: LineIndex,
  item: Indicator,
  neighbour: Indicator,
  side: 'before' | 'behind',
  along: readonly TextEdit[] = [],
): TextEdit[] {
  if (item.section !== neighbour.section && (item.section?.items.length ?? 0) < 2) return [];
  const [source, target] = [linesOf(lines, item), linesOf(lines, neighbour)];
  if (!source || !target) return [];
  const at = side === 'before' ? target.span.start : target.span.end;
  return moveLines(lines, source, { at, dash: target.dash }, along);
}

/** True where {@link placeItem} can take the lines of both. */
export function canPlace(lines: LineIndex, item: Indicator, neighbour: Indicator): boolean {
  const source = linesOf(lines, item);
  if (!source || !linesOf(lines, neighbour)) return false;
  return !REFERENCE.test(lines.text.slice(source.span.start, source.span.end));
}

function moveLines(lines: LineIndex, source: ItemLines, slot: Slot, along: readonly TextEdit[]): TextEdit[] {
  const { start, end } = source.span;
  const text = lines.text.slice(start, end);
  if (REFERENCE.test(text)) return [];
  const isInside = ({ span }: TextEdit) => start <= span.start && span.end <= end;
  const inside = along.filter(isInside).map(({ span, newText }) => ({
    span: { start: span.start - start, end: span.end - start },
    newText,
  }));
  const moved = reindented(applyEdits(text, withoutOverlaps(inside)), source.dash, slot.dash);
  if (moved === undefined) return [];
  const rest = along.filter((edit) => !isInside(edit));
  return [removal(lines, source.span), insertion(lines, slot.at, moved), ...rest];
}

/** Adds an item with these keys to `home`, behind the last item that comes before it. Empty where there is no telling how. */
export function insertItem(
  lines: LineIndex,
  home: Section,
  comesBefore: (other: Indicator) => boolean,
  number: number,
  content: string,
): TextEdit[] {
  const slot = slotIn(lines, home, comesBefore);
  if (!slot) return [];
  const indent = slot.dash.replaceAll('-', ' ');
  const lineBreak = lineBreakOf(lines);
  return [
    insertion(
      lines,
      slot.at,
      `${slot.dash}序号: ${number}${lineBreak}${indent}内容: ${writtenText(content)}${lineBreak}`,
    ),
  ];
}

/** A text as the value of a key in block style, on one line; in quotes unless it plainly needs none. */
export function writtenText(text: string): string {
  return PLAIN.test(text) && !AMBIGUOUS.test(text) ? text : JSON.stringify(text);
}

function slotIn(lines: LineIndex, { items }: Section, comesBefore: (other: Indicator) => boolean): Slot | undefined {
  const previous = items.findLast(comesBefore);
  const neighbour = previous ?? items[0];
  const place = neighbour && linesOf(lines, neighbour);
  return place && { at: previous ? place.span.end : place.span.start, dash: place.dash };
}

function linesOf(lines: LineIndex, { node }: Indicator): ItemLines | undefined {
  if (node.kind !== 'mapping' || node.flow) return undefined;
  const { start, end } = node.place;
  let first = lines.lineAt(start);
  const dash = lines.text.slice(lines.lineSpan(first).start, start);
  if (!DASH.test(dash)) return undefined;
  const depth = dash.indexOf('-');
  const isComment = (line: number, fits: (indent: number) => boolean) => {
    const text = textOf(lines, line);
    return text.trimStart().startsWith('#') && fits(text.length - text.trimStart().length);
  };
  let last = lines.lineAt(start + lines.text.slice(start, end).trimEnd().length);
  while (first > 0 && isComment(first - 1, (indent) => indent === depth)) first--;
  while (last + 1 < lines.lineCount && isComment(last + 1, (indent) => indent > depth)) last++;
  const behind = last + 1 < lines.lineCount ? lines.offsetAt({ line: last + 1, character: 0 }) : lines.text.length;
  return { span: { start: lines.lineSpan(first).start, end: behind }, dash };
}

function textOf(lines: LineIndex, line: number): string {
  const { start, end } = lines.lineSpan(line);
  return lines.text.slice(start, end);
}

/** The lines with another indentation; undefined where one of them has too little to lose. */
function reindented(text: string, from: string, to: string): string | undefined {
  const more = to.indexOf('-') - from.indexOf('-');
  if (more >= 0) return text.replace(/^(?=.*\S)/gm, ' '.repeat(more));
  const less = new RegExp(`^ {${-more}}(?=.*\\S)`);
  const rows = text.split('\n');
  if (rows.some((row) => row.trim() !== '' && !less.test(row))) return undefined;
  return rows.map((row) => row.replace(less, '')).join('\n');
}

function removal(lines: LineIndex, { start, end }: Span): TextEdit {
  // The last line of a file may lack its line break; then the one before it goes.
  const isOpen = end === lines.text.length && !/[\r\n]$/.test(lines.text);
  const from = isOpen && start > 0 ? lines.lineSpan(lines.lineAt(start) - 1).end : start;
  return { span: { start: from, end }, newText: '' };
}

function insertion(lines: LineIndex, at: number, text: string): TextEdit {
  const span = { start: at, end: at };
  const lineBreak = lineBreakOf(lines);
  const whole = /[\r\n]$/.test(text) ? text : text + lineBreak;
  const isOpen = at === lines.text.length && at > 0 && !/[\r\n]$/.test(lines.text);
  return { span, newText: isOpen ? lineBreak + whole.replace(/\r?\n$/, '') : whole };
}

/** The line break that the file uses. */
function lineBreakOf({ text }: LineIndex): string {
  return /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
}
