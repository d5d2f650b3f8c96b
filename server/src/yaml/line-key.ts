import type { Span } from '../text/span';
import { blankName, edit, isOddBlank, matchAt, stepOver } from './characters';
import type { Fault } from './faults';
import type { Vocabulary } from './vocabulary';

/** A key as it stands in a line, without its colon. */
export interface LineKey extends Span {
  readonly name: string;
}

export interface KeyAndValue {
  readonly key: LineKey | undefined;
  readonly value: Span;
  readonly fault: Fault | undefined;
}

const PLAIN_KEY = /[^\s\-?:,[\]{}#&*!|>'"%@`：][^\s:：#"'[\]{}，。；]{0,29}/uy;
const FULLWIDTH_COLON = /[：﹕∶︓]/;
const COLON_VARIANT = /[ \t\u3000]*(?::?[：﹕∶︓]+:?|::+)/uy;
const BLANKS = /[ \t]*/y;
const BLANKS_BEFORE_VALUE = /[ \t\u3000]*/y;

/**
 * Reads the key and the value of a line from `at`, and what is wrong with the colon between them.
 * The value ends before trailing blanks. A comment behind it stays in it: only the parser can tell.
 * @param expected true for a name that must be a key here
 */
export function readKey(
  text: string,
  at: number,
  end: number,
  vocabulary: Vocabulary,
  expected: (name: string) => boolean,
): KeyAndValue {
  const found = keyAt(text, at, end);
  const read = found && (splitKey(text, found, end, vocabulary) ?? withColon(text, found, end, expected));
  const from = read ? read.from : at;
  let valueEnd = end;
  while (valueEnd > from && /[ \t]/.test(text[valueEnd - 1] ?? '')) valueEnd--;
  const gap = read ? (matchAt(BLANKS_BEFORE_VALUE, text, from) ?? '').length : 0;
  const value = { start: Math.min(from + gap, valueEnd), end: valueEnd };
  return { key: read?.key, value, fault: read?.fault };
}

interface KeyRead {
  readonly key: LineKey;
  /** Behind the colon. */
  readonly from: number;
  readonly fault?: Fault;
}

/** The key, if a colon follows it, or what was meant for one. */
function withColon(text: string, key: LineKey, end: number, expected: (name: string) => boolean): KeyRead | undefined {
  const variant = matchAt(COLON_VARIANT, text, key.end);
  if (variant && key.end + variant.length <= end && expected(key.name)) return wrongColon(text, key, variant, end);
  const colon = key.end + (matchAt(BLANKS, text, key.end) ?? '').length;
  if (text[colon] !== ':' || colon >= end) return undefined;
  const from = colon + 1;
  const next = text[from];
  if (from >= end || next === ' ' || next === '\t') return { key, from };
  if (isOddBlank(next)) {
    const span = { start: from, end: stepOver(text, from, end) };
    const repair = [{ span, newText: span.end < end ? ' ' : '' }];
    return {
      key,
      from,
      fault: { kind: 'odd-blank', span, data: { blank: blankName(next ?? '') }, repair, fixable: true },
    };
  }
  if (!expected(key.name) || text.startsWith('//', from)) return undefined;
  if (isStraySign(text.slice(from, end))) {
    const fault = strayFault(text, { start: from, end: from + 1 }, ' ');
    return { key, from: from + 1, fault: { ...fault, fixable: false } };
  }
  const span = { start: key.start, end: from };
  const repair = [edit(from, from, ' ')];
  return { key, from, fault: { kind: 'colon-without-blank', span, data: { key: key.name }, repair, fixable: true } };
}

/** A full-width colon, beside an ASCII one perhaps, or several colons. */
function wrongColon(text: string, key: LineKey, variant: string, end: number): KeyRead {
  const from = key.end + variant.length;
  const valueStart = stepOver(text, from, end);
  const repair = [edit(key.end, valueStart, valueStart < end ? ': ' : ':')];
  const at = variant.search(FULLWIDTH_COLON);
  if (at < 0) {
    const span = { start: from - 1, end: from };
    return { key, from, fault: { kind: 'unreadable', span, data: { sign: ':' }, repair, fixable: true } };
  }
  const span = { start: key.end + at, end: key.end + at + 1 };
  const data = { key: key.name, odd: text[span.start] ?? '：' };
  return { key, from, fault: { kind: 'fullwidth-colon', span, data, repair, fixable: true } };
}

/** A colon that got into a known key. */
function splitKey(text: string, key: LineKey, end: number, vocabulary: Vocabulary): KeyRead | undefined {
  const rest = /^[:：]([^\s:：]{1,10}):(?:[ \t]|$)/.exec(text.slice(key.end, Math.min(end, key.end + 20)))?.[1];
  const name = key.name + (rest ?? '');
  if (rest === undefined || vocabulary.keys.has(key.name) || !vocabulary.keys.has(name)) return undefined;
  const colon = key.end + 1 + rest.length;
  const fault = strayFault(text, { start: key.end, end: key.end + 1 }, '');
  return { key: { start: key.start, end: colon, name }, from: colon + 1, fault };
}

/** True where a value right behind the colon begins with a sign that no value begins with, or that is never closed. */
function isStraySign(value: string): boolean {
  if (/^["'](?!.*["'].)/.test(value)) return !value.endsWith(value[0] ?? '') || value.length < 2;
  if (/^[[{]/.test(value)) return (value.match(/[[{]/g)?.length ?? 0) > (value.match(/[\]}]/g)?.length ?? 0);
  return /^[@`%*&!|>,\]}#]/.test(value);
}

function keyAt(text: string, at: number, end: number): LineKey | undefined {
  const quote = text[at];
  if (quote === '"' || quote === "'") {
    const close = text.indexOf(quote, at + 1);
    if (close < 0 || close >= end || !/^[ \t]*:(?:[ \t]|$)/.test(text.slice(close + 1, end))) return undefined;
    return { start: at, end: close + 1, name: text.slice(at + 1, close) };
  }
  const name = matchAt(PLAIN_KEY, text, at);
  if (
    name &&
    at + name.length <= end &&
    /^[ \t\u3000]*[:：﹕∶︓]/.test(text.slice(at + name.length, at + name.length + 4))
  ) {
    return { start: at, end: at + name.length, name };
  }
  // Any other text before ": " is a key too (it may hold punctuation that the quick pattern leaves out).
  const colon = text.slice(at, end).search(/:(?:[ \t]|$)/);
  if (colon <= 0 || /^[#[\]{}&*!|>%@`]/.test(text.slice(at, at + 1)) || /\s#/.test(text.slice(at, at + colon)))
    return undefined;
  const keyEnd = at + text.slice(at, at + colon).trimEnd().length;
  return { start: at, end: keyEnd, name: text.slice(at, keyEnd) };
}

/** A character that has no business where it stands; blanks behind it go with it. */
export function strayFault(text: string, span: Span, newText: string): Fault {
  const end = /[ \t]/.test(text[span.end] ?? '') ? stepOver(text, span.end, text.length) : span.end;
  const data = { sign: text.slice(span.start, span.end) };
  return { kind: 'unreadable', span, data, repair: [edit(span.start, end, newText)], fixable: true };
}

/** True where a known key and some colon stand at `at`: then a dash before it was meant as that of a list. */
export function startsEntry(text: string, at: number, end: number, vocabulary: Vocabulary): boolean {
  const start = stepOver(text, at, end);
  const key = start < end ? keyAt(text, start, end) : undefined;
  return key !== undefined && vocabulary.keys.has(key.name);
}
