import type { Span } from '../text/span';
import { CLAUSE_MARK, type Hunk } from './align';
import { classify, type TextPair } from './change';
import { type TextDifference, textDifference } from './difference-types';
import { fingerprint, normalizeText, similarity } from './similarity';

/** Shortest clause between ，。；： that counts, in characters; one between brackets has six ({@link classify}). */
const MIN_CLAUSE = 4;
/** A clause in whose place one as much like it stands was reworded, not left out. */
const REWORDED = 0.4;
/** Share of a clause's bigrams that tells that it moved. */
const MOVED = 0.7;
const EDGE_MARK = /[\s，。；：、,;:]/;
const STRONG_MARK = /[，。；：,;:!?！？\r\n]/;

/** The clause that a change left out or put in; `other` where it holds one that moved or was reworded. */
export function clauseOf(hunk: Hunk, texts: TextPair, { lost, gained }: Pools): TextDifference | 'other' | null {
  const { a, b } = texts;
  const isClause = classify(hunk, texts) === 'clause' || isShortClause(hunk, texts);
  if (!isClause) return null;
  if (hunk.kind === 'delete') return moved(hunk.aText, gained) ? 'other' : textDifference('dropped', hunk, texts);
  if (hunk.kind === 'insert') return moved(hunk.bText, lost) ? 'other' : textDifference('added', hunk, texts);
  if (isReworded(hunk)) return 'other';
  const dropped = wholeClauses(a, hunk.aSpan);
  if (dropped && !moved(a.slice(dropped.start, dropped.end), gained)) {
    return { ...textDifference('dropped', hunk, texts), a: dropped };
  }
  const added = dropped ? null : wholeClauses(b, hunk.bSpan);
  if (!added || moved(b.slice(added.start, added.end), lost)) return 'other';
  return { ...textDifference('added', hunk, texts), b: added };
}

export interface Pools {
  readonly lost: ReadonlySet<number>;
  readonly gained: ReadonlySet<number>;
}

/** Bigrams of all that went and of all that came. */
export function poolsOf(changes: Iterable<Hunk>): Pools {
  const lost = new Set<number>();
  const gained = new Set<number>();
  for (const { aText, bText } of changes) {
    for (const bigram of fingerprint(aText).bigrams) lost.add(bigram);
    for (const bigram of fingerprint(bText).bigrams) gained.add(bigram);
  }
  return { lost, gained };
}

/** True if most of a clause is among what came or went at the other side: it only moved, perhaps a little changed. */
function moved(clause: string, pool: ReadonlySet<number>): boolean {
  const { bigrams } = fingerprint(clause);
  return bigrams.filter((bigram) => pool.has(bigram)).length >= MOVED * bigrams.length;
}

/** True where the two sides of a change say much the same. */
export function isReworded({ kind, aText, bText }: Hunk): boolean {
  return kind === 'replace' && similarity(aText, bText) >= REWORDED;
}

/** A clause too short for {@link classify}, such as 并动态更新, left out or put in as a whole. */
function isShortClause({ kind, aSpan, bSpan }: Hunk, { a, b }: TextPair): boolean {
  if (kind !== 'delete' && kind !== 'insert') return false;
  const [text, { start, end }] = kind === 'delete' ? [a, aSpan] : [b, bSpan];
  const opens = start === 0 || STRONG_MARK.test(text.charAt(start - 1));
  const closes = end === text.length || STRONG_MARK.test(text.charAt(end));
  return opens && closes && normalizeText(text.slice(start, end)).length >= MIN_CLAUSE;
}

/** From the first to the last whole clause inside a span. */
function wholeClauses(text: string, span: Span): Span | null {
  const starts = span.start === 0 || CLAUSE_MARK.test(text.charAt(span.start - 1));
  const ends = span.end === text.length || CLAUSE_MARK.test(text.charAt(span.end));
  let at = span.start;
  const pieces = text
    .slice(span.start, span.end)
    .split(CLAUSE_MARK)
    .map((piece) => {
      const start = at;
      at += piece.length + 1;
      return { start, end: start + piece.length };
    });
  const whole = pieces
    .slice(starts ? 0 : 1, ends ? pieces.length : -1)
    .filter(({ start, end }) => normalizeText(text.slice(start, end)).length >= MIN_CLAUSE);
  const [first] = whole;
  const last = whole.at(-1);
  return first && last ? { start: first.start, end: last.end } : null;
}

/** The span without blanks and clause marks at its ends; where there is nothing else, the empty span at its end. */
export function withoutEdgeMarks(text: string, { start, end }: Span): Span {
  let from = start;
  let to = end;
  while (from < to && EDGE_MARK.test(text.charAt(from))) from++;
  while (from < to && EDGE_MARK.test(text.charAt(to - 1))) to--;
  return { start: from, end: to };
}
