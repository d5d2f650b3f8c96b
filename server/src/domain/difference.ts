import { overlaps, type Span } from '../text/span';
import { align, type Hunk } from './align';
import { classify, restoration, type TextPair } from './change';
import { clauseOf, isReworded, poolsOf, withoutEdgeMarks } from './clause-change';
import { commonPrefix, commonSuffix } from './common-ends';
import { type Difference, type Place, textDifference } from './difference-types';
import { normalizeText } from './similarity';
import { findSlips } from './slips';
import type { Threshold } from './threshold';
import { type AlignedThreshold, alignThresholds } from './threshold-align';

export type { Difference, TextDifference, ThresholdDifference } from './difference-types';

const NUMERAL = /[\p{N}一二三四五六七八九十百千两半]/u;

/**
 * How `actual`, a county's wording, departs from the `required` text it was made from. Each stretch of either text is in
 * one difference at most: a changed number is no typo, and a clause that is left out takes its numbers along. Left out
 * altogether: other wording, particles, punctuation, clauses that only moved. In the order of the actual text.
 */
export function findDifferences(required: string, actual: string): Difference[] {
  if (required === actual) return [];
  const texts = { a: required, b: actual };
  const changes = align(required, actual).map(tightened);
  const open = new Set(changes.filter(({ kind }) => kind !== 'equal'));
  const numbers = alignThresholds(required, actual);
  const found: Difference[] = [];

  for (const pair of numbers) found.push(...alteredNumber(pair, open, texts));
  const pools = poolsOf(open);
  for (const hunk of [...open]) {
    const clause = clauseOf(hunk, texts, pools);
    if (!clause) continue;
    open.delete(hunk);
    if (clause !== 'other') found.push(clause);
  }
  const clauses = found.filter(({ kind }) => kind !== 'threshold');
  for (const pair of numbers) found.push(...loneNumber(pair, clauses, open, texts));
  found.push(...findSlips(changes, open, texts));
  for (const hunk of open) {
    if (hunk.kind === 'delete') found.push(textDifference('omitted', hunk, texts));
  }
  return found.sort((x, y) => x.b.start - y.b.start || x.a.start - y.a.start);
}

/** A number that stands in both texts but demands something else. */
function alteredNumber(pair: AlignedThreshold, open: Set<Hunk>, texts: TextPair): Difference[] {
  const { required, actual, verdict } = pair;
  if (!required || !actual || verdict === 'same') return [];
  const hunks = [...open].filter(
    (hunk) => meets(hunk.aSpan, required.phraseSpan) || meets(hunk.bSpan, actual.phraseSpan),
  );
  // In a clause that was put in another's place a number has no counterpart.
  if (hunks.some((hunk) => classify(hunk, texts) === 'clause' && !isReworded(hunk))) return [];
  for (const hunk of hunks) open.delete(hunk);
  return [{ ...pair, kind: 'threshold', verdict, ...figures(required, actual, texts) }];
}

/** Only the figure is to be put right if the words around it are the same. */
function figures(required: Threshold, actual: Threshold, { a }: TextPair): Place {
  const isFigure = required.words.join() === actual.words.join() && required.frequency === actual.frequency;
  const from = isFigure ? required.span : required.phraseSpan;
  const to = isFigure ? actual.span : actual.phraseSpan;
  return { a: from, b: to, restore: { span: to, newText: a.slice(from.start, from.end) } };
}

/** A number that only one of the texts has, unless it went or came with a clause. */
function loneNumber(
  pair: AlignedThreshold,
  clauses: readonly Difference[],
  open: Set<Hunk>,
  texts: TextPair,
): Difference[] {
  const { required, actual, verdict } = pair;
  const threshold = required ?? actual;
  if (!threshold || (required && actual) || verdict === 'same') return [];
  const side = required ? 'a' : 'b';
  if (clauses.some((clause) => overlaps(clause[side], threshold.span))) return [];
  const { start } = threshold.span;
  const hunk = [...open].find(({ aSpan, bSpan }) => contains(side === 'a' ? aSpan : bSpan, start));
  // Where the number itself stands in both texts, only the words around it changed.
  if (!hunk || isRival(hunk, side)) return [];
  open.delete(hunk);
  const place = { a: hunk.aSpan, b: actual?.phraseSpan ?? hunk.bSpan };
  return [{ ...pair, kind: 'threshold', verdict, ...place, restore: restoration(hunk, texts) }];
}

/** True where other words stand for the number that may say as much: 30日 and 一个月, 没有 and 5%以下. */
function isRival({ aText, bText }: Hunk, side: 'a' | 'b'): boolean {
  return side === 'a' ? NUMERAL.test(bText) : normalizeText(aText) !== '';
}

/** A change without what both sides begin or end with, and without the punctuation at its own ends. */
function tightened(hunk: Hunk): Hunk {
  if (hunk.kind !== 'replace') return hunk;
  const { aText, bText } = hunk;
  const head = commonPrefix(aText, bText);
  const tail = commonSuffix(aText.slice(head), bText.slice(head));
  if (head === 0 && tail === 0) return hunk;
  const aSpan = trimmed(aText, { start: head, end: aText.length - tail }, hunk.aSpan.start);
  const bSpan = trimmed(bText, { start: head, end: bText.length - tail }, hunk.bSpan.start);
  const aPart = aText.slice(aSpan.start - hunk.aSpan.start, aSpan.end - hunk.aSpan.start);
  const bPart = bText.slice(bSpan.start - hunk.bSpan.start, bSpan.end - hunk.bSpan.start);
  const kind = aPart === '' ? (bPart === '' ? 'equal' : 'insert') : bPart === '' ? 'delete' : 'replace';
  return { kind, aSpan, bSpan, aText: aPart, bText: bPart };
}

function trimmed(text: string, inner: Span, offset: number): Span {
  const { start, end } = withoutEdgeMarks(text, inner);
  return { start: offset + start, end: offset + end };
}

function contains({ start, end }: Span, offset: number): boolean {
  return start <= offset && offset < end;
}

/** True where the spans overlap, or an empty one stands inside or at the edge of the other. */
function meets(x: Span, y: Span): boolean {
  return x.start === x.end || y.start === y.end ? x.start <= y.end && y.start <= x.end : overlaps(x, y);
}
