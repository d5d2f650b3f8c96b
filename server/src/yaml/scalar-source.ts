import type { Span } from '../text/span';
import type { ScalarNode } from './nodes';

/** Where the characters of a value stand in `raw`: all of them shifted alike, or each on its own. */
type Offsets = number | { readonly starts: readonly number[]; readonly ends: readonly number[] };

/** Rules ask for many places of one long text. */
const known = new WeakMap<ScalarNode, Offsets>();

/** The span in the file of characters `start` to `end` of a scalar's value (of its string form, for numbers). */
export function sourceSpan(node: ScalarNode, start: number, end: number): Span {
  const offsets = known.get(node) ?? findOffsets(node);
  known.set(node, offsets);
  if (typeof offsets === 'number') return node.place.slice(offsets + start, offsets + end);
  const first = offsets.starts[start] ?? node.raw.length;
  const last = end > start ? (offsets.ends[end - 1] ?? first) : first;
  return node.place.slice(first, Math.max(first, Math.min(last, node.raw.length)));
}

function findOffsets(node: ScalarNode): Offsets {
  const value = String(node.value ?? '');
  return (node.raw === value ? 0 : simpleOffset(node, value)) ?? sourceOffsets(node, value);
}

/** 1 where the value stands unchanged between one pair of quotes. */
function simpleOffset(node: ScalarNode, value: string): number | undefined {
  const quoted = node.style === 'single' || node.style === 'double';
  return quoted && node.raw.length === value.length + 2 && node.raw.startsWith(value, 1) ? 1 : undefined;
}

const ESCAPE = /\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|\r?\n[ \t]*|[\s\S])/y;

/** For each character of the value, its place in `raw`: quotes, escapes, folding and indentation are stepped over. */
function sourceOffsets(node: ScalarNode, value: string): Offsets {
  const { raw, style } = node;
  const starts: number[] = [];
  const ends: number[] = [];
  let at = style === 'literal' || style === 'folded' ? afterHeader(raw) : Number(style !== 'plain');
  for (const character of value) {
    const blank = /\s/.test(character);
    while (at < raw.length && raw[at] !== character[0]) {
      if (style === 'double' && raw[at] === '\\') {
        ESCAPE.lastIndex = at;
        const escaped = ESCAPE.exec(raw)?.[0] ?? '\\';
        if (!/^\\\r?\n/.test(escaped)) break;
        at += escaped.length;
        continue;
      }
      // A folded line break: the value has a blank (or a line break) where the file has a break and indentation.
      if (blank && /\s/.test(raw[at] ?? '')) break;
      at++;
    }
    const length = consumed(raw, at, character, style, blank);
    for (let i = 0; i < character.length; i++) {
      starts.push(Math.min(at + i, raw.length));
      ends.push(Math.min(i + 1 < character.length ? at + i + 1 : at + length, raw.length));
    }
    at += length;
  }
  return { starts, ends };
}

function consumed(raw: string, at: number, character: string, style: ScalarNode['style'], blank: boolean): number {
  if (style === 'double' && raw[at] === '\\') {
    ESCAPE.lastIndex = at;
    return ESCAPE.exec(raw)?.[0].length ?? 1;
  }
  if (style === 'single' && character === "'" && raw.startsWith("''", at)) return 2;
  if (blank && raw[at] === '\r' && raw[at + 1] === '\n') return 2;
  return character.length;
}

/** Length of the block scalar's header line (`|-`, `>+2 # …`). */
function afterHeader(raw: string): number {
  const end = raw.indexOf('\n');
  return end < 0 ? raw.length : end + 1;
}
