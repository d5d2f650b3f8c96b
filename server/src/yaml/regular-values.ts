import {
  BLANK,
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  DOUBLE_QUOTE,
  OPEN_BRACE,
  OPEN_BRACKET,
  SINGLE_QUOTE,
} from './codes';
import type { Entry, Node } from './nodes';
import { notRegular } from './not-regular';
import { addEntry } from './regular-keys';
import type { LineReader } from './regular-lines';
import { readPlain, readQuoted, startsPlain } from './regular-scalars';

/** Inside brackets, full-width signs may have been meant for ASCII ones. */
const ODD_IN_LIST = /[［］【】｛｝\ufeff]/;
const ODD_IN_MAPPING = /[：［］【】｛｝\ufeff]/;
const ODD_IN_NAMES = /[，：“”＂［］【】｛｝\ufeff]/;

/**
 * A scalar or flow collection on one line, and the rest of that line. What is accepted must be read the same by the scanner
 * and by `yaml`, and neither must have anything against it.
 * @param names true where names are listed, which no full-width punctuation belongs to
 */
export function readInline(reader: LineReader, names: boolean): Node {
  const code = reader.text.charCodeAt(reader.at);
  if (code === OPEN_BRACKET || code === OPEN_BRACE) {
    const node = readFlow(reader, code, names);
    reader.restOfLine();
    return node;
  }
  if (code === DOUBLE_QUOTE || code === SINGLE_QUOTE) {
    const node = readQuoted(reader, code);
    reader.restOfLine();
    return node;
  }
  return readPlain(reader);
}

function readFlow(reader: LineReader, bracket: number, names: boolean): Node {
  const start = reader.at++;
  reader.enter();
  const items: Node[] = [];
  const entries: Entry[] = [];
  const isMapping = bracket === OPEN_BRACE;
  const closer = isMapping ? CLOSE_BRACE : CLOSE_BRACKET;
  let code = skipBlank(reader);
  while (code !== closer) {
    if (isMapping) {
      const key = reader.key();
      skipBlank(reader);
      addEntry(entries, key, readFlowValue(reader, true, names));
    } else items.push(readFlowValue(reader, false, names));
    code = skipBlank(reader);
    if (code !== COMMA) break;
    reader.at++;
    if (skipBlank(reader) === closer) notRegular();
  }
  if (code !== closer) notRegular();
  reader.at++;
  reader.leave();
  const place = reader.place(start, reader.at);
  return isMapping ? { kind: 'mapping', place, flow: true, entries } : { kind: 'sequence', place, flow: true, items };
}

function readFlowValue(reader: LineReader, inMapping: boolean, names: boolean): Node {
  const { text, at: start } = reader;
  const first = text.charCodeAt(start);
  if (first === OPEN_BRACKET || first === OPEN_BRACE) return readFlow(reader, first, names);
  if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) return readQuoted(reader, first);
  if (!startsPlain(first)) notRegular();
  let at = start;
  let end = start;
  let odd = false;
  for (; ; at++) {
    const code = text.charCodeAt(at);
    if (code === COMMA || code === CLOSE_BRACKET || code === CLOSE_BRACE) break;
    if (code < COMMA ? code !== BLANK && code !== 0x28 && code !== 0x29 : code === COLON || Number.isNaN(code))
      notRegular();
    if (code === OPEN_BRACKET || code === OPEN_BRACE || code === 0x7f) notRegular();
    if (code >= 0xff00 || (code >= 0x2010 && code < 0x3020)) odd = true;
    if (code !== BLANK) end = at + 1;
    else if (text.charCodeAt(at + 1) === BLANK) notRegular();
  }
  const signs = names ? ODD_IN_NAMES : inMapping ? ODD_IN_MAPPING : ODD_IN_LIST;
  if (odd && signs.test(text.slice(start, end))) notRegular();
  reader.at = at;
  return reader.plainNode(start, end);
}

/** Over one blank; more of them may hide a line that lost its break. Returns the code that follows. */
function skipBlank(reader: LineReader): number {
  let code = reader.text.charCodeAt(reader.at);
  if (code === BLANK) code = reader.text.charCodeAt(++reader.at);
  if (code === BLANK) notRegular();
  return code;
}
