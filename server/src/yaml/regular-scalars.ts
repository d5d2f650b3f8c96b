import { BLANK, BYTE_ORDER_MARK, COLON, DASH, DOUBLE_QUOTE, HASH, isLineEnd, LINE_FEED } from './codes';
import type { ScalarNode } from './nodes';
import { notRegular } from './not-regular';
import type { LineReader } from './regular-lines';

/** Signs that no plain scalar begins with, or that may have been meant for something else. */
const RESERVED_START =
  /^[\s\0-\x1f\x7f-\x9f!"#%&'*,\-:>?@[\]`{|}\u1680\u2000-\u200b\u2028-\u202f\u205f\u3000\ufeff：﹕∶︓“”＂‘’［］【】｛｝，－—–‐−]/;
const FULLWIDTH_QUOTE = /[“”＂‘’]/;

/** By character code: 1 where a plain scalar may begin so, 2 where not, 0 where that was not asked yet. */
const starts = new Uint8Array(0x10000);

/** True for a sign that a plain scalar begins with. */
export function startsPlain(code: number): boolean {
  if (starts[code] === 0) starts[code] = RESERVED_START.test(String.fromCharCode(code)) ? 2 : 1;
  return starts[code] === 1;
}

/** A plain scalar in a block, and the rest of its line. */
export function readPlain(reader: LineReader): ScalarNode {
  const { text, at: start } = reader;
  if (!startsPlain(text.charCodeAt(start))) oddStart(text, start);
  let at = start;
  let end = start;
  for (;;) {
    const code = text.charCodeAt(at);
    if (code > COLON) {
      if (code === BYTE_ORDER_MARK) notRegular();
      end = ++at;
    } else if (code === BLANK) at++;
    else if (isLineEnd(code)) break;
    else if (code === HASH && text.charCodeAt(at - 1) === BLANK) break;
    else if (code < BLANK) notRegular();
    else {
      at++;
      if (code === COLON && (text.charCodeAt(at) === BLANK || isLineEnd(text.charCodeAt(at)))) notRegular();
      end = at;
    }
  }
  reader.at = end;
  reader.restOfLine();
  return reader.plainNode(start, end);
}

/** A negative number, or a text that begins with a quotation but is not one as a whole. */
function oddStart(text: string, at: number): void {
  const code = text.charCodeAt(at);
  if (code === DASH) {
    const next = text.charCodeAt(at + 1);
    if (!(next >= 0x30 && next <= 0x39)) notRegular();
    return;
  }
  const end = text.indexOf('\n', at);
  const line = text.slice(at, end < 0 ? undefined : end).trimEnd();
  const close = line.slice(1).search(FULLWIDTH_QUOTE) + 1;
  if (line.search(FULLWIDTH_QUOTE) !== 0 || close === 0 || close === line.length - 1 || line[close + 1] === ' ')
    notRegular();
}

/** A scalar in quotes that end on the same line. */
export function readQuoted(reader: LineReader, quote: number): ScalarNode {
  const { text, at: start } = reader;
  let at = start + 1;
  let escaped = false;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === quote) {
      if (quote === DOUBLE_QUOTE || text.charCodeAt(at + 1) !== quote) break;
      escaped = true;
      at++;
    } else if (code < BLANK || code === 0x5c || code === 0x7f || code === BYTE_ORDER_MARK || Number.isNaN(code))
      notRegular();
  }
  const inner = text.slice(start + 1, at);
  // A known key behind a gap may be a line that lost its break.
  if (inner.includes('  ') && inner.includes(':')) notRegular();
  reader.at = at + 1;
  return reader.scalar(
    start,
    at + 1,
    escaped ? inner.replaceAll("''", "'") : inner,
    quote === DOUBLE_QUOTE ? 'double' : 'single',
  );
}

/** A literal text, whose lines all stand deeper than `column`. */
export function readLiteral(reader: LineReader, column: number): ScalarNode {
  const { text } = reader;
  const start = reader.at++;
  const isStripped = text.charCodeAt(reader.at) === DASH;
  if (isStripped) reader.at++;
  if (text.charCodeAt(reader.at++) !== LINE_FEED) notRegular();
  const lines: string[] = [];
  let filled = 0;
  let inner = 0;
  let end = reader.at;
  for (let at = end; at < text.length; ) {
    const lineEnd = text.indexOf('\n', at);
    const line = text.slice(at, lineEnd < 0 ? notRegular() : lineEnd);
    const indent = line.search(/[^ ]/);
    if (indent >= 0 && indent <= column) break;
    if (inner === 0) inner = indent;
    // Blanks alone, a first line that is blank, lines that stand out to the left: all legal, none of them regular.
    if (inner < 0 || (line !== '' && (indent < inner || line.trim() === '')) || /[\t\r\ufeff]/.test(line)) notRegular();
    lines.push(line.slice(inner));
    at = lineEnd + 1;
    if (line === '') continue;
    end = at;
    filled = lines.length;
  }
  if (filled === 0) notRegular();
  reader.at = end;
  const value = lines.slice(0, filled).join('\n');
  return reader.scalar(start, end, isStripped ? value : `${value}\n`, 'literal');
}
