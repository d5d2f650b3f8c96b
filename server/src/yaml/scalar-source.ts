import { attached } from '../text/attached';
import type { Span } from '../text/span';
import type { ScalarNode } from './nodes';

/** Where each of the characters of a value stands in `raw`. */
interface Offsets {
  readonly starts: readonly number[];
  readonly ends: readonly number[];
}

/** Rules ask for many places of one long text. */
const known = attached<ScalarNode, Offsets>();

/** The span in the file of characters `start` to `end` of a scalar's value (of its string form, for numbers). */
export function sourceSpan(node: ScalarNode, start: number, end: number): Span {
  const value = String(node.value ?? '');
  const offset = simpleOffset(node, value);
  if (offset !== undefined) return node.place.slice(offset + start, offset + end);
  const offsets = known.get(node) ?? sourceOffsets(node, value);
  known.set(node, offsets);
  const first = offsets.starts[start] ?? offsets.ends.at(-1) ?? 0;
  const last = end > start ? (offsets.ends[end - 1] ?? first) : first;
  return node.place.slice(first, Math.max(first, Math.min(last, node.raw.length)));
}

/** By how much all characters of the value are shifted alike: not at all, or by 1 between one pair of quotes. */
function simpleOffset(node: ScalarNode, value: string): number | undefined {
  if (node.raw === value) return 0;
  const quoted = node.style === 'single' || node.style === 'double';
  return quoted && node.raw.length === value.length + 2 && node.raw.startsWith(value, 1) ? 1 : undefined;
}

const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|[\s\S])/y;
const ESCAPED_BREAK = /(?:\\\r?\n[ \t]*)+/y;
const BREAK = /[ \t]*\r?\n[ \t]*/y;
const BREAKS = /(?:[ \t]*\r?\n)+[ \t]*/y;

function lengthAt(pattern: RegExp, raw: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.exec(raw)?.[0].length ?? 0;
}

/** For each character of the value, its place in `raw`: quotes, escapes, folding and indentation are stepped over. */
function sourceOffsets(node: ScalarNode, value: string): Offsets {
  const starts: number[] = [];
  const ends: number[] = [];
  const take = (character: string, at: number, length: number) => {
    for (let i = 0; i < character.length; i++) {
      starts.push(Math.min(at + i, node.raw.length));
      ends.push(Math.min(i + 1 < character.length ? at + i + 1 : at + length, node.raw.length));
    }
  };
  if (node.style === 'literal' || node.style === 'folded') readBlock(node.raw, value, take);
  else readFlow(node.raw, value, node.style, take);
  return { starts, ends };
}

type Take = (character: string, at: number, length: number) => void;

/** Plain and quoted scalars: one line break is a blank, each further one a line break (YAML 1.2, 6.5). */
function readFlow(raw: string, value: string, style: ScalarNode['style'], take: Take): void {
  let at = style === 'plain' ? 0 : 1;
  let inBreaks = false;
  for (const character of value) {
    if (style === 'double') at += lengthAt(ESCAPED_BREAK, raw, at);
    let length = 0;
    // Only the first of several blanks can begin a line break.
    const mayFold = /[\r\n]/.test(raw[at] ?? '') || !/[ \t]/.test(raw[at - 1] ?? '');
    if (character === ' ' && mayFold) length = lengthAt(BREAKS, raw, at);
    if (character === '\n' && (mayFold || inBreaks)) {
      length = lengthAt(BREAK, raw, at);
      if (length > 0 && !inBreaks) length += lengthAt(BREAK, raw, at + length);
    }
    inBreaks = character === '\n' && length > 0;
    if (length === 0) length = flowLength(raw, at, character, style);
    take(character, at, length);
    at += length;
  }
}

function flowLength(raw: string, at: number, character: string, style: ScalarNode['style']): number {
  if (style === 'double' && raw[at] === '\\') return lengthAt(ESCAPE, raw, at);
  return style === 'single' && character === "'" ? 2 : character.length;
}

/** Literal and folded scalars: lines lose the block's indentation; folding makes blanks of some line breaks. */
function readBlock(raw: string, value: string, take: Take): void {
  const header = raw.indexOf('\n') + 1;
  const leading = (text: string) => /^ *(?=[^ \r\n])/m.exec(text)?.[0].length ?? 0;
  const indent = Math.max(0, leading(raw.slice(header)) - leading(value));
  const indentEnd = (at: number) => {
    let end = at;
    while (end < at + indent && raw[end] === ' ') end++;
    return end;
  };
  const breakLength = (at: number) => (raw[at] === '\r' && raw[at + 1] === '\n' ? 2 : raw[at] === '\n' ? 1 : 0);
  let at = indentEnd(header);
  let previous = '';
  for (const character of value) {
    // Of a run of line breaks, folding leaves out one; a blank behind a line break is one of a deeper line.
    if (character !== '\n' && (character !== ' ' || previous === '\n')) {
      while (breakLength(at) > 0) at = indentEnd(at + breakLength(at));
    }
    const length = breakLength(at) || character.length;
    take(character, at, length);
    at = breakLength(at) > 0 ? indentEnd(at + length) : at + length;
    previous = character;
  }
}
