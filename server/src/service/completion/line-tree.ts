import type { LineIndex } from '../../text/lines';
import { columns } from '../../yaml/characters';
import { type LineTokens, tokensOf } from './line-tokens';

const INDENT = /[ \t\u00a0\u3000]*/y;
const ENTRY = '-';

/** A line that is neither blank nor a comment, with its indentation in columns. */
interface Row {
  readonly indent: number;
  readonly text: string;
}

function rowAt(lines: LineIndex, number: number): Row | undefined {
  const { start, end } = lines.lineSpan(number);
  INDENT.lastIndex = start;
  const blanks = INDENT.exec(lines.text)?.[0] ?? '';
  const first = start + blanks.length;
  if (first >= end || lines.text[first] === '#') return undefined;
  return { indent: columns(blanks), text: lines.text.slice(start, end) };
}

/**
 * The keys and entries, from the root down, that something at a column of a line stands under, judged by indentation.
 * Undefined where what is above is a text that goes on: a key with a value has nothing under it.
 * @param isDash true for the dash of an entry, which may stand in the column of its key
 */
export function ancestorsOf(lines: LineIndex, number: number, column: number, isDash: boolean): string[] | undefined {
  const path: string[] = [];
  let [limit, forDash] = [column, isDash];
  for (let at = number - 1; at >= 0 && (limit > 0 || forDash); at--) {
    const row = rowAt(lines, at);
    if (!row || row.indent > limit || (row.indent === limit && !forDash)) continue;
    const { dashes, key, column: inner } = tokensOf(row.text);
    if (key && (inner < limit || (inner === limit && forDash && dashes.length === 0))) {
      if (!isOpenValue(row.text.slice(key.value))) return undefined;
      path.unshift(key.name);
      [limit, forDash] = [inner, false];
    } else if (!key && (dashes.length === 0 || inner < limit)) {
      // A line that is no key: a half-typed one, or a text over several lines.
      if (dashes.length === 0 && row.indent < limit) return undefined;
    }
    for (const dash of dashes.toReversed()) {
      if (dash >= limit) continue;
      path.unshift(ENTRY);
      [limit, forDash] = [dash, true];
    }
  }
  return path;
}

/** True for what stands behind the colon of a key whose value is on the next lines. */
export function isOpenValue(value: string): boolean {
  return /^(?:#.*|[&!][^\s]*\s*)?$/.test(value);
}

export interface Neighbours {
  /** Keys of the same mapping, with the rest of their lines. */
  readonly keys: ReadonlyMap<string, string>;
  /** Entries of the same list that are no mappings. */
  readonly entries: readonly string[];
  /** The column of the nearest keys above that are not in the column asked for but belong to the same mapping. */
  readonly nearest?: number;
}

/**
 * What else belongs to the mapping or list at a column, above and below a line.
 * @param isDash true for a list: `column` is that of its dashes
 * @param isFirst true where the line begins the mapping behind a dash, so that nothing above belongs to it
 */
export function neighboursOf(
  lines: LineIndex,
  number: number,
  column: number,
  isDash: boolean,
  isFirst = false,
): Neighbours {
  const keys = new Map<string, string>();
  const entries: string[] = [];
  let nearest: number | undefined;
  const visit = (row: Row, tokens: LineTokens): void => {
    const { dashes, key } = tokens;
    if (!isDash && key && tokens.column === column) keys.set(key.name, row.text.slice(key.value));
    if (isDash && !key && dashes.at(-1) === column) entries.push(row.text.slice(tokens.body).trim());
  };
  for (let at = number - 1; at >= 0 && !isFirst; at--) {
    const row = rowAt(lines, at);
    if (!row || row.indent > column) continue;
    const tokens = tokensOf(row.text);
    visit(row, tokens);
    if (!isDash && tokens.key && tokens.column > column && row.indent < column) nearest ??= tokens.column;
    if (row.indent < column || (isDash && tokens.dashes[0] !== column)) break;
  }
  for (let at = number + 1; at < lines.lineCount; at++) {
    const row = rowAt(lines, at);
    if (!row || row.indent > column) continue;
    if (row.indent < column) break;
    const tokens = tokensOf(row.text);
    if (isDash ? tokens.dashes[0] !== column : tokens.dashes.length > 0) break;
    visit(row, tokens);
  }
  return { keys, entries, ...(nearest !== undefined && { nearest }) };
}
