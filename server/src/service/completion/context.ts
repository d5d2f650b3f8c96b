import type { LineIndex } from '../../text/lines';
import type { Span } from '../../text/span';
import type { LineTokens } from './line-tokens';
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

/** The line that the cursor is on, or one above it that opens the value at hand. */
export interface Line {
  readonly lines: LineIndex;
  readonly number: number;
  readonly start: number;
  readonly text: string;
  /** Cursor, relative to the line. */
  readonly at: number;
  readonly tokens: LineTokens;
}

/** A context on a line, all that is not said being nothing. @param from relative to the line, as is `to` */
export function context(
  line: Line,
  from: number,
  to: number,
  rest: Partial<Context> & Pick<Context, 'place'>,
): Context {
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

/** The path of the mapping or list that the line's own key or entry belongs to; undefined within a text. */
export function pathOf({ lines, number }: Line, { dashes }: LineTokens, column: number): string[] | undefined {
  const [outer] = dashes;
  const ancestors = ancestorsOf(lines, number, outer ?? column, outer !== undefined);
  return ancestors && [...ancestors, ...dashes.map(() => ENTRY)];
}

/** The other keys of the mapping that a line's key belongs to. */
export function siblingsOf({ lines, number, tokens }: Line, own: string): Map<string, string> {
  const near = neighboursOf(lines, number, tokens.column, false, tokens.dashes.length > 0).keys;
  const keys = new Map(near);
  keys.delete(own);
  return keys;
}
