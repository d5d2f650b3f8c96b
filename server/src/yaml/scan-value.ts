import type { Span } from '../text/span';
import { endOfLine, nextLine, quoteEdit, stepOver } from './characters';
import type { Fault } from './faults';
import { scanFlow, scanQuoted } from './flow';
import { isBlockHeader, isOpen, joinedAt, plainFault } from './values';
import type { Vocabulary } from './vocabulary';

/** Where a value stands and what may end it. */
export interface ValueContext {
  readonly text: string;
  readonly stop: number;
  readonly vocabulary: Vocabulary;
  /** The key that the value stands under, or whose list it is an entry of. */
  readonly listKey: string | undefined;
  /** Column of the collection that the value belongs to; -1 for none. */
  readonly column: number;
  /** True for a line that begins with a known key. */
  readonly hasKey: (line: Span) => boolean;
}

export interface ScannedValue {
  /** Where the next line starts; with `joined`, the line that was joined to the value. */
  readonly next: number;
  readonly joined: boolean;
  readonly faults: readonly Fault[];
  readonly suspects: readonly Fault[];
  /** True where the nesting is too deep for a parser. */
  readonly tooDeep: boolean;
}

/**
 * Steps over the scalar or flow collection that starts on a line.
 * @param next where the next line starts
 */
export function scanValue(context: ValueContext, value: Span, next: number): ScannedValue {
  const { text, vocabulary, listKey, column } = context;
  const nothing = { next, joined: false, faults: [], suspects: [], tooDeep: false };
  const first = text[value.start] ?? '';
  const joined = joinedAt(text, value, vocabulary);
  if (joined !== undefined && !/["'[{#]/.test(first)) return { ...nothing, next: joined, joined: true };
  if (isOpen(text, value)) return nothing;
  if (isBlockHeader(text, value)) {
    return { ...nothing, next: skipWhile(context, next, ({ start }) => indentAt(text, start) > column) };
  }
  const names = listKey !== undefined && vocabulary.nameLists.has(listKey);
  const isEntryLine = (at: number) => isEntry(context, at);
  if (first === '[' || first === '{' || (names && /[［【｛]/.test(first))) {
    const { end, ...found } = scanFlow(text, value.start, listKey, vocabulary, isEntryLine);
    return { ...found, ...behind(context, end) };
  }
  if (first === '"' || first === "'") {
    const { end, ...found } = scanQuoted(text, value.start, isEntryLine);
    const after = behind(context, end);
    const rest = text.slice(end, endOfLine(text, end)).trim();
    const closed = found.suspects.length === 0 && end <= value.end;
    if (!closed || after.joined || rest === '' || rest.startsWith('#')) return { ...found, ...after };
    const span = { start: value.start, end: value.start + 1 };
    const repair = [quoteEdit(text, value)];
    return { ...nothing, suspects: [{ kind: 'reserved-start', span, data: { sign: first }, repair, fixable: true }] };
  }
  const { fault, suspect } = plainFault(text, value, listKey, vocabulary);
  // A plain scalar goes on in lines that are deeper and no entries of their own.
  const goesOn = (line: Span) => {
    const indent = indentAt(text, line.start);
    return indent > column && text[line.start + indent] !== '#' && !context.hasKey(line);
  };
  return {
    ...nothing,
    next: skipWhile(context, next, goesOn),
    faults: fault ? [fault] : [],
    suspects: suspect ? [suspect] : [],
  };
}

/** The next line behind a quoted scalar or flow collection, or the one that was joined to it. */
function behind({ text, vocabulary }: ValueContext, valueEnd: number): { next: number; joined: boolean } {
  const end = endOfLine(text, valueEnd);
  const joined = joinedAt(text, { start: valueEnd, end }, vocabulary);
  return joined === undefined ? { next: nextLine(text, end), joined: false } : { next: joined, joined: true };
}

/** Behind the lines from `from` on that are inside; blank ones at their end are left out. */
function skipWhile({ text, stop }: ValueContext, from: number, inside: (line: Span) => boolean): number {
  let behindLast = from;
  for (let at = from; at < stop; ) {
    const end = endOfLine(text, at);
    const blank = stepOver(text, at, end) >= end;
    if (!blank && !inside({ start: at, end })) break;
    at = nextLine(text, end);
    if (!blank) behindLast = at;
  }
  return behindLast;
}

/** True where a line starts with a known key (after a dash, perhaps) no deeper than the value's, or ends the document. */
function isEntry({ text, vocabulary, column }: ValueContext, start: number): boolean {
  const indent = indentAt(text, start);
  if (indent > column + 1) return false;
  const line = text.slice(start + indent, Math.min(endOfLine(text, start), start + indent + 48));
  if (/^(?:---|\.\.\.)(?:\s|$)/.test(line) && indent === 0) return true;
  const key = /^(?:-[ \t]+)?["']?([^\s:：\]},"']{1,20})["']?[ \t]*[:：]/.exec(line)?.[1];
  return key !== undefined && vocabulary.keys.has(key);
}

function indentAt(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at++;
  return at - start;
}
