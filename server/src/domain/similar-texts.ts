import { unchangedEnds } from '../text/unchanged-ends';
import { BigramTable, rarestBigrams } from './bigram-table';
import { fingerprint, similarity, type TextFingerprint } from './similarity';

/** Two texts, by their index in the list (`a` before `b`), and how similar they are, 0 to 1. */
export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** So many texts are compared each with each: that is quicker than an index. */
const FEW = 160;
/** More changes than this at a time, and all is compared anew. */
const MAX_CHANGES = 32;

/** An earlier text that a text repeats. */
interface Partner {
  readonly a: number;
  readonly score: number;
}

/** What is known of a list of texts. */
interface Compared {
  readonly texts: readonly string[];
  readonly prints: readonly TextFingerprint[];
  readonly partners: readonly (Partner | undefined)[];
}

/**
 * Texts that repeat an earlier one, whole or nearly. Each is paired once: with the first that is equal, or else the first
 * that is similar, so that a text repeated ten thousand times gives as many pairs and not fifty million. Texts without
 * letters or digits are passed over. Sorted by `b`.
 * @param threshold 0 to 1, as of {@link similarity}; above 0.75, the use it is made for, nothing similar is missed
 */
export function findSimilar(texts: readonly string[], threshold: number): SimilarPair[] {
  return similarTexts(threshold)(texts);
}

/** {@link findSimilar} for one list after another: where the next differs little from the last, only what changed is compared. */
export function similarTexts(threshold: number): (texts: readonly string[]) => SimilarPair[] {
  let last: Compared = { texts: [], prints: [], partners: [] };
  return (texts) => {
    last = compareAgain(last, texts, threshold) ?? compareAll(texts, threshold);
    return last.partners.flatMap((partner, b) => (partner ? [{ b, ...partner }] : []));
  };
}

function compareAll(texts: readonly string[], threshold: number): Compared {
  const prints = texts.map(fingerprint);
  const twinOf = twinFinder();
  const candidatesOf = prints.length > FEW ? candidateFinder(prints, threshold) : undefined;
  const partners = prints.map((print, b): Partner | undefined => {
    if (print.text === '') return undefined;
    const twin = twinOf(print, b);
    if (twin !== undefined) return { a: twin, score: 1 };
    if (!candidatesOf) return firstSimilar(prints, b, 0, b, threshold);
    for (const a of candidatesOf(print, b)) {
      const score = scoreOf(prints, a, b, threshold);
      if (score >= threshold) return { a, score };
    }
    return undefined;
  });
  return { texts, prints, partners };
}

/** The list as it is now, by what is known of it as it was; undefined where that is not worth while. */
function compareAgain(last: Compared, texts: readonly string[], threshold: number): Compared | undefined {
  const { head, tail } = unchangedEnds(last.texts, texts, Object.is);
  const [endOfNew, endOfOld] = [texts.length - tail, last.texts.length - tail];
  if (head + tail === 0 || Math.max(endOfNew, endOfOld) - head > MAX_CHANGES) return undefined;
  const added = texts.slice(head, endOfNew).map(fingerprint);
  const prints = [...last.prints.slice(0, head), ...added, ...last.prints.slice(endOfOld)];
  const partners = last.partners.slice(0, head);
  const shift = endOfNew - endOfOld;
  let searches = 0;
  for (let b = head; b < texts.length; b++) {
    const known = b < endOfNew ? undefined : last.partners[b - shift];
    const isLost = known && head <= known.a && known.a < endOfOld;
    if (b < endOfNew || isLost) {
      searches++;
      if (searches > 2 * MAX_CHANGES) return undefined;
      partners.push(partnerAmong(prints, b, 0, b, threshold));
    } else {
      const kept = known && known.a >= endOfOld && shift !== 0 ? { ...known, a: known.a + shift } : known;
      partners.push(better(kept, partnerAmong(prints, b, head, endOfNew, threshold)));
    }
  }
  return { texts, prints, partners };
}

/** An equal text, or else the earlier one. */
function better(one: Partner | undefined, other: Partner | undefined): Partner | undefined {
  if (!one || !other) return one ?? other;
  if ((one.score === 1) !== (other.score === 1)) return one.score === 1 ? one : other;
  return one.a < other.a ? one : other;
}

/** The partner of a text among those from index `from` to `to`. */
function partnerAmong(
  prints: readonly TextFingerprint[],
  b: number,
  from: number,
  to: number,
  threshold: number,
): Partner | undefined {
  const text = prints[b]?.text;
  if (!text) return undefined;
  for (let a = from; a < to; a++) if (prints[a]?.text === text) return { a, score: 1 };
  return firstSimilar(prints, b, from, to, threshold);
}

function firstSimilar(
  prints: readonly TextFingerprint[],
  b: number,
  from: number,
  to: number,
  threshold: number,
): Partner | undefined {
  for (let a = from; a < to; a++) {
    const score = scoreOf(prints, a, b, threshold);
    if (score >= threshold) return { a, score };
  }
  return undefined;
}

function scoreOf(prints: readonly TextFingerprint[], a: number, b: number, threshold: number): number {
  const [left, right] = [prints[a], prints[b]];
  return left && right && left.text !== '' ? similarity(left, right, threshold) : 0;
}

/** Asked for one text after another, gives the first equal one. */
function twinFinder(): (print: TextFingerprint, b: number) => number | undefined {
  const firstOf = new Map<string, number>();
  return ({ text }, b) => {
    const twin = firstOf.get(text);
    if (twin === undefined) firstOf.set(text, b);
    return twin;
  };
}

/**
 * Asked for one text after another, gives the earlier ones that may be similar, in their order: those that share one of its
 * rarest bigrams, as many as must include a shared one if the threshold is reached.
 */
function candidateFinder(
  prints: readonly TextFingerprint[],
  threshold: number,
): (print: TextFingerprint, b: number) => Iterable<number> {
  const table = new BigramTable(prints);
  const postings: (number[] | undefined)[] = new Array(table.size);
  return (print, b) => {
    const lists = new Set<number[]>();
    for (const key of rarestBigrams(print, table, threshold)) {
      const slot = table.slotOf(key);
      const list = postings[slot] ?? [];
      postings[slot] = list;
      lists.add(list);
    }
    const heads = [...lists].map((list) => ({ list, at: 0, end: list.length }));
    for (const { list } of heads) list.push(b);
    return merged(heads);
  };
}

/** The numbers of ascending lists, each list up to its `end`, ascending and each once. */
function* merged(heads: readonly { readonly list: readonly number[]; at: number; readonly end: number }[]) {
  for (;;) {
    let least = Number.POSITIVE_INFINITY;
    for (const { list, at, end } of heads) if (at < end) least = Math.min(least, list[at] ?? least);
    if (least === Number.POSITIVE_INFINITY) return;
    yield least;
    for (const head of heads) if (head.at < head.end && head.list[head.at] === least) head.at++;
  }
}
