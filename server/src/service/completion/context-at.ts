import type { LineIndex } from '../../text/lines';
import { columns } from '../../yaml/characters';
import { type Context, context, type Line, pathOf, siblingsOf } from './context';
import { flowContext } from './flow-context';
import { type LineTokens, tokensOf } from './line-tokens';
import { neighboursOf } from './line-tree';

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
