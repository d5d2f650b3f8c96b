import type { Span, TextEdit } from '../text/span';
import type { Fault, FaultKind } from './faults';
import type { Vocabulary } from './vocabulary';

/** Width in columns that a blank in an indentation was meant to have; a tab and an ideographic space stand for two. */
const BLANK_WIDTH: Readonly<Record<string, number>> = { '\t': 2, '\u3000': 2, '\u200b': 0, '\ufeff': 0 };
export const LEADING = /[ \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]*/y;
const ODD_DASH = /[－—–‐−](?=[ \t\u3000])|[－–‐−](?=["'\p{L}])/uy;
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/;
const PLAIN_KEY = /[^\s\-?:,[\]{}#&*!|>'"%@`：][^\s:：#"'[\]{}，。；]{0,29}/uy;
const COLON_VARIANT = /[ \t\u3000]*(?::?[：﹕∶︓]+:?|::+)/uy;

/** Deeper nesting than this is no document of ours; parsers recurse, so it is refused before they see it. */
export const MAX_DEPTH = 64;

/** The structure of one line: indentation, dashes of lists, key and value; offsets are absolute. */
export interface LineShape {
  /** Columns before the first dash or key, as meant (odd blanks counted by BLANK_WIDTH). */
  readonly indent: number;
  /** Everything before the first dash or key. */
  readonly lead: Span;
  readonly dashes: number[];
  key?: Span & { readonly name: string };
  /** The value on this line, without trailing blanks; empty where nothing follows. */
  value: Span;
  readonly faults: Fault[];
}

/** Something to step over when a line is read: a character that got between, and what it stands for. */
export interface Slip {
  readonly span: Span;
  /** `blank`: it replaced one. `nothing`: it came in between. `dash`: it replaced the dash of a list. */
  readonly for: 'blank' | 'nothing' | 'dash';
}

export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

function fault(kind: FaultKind, span: Span, repair: TextEdit[], data?: Fault['data']): Fault {
  return { kind, span, repair, fixable: true, ...(data && { data }) };
}

/** What a line can be read by: the words of the language, and what is open where it stands. */
export interface LineContext {
  readonly vocabulary: Vocabulary;
  /** The key whose list the line's dash would belong to, if any. */
  readonly listKey: string | undefined;
  /** True where a mapping is open at this column, so that a line must have a key. */
  readonly inMapping: (indent: number) => boolean;
}

/** Reads the shape of a line and the slips of the keyboard in it (full-width colon, dash, blanks). */
export function readLine(text: string, span: Span, context: LineContext, slip?: Slip): LineShape {
  const { vocabulary, listKey, inMapping } = context;
  const faults: Fault[] = [];
  let at = stepOver(text, span.start, span.end);
  let indent = columns(text.slice(span.start, at));
  const dashes: number[] = [];
  if (slip?.span.start === at) {
    if (slip.for === 'dash') {
      dashes.push(at);
      faults.push(strayFault(text, slip.span, '- '));
      at = stepOver(text, slip.span.end, span.end);
    } else {
      const from = slip.span.end;
      at = stepOver(text, from, span.end);
      indent +=
        columns(text.slice(from, at)) + (slip.for === 'blank' ? [...text.slice(slip.span.start, from)].length : 0);
    }
  }
  const leadEnd = dashes[0] ?? at;
  const shape: LineShape = {
    indent,
    lead: { start: span.start, end: leadEnd },
    dashes,
    value: { start: at, end: at },
    faults,
  };

  // More dashes than that are nested too deep anyway.
  while (at < span.end && dashes.length <= MAX_DEPTH) {
    const odd = matchAt(ODD_DASH, text, at);
    if (odd && (shape.dashes.length > 0 || startsEntry(text, at + 1, span.end, vocabulary))) {
      const blank = /[ \t]/.test(text[at + 1] ?? '');
      faults.push(fault('fullwidth-dash', { start: at, end: at + 1 }, [edit(at, at + 1, blank ? '-' : '- ')], { odd }));
    } else if (text[at] !== '-') {
      break;
    } else if (at + 1 < span.end && !/[ \t\u3000\u00a0]/.test(text[at + 1] ?? '')) {
      if (text.startsWith('--', at) || !startsEntry(text, at + 1, span.end, vocabulary)) break;
      faults.push(fault('dash-without-blank', { start: at, end: at + 1 }, [edit(at + 1, at + 1, ' ')]));
    }
    shape.dashes.push(at);
    at++;
    const gap = matchAt(LEADING, text, at) ?? '';
    const oddGap = /[^ \t]/.exec(gap);
    if (oddGap && at + gap.length <= span.end) {
      const gapSpan = { start: at, end: at + gap.length };
      faults.push(fault('odd-blank', gapSpan, [{ span: gapSpan, newText: ' ' }], { blank: blankName(oddGap[0]) }));
    }
    at = Math.min(at + gap.length, span.end);
    if (slip?.span.start === at) {
      faults.push(strayFault(text, slip.span, ''));
      at = stepOver(text, slip.span.end, span.end);
    }
  }

  const textList = shape.dashes.length > 0 && listKey !== undefined && vocabulary.textLists.has(listKey);
  const mustHaveKey = shape.dashes.length === 0 && inMapping(shape.indent);
  readKey(text, at, span.end, shape, vocabulary, (name) => mustHaveKey || (!textList && vocabulary.keys.has(name)));
  return shape;
}

/** The value ends before trailing blanks. A comment behind the value stays in it: only the parser can tell. */
function readKey(
  text: string,
  at: number,
  end: number,
  shape: LineShape,
  vocabulary: Vocabulary,
  expected: (name: string) => boolean,
): void {
  const key = keyAt(text, at, end);
  let valueStart = at;
  const split = key && splitKey(text, key, end, vocabulary);
  if (split) {
    const [stray, whole, colon] = split;
    shape.faults.push(strayFault(text, stray, ''));
    shape.key = whole;
    valueStart = colon + 1;
  } else if (key) {
    const after = key.end;
    const variant = matchAt(COLON_VARIANT, text, after);
    const blanks = /[ \t]*/y;
    const colon = after + (matchAt(blanks, text, after) ?? '').length;
    if (variant && after + variant.length <= end && expected(key.name)) {
      valueStart = after + variant.length;
      const gap = (matchAt(LEADING, text, valueStart) ?? '').length;
      const newText = valueStart + gap < end ? ': ' : ':';
      const replaced = { start: after, end: Math.min(valueStart + gap, end) };
      const odd = after + Math.max(0, variant.search(/[：﹕∶︓]/));
      const doubled = !/[：﹕∶︓]/.test(variant);
      shape.faults.push(
        doubled
          ? {
              ...strayFault(text, { start: valueStart - 1, end: valueStart }, ''),
              repair: [{ span: replaced, newText }],
            }
          : fault('fullwidth-colon', { start: odd, end: odd + 1 }, [{ span: replaced, newText }], {
              key: key.name,
              odd: text[odd] ?? '：',
            }),
      );
      shape.key = key;
    } else if (text[colon] === ':' && colon < end) {
      const next = text[colon + 1];
      valueStart = colon + 1;
      if (colon + 1 >= end || next === ' ' || next === '\t') {
        shape.key = key;
      } else if (next !== undefined && ODD_BLANK.test(next)) {
        const gap = (matchAt(LEADING, text, valueStart) ?? '').length;
        const gapSpan = { start: valueStart, end: Math.min(valueStart + gap, end) };
        const repair = [{ span: gapSpan, newText: gapSpan.end < end ? ' ' : '' }];
        shape.faults.push(fault('odd-blank', gapSpan, repair, { blank: blankName(next) }));
        shape.key = key;
      } else if (expected(key.name) && isStraySign(text.slice(valueStart, end))) {
        const span = { start: valueStart, end: valueStart + 1 };
        shape.faults.push({ ...strayFault(text, span, ' '), fixable: false });
        valueStart++;
        shape.key = key;
      } else if (expected(key.name) && !text.startsWith('//', valueStart)) {
        shape.faults.push(
          fault('colon-without-blank', { start: key.start, end: colon + 1 }, [edit(valueStart, valueStart, ' ')], {
            key: key.name,
          }),
        );
        shape.key = key;
      } else {
        valueStart = at;
      }
    }
  }
  const gap = shape.key ? (matchAt(/[ \t\u3000]*/y, text, valueStart) ?? '').length : 0;
  let valueEnd = end;
  while (valueEnd > valueStart && /[ \t]/.test(text[valueEnd - 1] ?? '')) valueEnd--;
  shape.value = { start: Math.min(valueStart + gap, valueEnd), end: valueEnd };
}

/** A colon that got into a known key: the colon, the whole key, and the place of the colon that was meant. */
function splitKey(
  text: string,
  key: Span & { name: string },
  end: number,
  vocabulary: Vocabulary,
): [Span, Span & { name: string }, number] | undefined {
  const rest = /^([:：])([^\s:：]{1,10}):(?:[ \t]|$)/.exec(text.slice(key.end, Math.min(end, key.end + 20)));
  const name = key.name + (rest?.[2] ?? '');
  if (!rest || vocabulary.keys.has(key.name) || !vocabulary.keys.has(name)) return undefined;
  const colon = key.end + 1 + (rest[2] ?? '').length;
  return [{ start: key.end, end: key.end + 1 }, { start: key.start, end: colon, name }, colon];
}

/** True where a value right behind the colon begins with a sign that no value begins with, or that is never closed. */
function isStraySign(value: string): boolean {
  if (/^["'](?!.*["'].)/.test(value)) return !value.endsWith(value[0] ?? '') || value.length < 2;
  if (/^[[{]/.test(value)) return (value.match(/[[{]/g)?.length ?? 0) > (value.match(/[\]}]/g)?.length ?? 0);
  return /^[@`%*&!|>,\]}#]/.test(value);
}

function keyAt(text: string, at: number, end: number): (Span & { name: string }) | undefined {
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

/** Behind the blanks that stand at `at`. */
export function stepOver(text: string, at: number, end: number): number {
  return Math.min(at + (matchAt(LEADING, text, at) ?? '').length, end);
}

function columns(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width += BLANK_WIDTH[blank] ?? 1;
  return width;
}

/** A character that has no business where it stands; blanks behind it go with it. */
export function strayFault(text: string, span: Span, newText: string): Fault {
  const end = /[ \t]/.test(text[span.end] ?? '') ? stepOver(text, span.end, text.length) : span.end;
  const data = { sign: text.slice(span.start, span.end) };
  return { kind: 'unreadable', span, data, repair: [edit(span.start, end, newText)], fixable: true };
}

/** True where a known key and some colon stand at `at`: then a dash before it was meant as that of a list. */
export function startsEntry(text: string, at: number, end: number, vocabulary: Vocabulary): boolean {
  const start = at + (matchAt(LEADING, text, at) ?? '').length;
  const key = start < end ? keyAt(text, start, end) : undefined;
  return key !== undefined && vocabulary.keys.has(key.name);
}

export function edit(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

/** The name that a person knows the blank by. */
export function blankName(blank: string): string {
  if (blank === '\u3000') return '全角空格';
  if (blank === '\t') return '制表符';
  return '不间断空格等特殊空格';
}

export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** The text as a quoted scalar: double quotes unless that would need escapes. */
export function quoteScalar(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Quotes a span of the file. */
export function quoteEdit(text: string, span: Span): { span: Span; newText: string } {
  return { span, newText: quoteScalar(text.slice(span.start, span.end)) };
}

/** Where the line starts that follows the one whose text ends at `lineEnd`. */
export function nextLine(text: string, lineEnd: number): number {
  return Math.min(lineEnd + (text[lineEnd] === '\r' ? 2 : 1), text.length);
}
