import type { Span, TextEdit } from '../text/span';
import { CLAUSE_MARK, type Hunk } from './align';
import { commonPrefix, commonSuffix } from './common-ends';
import { normalizeText } from './similarity';

/** The two texts of an alignment. */
export interface TextPair {
  readonly a: string;
  readonly b: string;
}

/** What a change amounts to: a slip of the pen, a whole clause dropped or added, or another wording. */
export type ChangeClass = 'typo' | 'clause' | 'wording';

/** Equal characters on each side that vouch for a typo, and the stretch of text in which to look for them. */
const TYPO_CONTEXT = 4;
const CONTEXT_WINDOW = 24;
/** Shortest clause that counts as one, in letters and characters. */
const MIN_CLAUSE = 6;

/** Numbers are a matter of thresholds, not of spelling. */
const NUMERAL = /[\p{N}一二三四五六七八九十百千万亿两半]/u;
/** Left out or put in on purpose: particles, conjunctions, modals, levels. */
const OPTIONAL =
  '的地得者之了着过和与及或并且而则即等本各该其所以为将把被由从向往至到在于对就已未均都应须要可能会也还又再只仅更最较很市县区省乡镇性化率类内外中上下前后时员';
/** One character of a group for another of it is another word, not a slip. */
const EXCHANGED = [
  '区县市省乡镇旗',
  '和与及或并',
  '应须需要得可能',
  '局委办部厅',
  '实推施',
  '审核查',
  '规纪',
  '的地得',
  '上下内外前后',
  '年月日周',
  '未不无',
];

const TEXT_UNIT = /[\p{L}\p{N}]/u;

/**
 * Tells what a change amounts to; null for an equal hunk. A `clause` is a change of six characters or more that takes in
 * a whole clause of either text (between ，。；： or brackets; 、 only parts words). A `typo` is one character written for
 * another, left out, doubled or put in, or two swapped, with four equal characters on either side, and neither a numeral
 * nor a particle, a level or another word that drafters exchange on purpose.
 */
export function classify(hunk: Hunk, texts: TextPair): ChangeClass | null {
  if (hunk.kind === 'equal') return null;
  if (holdsClause(texts.a, hunk.aSpan) || holdsClause(texts.b, hunk.bSpan)) return 'clause';
  return isTypo(hunk, texts) ? 'typo' : 'wording';
}

/**
 * The smallest edit of `b` that makes it read like `a` at this hunk, with the punctuation that `a` has around it.
 * On an equal hunk it changes nothing.
 */
export function restoration(hunk: Hunk, { a, b }: TextPair): TextEdit {
  if (hunk.kind === 'equal') return { span: { start: hunk.bSpan.start, end: hunk.bSpan.start }, newText: '' };
  const wanted = withMarks(a, hunk.aSpan);
  const standing = withMarks(b, hunk.bSpan);
  const newText = a.slice(wanted.start, wanted.end);
  const oldText = b.slice(standing.start, standing.end);
  const head = commonPrefix(newText, oldText);
  const tail = commonSuffix(newText.slice(head), oldText.slice(head));
  return {
    span: { start: standing.start + head, end: standing.end - tail },
    newText: newText.slice(head, newText.length - tail),
  };
}

function holdsClause(text: string, span: Span): boolean {
  const around = withPunctuation(text, span);
  const opens = around.start === 0 || CLAUSE_MARK.test(text.slice(around.start, span.start));
  const closes = around.end === text.length || CLAUSE_MARK.test(text.slice(span.end, around.end));
  const inner = text.slice(span.start, span.end);
  if (opens && closes && normalizeText(inner).length >= MIN_CLAUSE) return true;
  const clauses = inner.split(CLAUSE_MARK);
  const whole = clauses.slice(opens ? 0 : 1, closes ? clauses.length : -1);
  return whole.some((clause) => normalizeText(clause).length >= MIN_CLAUSE);
}

function isTypo(hunk: Hunk, { a, b }: TextPair): boolean {
  const required = normalizeText(hunk.aText);
  const actual = normalizeText(hunk.bText);
  if (Math.max(required.length, actual.length) > 2 || NUMERAL.test(required + actual)) return false;
  const before = contextBefore(a, hunk.aSpan.start);
  const after = contextAfter(a, hunk.aSpan.end);
  if (before !== contextBefore(b, hunk.bSpan.start) || after !== contextAfter(b, hunk.bSpan.end)) return false;
  // Shorter contexts are equal only at the edge of both texts, where the other side must vouch alone.
  if (Math.max(before.length, after.length) < TYPO_CONTEXT) return false;
  if (required.length === actual.length) {
    if (required.length === 2)
      return required.charAt(0) === actual.charAt(1) && required.charAt(1) === actual.charAt(0);
    return !EXCHANGED.some((group) => group.includes(required) && group.includes(actual));
  }
  if (required !== '' && actual !== '') return false;
  const extra = required + actual;
  const isDoubled = before.endsWith(extra) || after.startsWith(extra);
  return isDoubled || (extra.length === 1 && !OPTIONAL.includes(extra));
}

function contextBefore(text: string, offset: number): string {
  return normalizeText(text.slice(Math.max(0, offset - CONTEXT_WINDOW), offset)).slice(-TYPO_CONTEXT);
}

function contextAfter(text: string, offset: number): string {
  return normalizeText(text.slice(offset, offset + CONTEXT_WINDOW)).slice(0, TYPO_CONTEXT);
}

/** The span with the punctuation and blanks on both sides of it. */
function withPunctuation(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from > 0 && isPunctuation(text, from - 1)) from--;
  while (to < text.length && isPunctuation(text, to)) to++;
  return { start: from, end: to };
}

/** {@link withPunctuation}, but where nothing but blanks stands beside the span they stay outside. */
function withMarks(text: string, span: Span): Span {
  const { start, end } = withPunctuation(text, span);
  return {
    start: text.slice(start, span.start).trim() === '' ? span.start : start,
    end: text.slice(span.end, end).trim() === '' ? span.end : end,
  };
}

function isPunctuation(text: string, offset: number): boolean {
  const unit = text.charAt(offset);
  return !TEXT_UNIT.test(unit) && !/[\uD800-\uDFFF]/.test(unit);
}
