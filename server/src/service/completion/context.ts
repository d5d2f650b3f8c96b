import type { LineIndex } from '../../text/lines';
import type { Span } from '../../text/span';
import { columns } from '../../yaml/characters';
import { type Flow, flowAt, otherEntries, otherKeys } from './flow';
import { type LineTokens, tokensOf } from './line-tokens';
import { ancestorsOf, neighboursOf } from './line-tree';

/** Step of a path for an entry of a list; any other step is a key. */
export const ENTRY = '-';

/**
 * Where the cursor is, judged by the lines alone: while somebody types, the tree is damaged just there. What is typed
 * reaches from `start` to the cursor; `end` is where the word, entry or value ends that it is part of.
 */
export interface Context {
  /**
   * `key`: where a key may begin; `entry`: behind a dash or in flow brackets, where a list goes on (with a key, if its
   * entries have keys); `value`: behind a key; `comment`; `text`: where nothing can be completed.
   */
  readonly place: 'key' | 'entry' | 'value' | 'comment' | 'text';
  /** Keys and {@link ENTRY} from the root to what is typed: the mapping of a key, the list of an entry with its ENTRY, the value's key. */
  readonly path: readonly string[];
  readonly start: number;
  readonly end: number;
  readonly typed: string;
  readonly flow: boolean;
  readonly quote: '' | '"' | "'";
  /** Keys of the mapping at hand beside this one, with the rest of their lines. */
  readonly siblings: ReadonlyMap<string, string>;
  /** Entries of the list at hand beside this one, as written. */
  readonly entries: readonly string[];
  /** Column where what is typed begins; the next lines of a mapping begin there too. */
  readonly column: number;
  /** Blanks before a key that stand in for those that were meant: what is inserted has to replace them. */
  readonly indent?: Span & { readonly newText: string };
  /** A key with its colon follows what is typed, or what is typed is part of such a key. */
  readonly hasColon: boolean;
  /** A key and its full-width colon (or one without a blank) before a value. */
  readonly oddColon?: { readonly key: string; readonly keySpan: Span; readonly colon: number };
}

interface Line {
  readonly lines: LineIndex;
  readonly number: number;
  readonly start: number;
  readonly text: string;
  /** Cursor, relative to the line. */
  readonly at: number;
  readonly tokens: LineTokens;
}

/** Any offset is allowed. */
export function contextAt(lines: LineIndex, offset: number): Context {
  const cursor = Math.max(0, Math.min(offset, lines.text.length));
  const number = lines.lineAt(cursor);
  const { start, end } = lines.lineSpan(number);
  const text = lines.text.slice(start, end);
  const tokens = tokensOf(text);
  const line: Line = { lines, number, start, text, at: Math.min(cursor, end) - start, tokens };
  return (
    flowContext(line, cursor) ??
    commentContext(line) ??
    (tokens.key && line.at > tokens.key.colon ? valueContext(line, tokens.key) : wordContext(line))
  );
}

function context(line: Line, from: number, to: number, rest: Partial<Context> & Pick<Context, 'place'>): Context {
  const { start, at, text, tokens } = line;
  const begin = Math.min(from, at);
  return {
    path: [],
    start: start + begin,
    end: start + Math.max(to, at),
    typed: text.slice(begin, at),
    flow: false,
    quote: '',
    siblings: new Map(),
    entries: [],
    column: tokens.column,
    hasColon: false,
    ...rest,
  };
}

function nowhere(line: Line): Context {
  return context(line, line.at, line.at, { place: 'text' });
}

/** A comment begins with a # at the start of the line or behind a blank, outside quotes. */
function commentContext(line: Line): Context | undefined {
  const { text, at } = line;
  let quote = '';
  for (let i = line.tokens.body; i < at; i++) {
    const sign = text.charAt(i);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if ((sign === '"' || sign === "'") && /^$|[\s[{,:]/.test(text.charAt(i - 1))) quote = sign;
    else if (sign === '#' && /^$|\s/.test(text.charAt(i - 1))) {
      return context(line, i, text.length, { place: 'comment' });
    }
  }
  return undefined;
}

function valueContext(line: Line, key: NonNullable<LineTokens['key']>): Context {
  const { text, at, tokens, start } = line;
  const path = pathOf(line, tokens, tokens.column);
  if (!path) return nowhere(line);
  const from = Math.min(key.value, at);
  const value = text.slice(from);
  if (/^[|>]/.test(value)) return nowhere(line);
  const quote = from < at && /^["']/.test(value) ? (value.charAt(0) as '"' | "'") : '';
  const own = quote === '' ? from : from + 1;
  // What is closed before the cursor is finished.
  if (quote !== '' && text.slice(own, at).includes(quote)) return nowhere(line);
  return context(line, own, quote === '' ? endOfPlain(text, from) : endOfQuoted(text, own, quote), {
    place: 'value',
    path: [...path, key.name],
    quote,
    siblings: siblingsOf(line, key.name),
    ...(key.isOdd && {
      oddColon: {
        key: key.name,
        keySpan: { start: start + key.start, end: start + key.end },
        colon: start + key.end,
      },
    }),
  });
}

/** A word without a colon before the cursor: a key that is typed, an entry of a list, or a text that goes on. */
function wordContext(line: Line): Context {
  const { text, at, tokens, number, start, lines } = line;
  const { dashes, key } = tokens;
  if (at < tokens.body) {
    // In the indentation there is something to say on an empty line only.
    if (dashes.length > 0 || text.trim() !== '') return nowhere(line);
  }
  // Right before a comment, there is no telling what is meant.
  if (text.charAt(tokens.body) === '#') return nowhere(line);
  const isEmpty = text.slice(0, at).trim() === '';
  const column = isEmpty ? columns(text.slice(0, at)) : tokens.column;
  const path = pathOf(line, tokens, column);
  if (!path) return nowhere(line);
  const from = Math.min(tokens.body, at);
  const quote = from < at && /["']/.test(text.charAt(from)) ? (text.charAt(from) as '"' | "'") : '';
  if (quote !== '' && text.slice(from + 1, at).includes(quote)) return nowhere(line);
  const to = key ? key.end : quote === '' ? endOfPlain(text, from) : endOfQuoted(text, from + 1, quote);
  const isEntry = dashes.length > 0;
  const near = neighboursOf(lines, number, isEntry ? (dashes.at(-1) ?? 0) : column, isEntry);
  const siblings = isEntry ? neighboursOf(lines, number, tokens.column, false, true).keys : near.keys;
  // A key of its own list entry stands one level deeper than the dash; on a line with odd blanks the columns of its fellows count.
  const meant = isEntry || near.keys.size > 0 ? undefined : near.nearest;
  const indent = ' '.repeat(meant ?? column);
  const isBent = !isEntry && text.slice(0, from) !== indent;
  return context(line, quote === '' ? from : from + 1, to, {
    place: isEntry ? 'entry' : 'key',
    path,
    quote,
    siblings: meant === undefined ? siblings : neighboursOf(lines, number, meant, false).keys,
    entries: near.entries,
    // A blank is still to come behind a bare dash.
    column: (meant ?? column) + (isEntry && text.charAt(from - 1) === '-' ? 1 : 0),
    hasColon: key !== undefined,
    ...(isBent && { indent: { start, end: start + from, newText: indent } }),
  });
}

/** In the brackets of a flow list or mapping, which may have been opened on a line above. */
function flowContext(line: Line, cursor: number): Context | undefined {
  const opened = openedFlow(line, cursor);
  if (!opened) return undefined;
  const { flow, path: base } = opened;
  const { text } = line.lines;
  const path = [...base];
  for (const frame of flow.frames) {
    if (frame.kind === 'list') path.push(ENTRY);
    else if (frame.key !== undefined) path.push(frame.key);
  }
  const frame = flow.frames.at(-1);
  if (!frame) return undefined;
  const start = Math.min(Math.max(frame.start, line.start), cursor);
  const ending = text.slice(cursor).search(flow.quote ? /["'\r\n]/ : /[,，\]}］｝\r\n]|[:：](?=\s|$)|\s#/);
  const end = cursor + Math.max(0, ending);
  const hasColon = /^\s*[:：]/.test(text.slice(end));
  const isList = frame.kind === 'list';
  const isKey = frame.kind === 'mapping' && frame.key === undefined;
  return {
    ...context(line, start - line.start, text.slice(cursor, end).trimEnd().length + line.at, {
      place: isList ? 'entry' : isKey ? 'key' : 'value',
      path,
      flow: true,
      quote: flow.quote,
      entries: isList ? otherEntries(text, frame, cursor) : [],
      siblings: isKey ? new Map(otherKeys(text, frame, cursor).map((key) => [key, ''])) : opened.siblings,
      hasColon: isKey && hasColon,
    }),
  };
}

/** Lines above the cursor that are searched for the bracket that opens a value. */
const MAX_FLOW_LINES = 40;

function openedFlow(
  { lines, number }: Line,
  cursor: number,
): { flow: Flow; path: readonly string[]; siblings: ReadonlyMap<string, string> } | undefined {
  for (let at = number; at >= Math.max(0, number - MAX_FLOW_LINES); at--) {
    const { start, end } = lines.lineSpan(at);
    const text = lines.text.slice(start, end);
    const tokens = tokensOf(text);
    const value = tokens.key ? tokens.key.value : tokens.body;
    if (/^[[{［｛]/.test(text.slice(value)) && start + value < cursor) {
      const flow = flowAt(lines.text, start + value, cursor);
      if (!flow) return undefined;
      const line: Line = { lines, number: at, start, text, at: text.length, tokens };
      const path = pathOf(line, tokens, tokens.column);
      if (!path) return undefined;
      const own = tokens.key ? [...path, tokens.key.name] : path;
      return { flow, path: own, siblings: siblingsOf(line, tokens.key?.name ?? '') };
    }
    // A line of a flow value ends with a comma or has no key.
    if (tokens.dashes.length > 0 || (tokens.key && !/[,，]\s*$/.test(text))) return undefined;
    if (text.trim() === '' && at < number) return undefined;
  }
  return undefined;
}

/** The path of the mapping or list that the line's own key or entry belongs to; undefined within a text. */
function pathOf({ lines, number }: Line, { dashes }: LineTokens, column: number): string[] | undefined {
  const [outer] = dashes;
  const ancestors = ancestorsOf(lines, number, outer ?? column, outer !== undefined);
  return ancestors && [...ancestors, ...dashes.map(() => ENTRY)];
}

/** The other keys of the mapping that a line's key belongs to. */
function siblingsOf({ lines, number, tokens }: Line, own: string): Map<string, string> {
  const near = neighboursOf(lines, number, tokens.column, false, tokens.dashes.length > 0).keys;
  const keys = new Map(near);
  keys.delete(own);
  return keys;
}

/** Where a plain value ends: before a comment and blanks. */
function endOfPlain(text: string, from: number): number {
  const comment = text.slice(from).search(/(?:^|\s)#/);
  const end = comment < 0 ? text.length : from + comment;
  return from + text.slice(from, end).trimEnd().length;
}

function endOfQuoted(text: string, from: number, quote: string): number {
  const close = text.indexOf(quote, from);
  return close < 0 ? endOfPlain(text, from) : close;
}
