import type { Span } from '../text/span';
import { edit, endOfLine, nextLine } from './characters';
import type { Fault } from './faults';

/** True for `---`, `...` and, before any content, directives. */
export function isDocumentMarker(text: string, start: number, empty: boolean): boolean {
  return (empty && text[start] === '%') || /^(?:---|\.\.\.)(?:\s|$)/.test(text.slice(start, start + 4));
}

/** True where nothing but blanks, comments and document markers follows. */
export function endsHere(text: string, from: number): boolean {
  for (let at = from; at < text.length; ) {
    const end = endOfLine(text, at);
    const line = text.slice(at, end).trim();
    if (line !== '' && !line.startsWith('#') && line !== '---' && line !== '...') return false;
    at = nextLine(text, end);
  }
  return true;
}

export interface Conflict {
  readonly fault: Fault;
  /** The version to go on with. */
  readonly ours: Span;
  /** Behind the closing marker. */
  readonly end: number;
  readonly closed: boolean;
}

/**
 * The trace of a merge conflict that opens on this line; the first version stays.
 * @param hasEnd false where it is known that no conflict closes from here on, so that nothing is searched for it
 */
export function findConflict(text: string, line: Span, afterLine: number, hasEnd: boolean): Conflict | undefined {
  if (!/^<{7}(?:\s|$)/.test(text.slice(line.start, line.start + 8))) return undefined;
  const middle = hasEnd ? find(text, afterLine, /^(?:\|{7}|={7})(?:\s|$)/gm) : undefined;
  const closing = middle === undefined ? undefined : find(text, middle, /^>{7}(?:\s|$)/gm);
  const repair = [edit(line.start, afterLine, '')];
  const end = closing === undefined ? afterLine : nextLine(text, endOfLine(text, closing));
  if (middle !== undefined && closing !== undefined) repair.push(edit(middle, end, ''));
  const closed = closing !== undefined;
  const fault: Fault = { kind: 'conflict-marker', span: line, repair, fixable: false };
  return { fault, ours: { start: afterLine, end: closed ? (middle ?? afterLine) : afterLine }, end, closed };
}

function find(text: string, from: number, pattern: RegExp): number | undefined {
  pattern.lastIndex = from;
  return pattern.exec(text)?.index;
}
