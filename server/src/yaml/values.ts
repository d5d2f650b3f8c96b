import type { Span } from '../text/span';
import { edit, quoteEdit, quoteScalar } from './characters';
import type { Fault, MutableFault } from './faults';
import type { Vocabulary } from './vocabulary';

/** A block scalar's header, perhaps with a comment. */
const BLOCK_HEADER = /^[|>][-+0-9]*(?:[ \t]+#.*)?$/;
const FULLWIDTH_QUOTE = /[“”＂‘’]/;
/** A key (after a dash, perhaps) behind a run of blanks that looks like an indentation. */
const JOINED = /(?<![ \t])[ \t]{2,}(?:- +)?["']?([^\s:：#"'[\]{},]{1,20})["']?:(?=[ \t]|$)/g;
const DASHED = /^- +["']?([^\s:：#"'[\]{},]{1,20})["']?:(?=[ \t]|$)/;

export function isBlockHeader(text: string, { start, end }: Span): boolean {
  return BLOCK_HEADER.test(text.slice(start, Math.min(end, start + 80)));
}

/** True where the value is still to come on the lines below. */
export function isOpen(text: string, { start, end }: Span): boolean {
  return start >= end || text[start] === '#' || /^[&!][^\s]*$/.test(text.slice(start, end));
}

/**
 * Where a line was joined to this value because the break between them got lost: the start of that line's indentation.
 * @param span the value; it may begin with the dash of such a line
 */
export function joinedAt(text: string, span: Span, vocabulary: Vocabulary): number | undefined {
  const value = text.slice(span.start, span.end);
  if (!value.includes(':')) return undefined;
  const dashed = DASHED.exec(value)?.[1];
  if (dashed !== undefined && vocabulary.keys.has(dashed)) {
    let blanks = span.start;
    while (text[blanks - 1] === ' ') blanks--;
    return blanks;
  }
  for (const match of value.matchAll(JOINED)) {
    if (vocabulary.keys.has(match[1] ?? '')) return span.start + match.index;
  }
  return undefined;
}

/** Puts the break back; the edit takes in the character before it, so that it belongs to the line that ends there. */
export function joinedFault(text: string, at: number, end: number, lineBreak: string): MutableFault {
  const rest = /^[ \t]*(?:- +)?[^:]*:/.exec(text.slice(at, Math.min(end, at + 400)))?.[0] ?? '';
  const blanks = rest.length - rest.trimStart().length;
  const repair = [edit(at - 1, at, `${text[at - 1] ?? ''}${lineBreak}`)];
  return { kind: 'unreadable', span: { start: at + blanks, end: at + rest.length }, repair, fixable: true };
}

/** What is wrong with a plain scalar's first line: `fault` in any case, `suspect` if the parser rejects it. */
export function plainFault(
  text: string,
  span: Span,
  listKey: string | undefined,
  vocabulary: Vocabulary,
): { fault?: Fault; suspect?: Fault } {
  const value = text.slice(span.start, span.end);
  const first = value[0] ?? '';
  const at = { start: span.start, end: span.start + 1 };
  const textList = listKey !== undefined && vocabulary.textLists.has(listKey);
  if (FULLWIDTH_QUOTE.test(first) && isQuotation(value, textList)) {
    const inner = value.slice(1, /[“”＂‘’]$/.test(value) ? -1 : undefined);
    const repair = [{ span, newText: quoteScalar(inner) }];
    return { fault: { kind: 'fullwidth-quote', span: at, data: { odd: first }, repair, fixable: true } };
  }
  const sign = /^(?:[@`%*&!|>,\]}]|\?[ \t])/.exec(value)?.[0][0];
  const repair = [quoteEdit(text, span)];
  if (sign !== undefined)
    return { suspect: { kind: 'reserved-start', span: at, data: { sign }, repair, fixable: true } };
  const colon = value.search(/:(?:[ \t]|$)/);
  if (colon < 0) return {};
  const colonSpan = { start: span.start + colon, end: span.start + colon + 1 };
  return { suspect: { kind: 'colon-in-text', span: colonSpan, repair, fixable: true } };
}

/** A value that is one quotation from end to end was meant as a quoted scalar; a sentence may well begin with “. */
function isQuotation(value: string, textList: boolean): boolean {
  const inner = value.slice(1);
  const close = inner.search(FULLWIDTH_QUOTE);
  return close < 0 ? !textList : close === inner.length - 1;
}
