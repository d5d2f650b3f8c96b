import type { UnitList } from '../../model/types';
import type { LineIndex } from '../../text/lines';
import type { TextEdit } from '../../text/span';
import type { Node } from '../../yaml/nodes';
import { lineBreakAt } from './list-edits';

const COLON = /^[ \t]*:[ \t]*$/;
const COLON_AND_BREAK = /^[ \t]*:[ \t]*\r?\n[ \t]*$/;
const COMMA = /^\s*,\s*$/;
const BREAK_AND_DASH = /^\r?\n[ \t]*-[ \t]+$/;
/** In brackets a plain text cannot hold these, nor end before them. */
const FLOW_SIGN = /[[\]{},]/;

/** Writes a list in brackets with one entry a line, entries as they are. Empty where comments or odd layout would be lost. */
export function toBlockList(lines: LineIndex, { key, node }: Pick<UnitList, 'key' | 'node'>): TextEdit[] {
  if (node.kind !== 'sequence' || !node.flow || node.items.length === 0) return [];
  const { text } = lines;
  const { start, end } = node.place;
  const before = text.slice(lines.lineSpan(lines.lineAt(key.start)).start, key.start);
  const isPlain = node.items.every(
    (item, index) => isOneLine(item) && (index === 0 || COMMA.test(between(text, node.items[index - 1], item))),
  );
  const edges =
    /^\[\s*$/.test(text.slice(start, node.items[0]?.place.start)) &&
    /^\s*(?:,\s*)?\]$/.test(text.slice(node.items.at(-1)?.place.end, end));
  if (!/^[ \t-]*$/.test(before) || !isPlain || !edges || !COLON.test(text.slice(key.end, start))) return [];
  const dash = `${lineBreakAt(lines, key.start)}${before.replaceAll('-', ' ')}  - `;
  const colon = key.end + text.slice(key.end, start).trimEnd().length;
  return [{ span: { start: colon, end }, newText: node.items.map((item) => dash + rawOf(text, item)).join('') }];
}

/** Writes a list of lines in brackets. Empty where comments would be lost, or a text cannot stand there as it is. */
export function toFlowList(lines: LineIndex, { key, node }: Pick<UnitList, 'key' | 'node'>): TextEdit[] {
  if (node.kind !== 'sequence' || node.flow || node.items.length === 0) return [];
  const { text } = lines;
  const fits = node.items.every((item, index) => {
    if (!isOneLine(item) || (item.kind === 'scalar' && item.style === 'plain' && FLOW_SIGN.test(item.raw)))
      return false;
    return index === 0 || BREAK_AND_DASH.test(between(text, node.items[index - 1], item));
  });
  const [first, last] = [node.items[0], node.items.at(-1)];
  if (!fits || !first || !last) return [];
  const lead = text.slice(key.end, first.place.start);
  const dash = lead.lastIndexOf('-');
  if (!/^-[ \t]+$/.test(lead.slice(dash)) || !COLON_AND_BREAK.test(lead.slice(0, dash))) return [];
  const colon = key.end + lead.indexOf(':') + 1;
  const list = node.items.map((item) => rawOf(text, item)).join(', ');
  return [{ span: { start: colon, end: last.place.end }, newText: ` [${list}]` }];
}

function isOneLine(item: Node): boolean {
  return item.kind === 'scalar' && !/[\r\n]/.test(item.raw) && item.raw !== '';
}

function rawOf(text: string, { place }: Node): string {
  return text.slice(place.start, place.end);
}

function between(text: string, previous: Node | undefined, next: Node): string {
  return text.slice(previous?.place.end ?? 0, next.place.start);
}
