import { VOCABULARY } from '../../model/keys';
import { columns } from '../../yaml/characters';

/** What stands at the beginning of a line: dashes of lists and a key. Columns are those that were meant, offsets those of the line. */
export interface LineTokens {
  readonly dashes: readonly number[];
  readonly key?: LineKey;
  /** Column and offset of what follows the dashes. */
  readonly column: number;
  readonly body: number;
}

export interface LineKey {
  readonly name: string;
  readonly start: number;
  readonly end: number;
  /** Offset of the colon, of whatever form. */
  readonly colon: number;
  /** A full-width colon, or one without a blank behind it. */
  readonly isOdd: boolean;
  /** Offset of the value, or of the end of the line. */
  readonly value: number;
}

const INDENT = /[ \t\u00a0\u3000]*/y;
const DASH = /[-－](?=[ \t\u00a0\u3000]|$)[ \t\u00a0\u3000]*/y;
const KEY = /(["']?)([^\s:：#"'[\]{}，。；,、]{1,30})\1[ \t\u3000]*([:：])/y;
const BLANKS = /[ \t\u00a0\u3000]*/y;

/** Reads a line without its line break. */
export function tokensOf(line: string): LineTokens {
  const indent = match(INDENT, line, 0);
  const dashes: number[] = [];
  let at = indent.length;
  let column = columns(indent);
  for (let dash = match(DASH, line, at); dash !== ''; dash = match(DASH, line, at)) {
    dashes.push(column);
    at += dash.length;
    column += dash.length;
  }
  const key = keyAt(line, at);
  return { dashes, column, body: at, ...(key && { key }) };
}

/** A key with its colon; one whose colon is full-width or lacks the blank behind it must be a key that is known. */
function keyAt(line: string, at: number): LineKey | undefined {
  KEY.lastIndex = at;
  const found = KEY.exec(line);
  const name = found?.[2];
  if (!found || name === undefined) return undefined;
  const after = at + found[0].length;
  const isOdd = found[3] !== ':' || !/^[ \t]?$|^[ \t\r\n]/.test(line.slice(after, after + 1));
  if (isOdd && !VOCABULARY.keys.has(name)) return undefined;
  const end = at + name.length + 2 * (found[1]?.length ?? 0);
  return { name, start: at, end, colon: after - 1, isOdd, value: after + match(BLANKS, line, after).length };
}

function match(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
