import { align } from '../../domain/align';
import type { Difference } from '../../domain/difference';
import { normalizeText } from '../../domain/similarity';
import type { Corpus } from '../../model/corpus';
import type { Indicator, IndicatorFile } from '../../model/types';
import { type Comparison, comparisons, quoted } from '../../rules/shared/comparison';
import type { Span } from '../../text/span';

/** The new edition's text for one item, with what the county had made of the old one as far as it plainly fits. */
export interface Adapted {
  readonly text: string;
  /** What was done again, in words. */
  readonly applied: readonly string[];
  /** What a person has to look at, in words. */
  readonly open: readonly string[];
}

/** Adapts texts of the new edition to a county; made once for a file. */
export type Adapt = (source: Indicator, base: Indicator | undefined, text: string) => Adapted;

/** A change of the old edition's text, as spans and words. */
interface Change {
  readonly at: Span;
  readonly newText: string;
  readonly words: string;
}

/** Unchanged characters that must stand on either side, in both editions, for a change to be made again. */
const CONTEXT = 6;
const TERM_CONTEXT = 2;
/** A wording that was replaced as often as this, and never left, is the county's way of saying it. */
const HABIT = 3;
const LONGEST_TERM = 8;
/** Characters; fewer are a matter of style. */
const LEAST_OMISSION = 4;
const WHOLE = Number.POSITIVE_INFINITY;

/** @param old the edition that the file follows */
export function adaptation(file: IndicatorFile, old: Corpus | undefined): Adapt {
  const compared = new Map((old ? comparisons(file, old) : []).map((one) => [one.item, one]));
  const habits = habitsOf([...compared.values()]);
  return (source, base, text) => {
    const comparison = compared.get(source);
    if (!comparison || comparison.target !== base) return { text, applied: [], open: [] };
    return adapt(comparison, habits, text);
  };
}

function adapt(comparison: Comparison, habits: ReadonlySet<string>, text: string): Adapted {
  const [applied, open]: [string[], string[]] = [[], []];
  let result = text;
  for (const difference of comparison.differences) {
    if (isTrifle(difference, comparison, result)) continue;
    const change = changeOf(difference, comparison);
    const next = isWanted(difference, comparison)
      ? replay(change, comparison.required.value, result, CONTEXT)
      : undefined;
    if (next === undefined) open.push(change.words);
    else {
      result = next;
      applied.push(change.words);
    }
  }
  for (const change of termsOf(comparison)) {
    if (!habits.has(termKey(change, comparison.required.value))) continue;
    const next = replay(change, comparison.required.value, result, TERM_CONTEXT);
    if (next === undefined) continue;
    result = next;
    applied.push(change.words);
  }
  return { text: result, applied, open };
}

/** Slips of the pen, words left out within a clause, and what the new edition says or leaves out itself. */
function isTrifle({ kind, a, b }: Difference, { required, content }: Comparison, text: string): boolean {
  if (kind === 'typo' || (kind === 'omitted' && a.end - a.start < LEAST_OMISSION)) return true;
  if (kind === 'threshold') return false;
  const words = kind === 'added' ? quoted(content.value, b, WHOLE) : quoted(required.value, a, WHOLE);
  return normalizeText(text).includes(normalizeText(words)) === (kind === 'added');
}

/** A stricter number and an addition are the county's will; what it left out only if 说明 says so. */
function isWanted(difference: Difference, { explained }: Comparison): boolean {
  if (difference.kind === 'threshold') return difference.verdict === 'stricter';
  if (difference.kind === 'added') return true;
  return explained.has('dropped');
}

function changeOf(difference: Difference, comparison: Comparison): Change {
  const { a, b, restore } = difference;
  const [base, own] = [comparison.required.value, comparison.content.value];
  const words = departureWords(difference, comparison);
  // What mends the difference, the other way round: it minds the punctuation.
  const start = a.start - (b.start - restore.span.start);
  const end = start + restore.newText.length;
  return start >= 0 && base.slice(start, end) === restore.newText
    ? { at: { start, end }, newText: own.slice(restore.span.start, restore.span.end), words }
    : { at: a, newText: own.slice(b.start, b.end), words };
}

/** A departure from the central text in words: 加上「…」, 去掉「…」, 「…」改为「…」. */
export function departureWords(difference: Difference, { required, content }: Comparison): string {
  // Of a number the whole phrase says what it is about.
  const [from, to] =
    difference.kind === 'threshold'
      ? [difference.required?.phraseSpan, difference.actual?.phraseSpan]
      : [difference.a, difference.b];
  const before = from ? quoted(required.value, from) : '';
  const after = to ? quoted(content.value, to) : '';
  if (before && after) return `「${before}」改为「${after}」`;
  return before ? `去掉「${before}」` : `加上「${after}」`;
}

/** The new text with the change made in it; undefined where its surroundings are gone, or are there more than once. */
function replay({ at, newText }: Change, base: string, text: string, context: number): string | undefined {
  const start = Math.max(0, at.start - context);
  const end = Math.min(base.length, at.end + context);
  const around = base.slice(start, end);
  const found = text.indexOf(around);
  if (found < 0 || text.indexOf(around, found + 1) >= 0 || end - start <= at.end - at.start) return undefined;
  // What was put in at an end of the text belongs at that end.
  const isInsertion = at.start === at.end;
  if (isInsertion && at.start === 0 && found > 0) return undefined;
  if (isInsertion && at.end === base.length && found + around.length < text.length) return undefined;
  const from = found + (at.start - start);
  return text.slice(0, from) + newText + text.slice(from + (at.end - at.start));
}

/** Short wordings that the county replaced: 本级人大 → 县人大. */
function termsOf({ required, content }: Comparison): Change[] {
  return align(required.value, content.value).flatMap(({ kind, aSpan, aText, bText }): Change[] => {
    const [from, to] = [aText.trim(), bText.trim()];
    if (kind !== 'replace' || from !== aText || Math.max(from.length, to.length) > LONGEST_TERM) return [];
    if (/\d/.test(from + to)) return [];
    return [{ at: aSpan, newText: to, words: `「${from}」改为「${to}」` }];
  });
}

function termKey({ at, newText }: Change, base: string): string {
  return `${base.slice(at.start, at.end)}\n${newText}\n${base.slice(at.end, at.end + 1)}`;
}

function habitsOf(all: readonly Comparison[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const comparison of all) {
    const keys = termsOf(comparison).map((change) => termKey(change, comparison.required.value));
    for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isKept = (term: string) =>
    all.some(({ required, content }) => required.value.includes(term) && content.value.includes(term));
  return new Set(
    [...counts].flatMap(([key, count]) => {
      const [from = '', , behind = ''] = key.split('\n');
      return count >= HABIT && !isKept(from + behind) ? [key] : [];
    }),
  );
}
