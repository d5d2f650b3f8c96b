import { distance } from 'fastest-levenshtein';
import { rememberTexts } from '../text/memo';
import type { Span } from '../text/span';

/** A text reduced to what similarity looks at; prepare it once for a text that is compared often. */
export interface TextFingerprint {
  /** The text after {@link normalizeText}. */
  readonly text: string;
  /** Its bigrams, two UTF-16 units packed in one number, sorted; a repeated bigram is there as often as it occurs. */
  readonly bigrams: Uint32Array;
}

/** Two texts, by their index in the list (`a` before `b`), and how similar they are, 0 to 1. */
export interface SimilarPair {
  readonly a: number;
  readonly b: number;
  readonly score: number;
}

/** A sentence without its closing mark and outer blanks. */
export interface Sentence {
  readonly text: string;
  readonly span: Span;
}

/** A sentence of the text with index `b` that already stood in the earlier text `a`. */
export interface SharedSentence {
  readonly text: string;
  readonly a: { readonly index: number; readonly span: Span };
  readonly b: { readonly index: number; readonly span: Span };
}

/** A normalised text with, for each of its UTF-16 units, the offset of that unit in the original. */
export interface NormalizedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Above this length (UTF-16 units) texts are compared by bigrams alone: 8,000 × 8,000 takes about 20 ms. */
const MAX_EXACT_LENGTH = 8_000;

/** One more than the largest bigram. */
const BIGRAMS = 2 ** 32;

const FULL_WIDTH_SHIFT = 0xfee0;
const NOT_TEXT = /[^\p{L}\p{N}]+/gu;
const TEXT_RUN = /[\p{L}\p{N}]+/gu;
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ]/g;

/** Keeps letters, digits and Chinese characters only, full-width letters and digits as half-width ones. */
export function normalizeText(text: string): string {
  return toHalfWidth(text.replace(NOT_TEXT, ''));
}

/** {@link normalizeText} with the way back to the original. */
export function normalizeWithOffsets(text: string): NormalizedText {
  const offsets: number[] = [];
  let kept = '';
  for (const run of text.matchAll(TEXT_RUN)) {
    kept += run[0];
    for (let offset = run.index; offset < run.index + run[0].length; offset++) offsets.push(offset);
  }
  return { text: toHalfWidth(kept), offsets };
}

/** Prepares a text for {@link similarity}. */
export const fingerprint = rememberTexts((text): TextFingerprint => {
  const normal = normalizeText(text);
  const bigrams = new Uint32Array(Math.max(0, normal.length - 1));
  for (let i = 0; i < bigrams.length; i++) bigrams[i] = normal.charCodeAt(i) * 0x10000 + normal.charCodeAt(i + 1);
  return { text: normal, bigrams: bigrams.sort() };
});

/**
 * How alike two texts are, punctuation and blanks aside: 1 − edit distance / length of the longer one. 1 for texts that
 * are equal after normalisation, 0 for texts that share nothing. Symmetric.
 * @param atLeast scores below it need not be exact: 0 comes back as soon as bigram counts rule it out
 */
export function similarity(a: string | TextFingerprint, b: string | TextFingerprint, atLeast = 0): number {
  const left = typeof a === 'string' ? fingerprint(a) : a;
  const right = typeof b === 'string' ? fingerprint(b) : b;
  if (left.text === right.text) return 1;
  const longest = Math.max(left.text.length, right.text.length);
  const shortest = Math.min(left.text.length, right.text.length);
  if (shortest < atLeast * longest) return 0;
  if (longest > MAX_EXACT_LENGTH) return dice(left, right);
  // One edit spoils two bigrams at most (the q-gram lemma), so few shared bigrams prove a large distance.
  const fewestEdits = atLeast > 0 ? (longest - 1 - sharedBigrams(left, right)) / 2 : 0;
  if (1 - fewestEdits / longest < atLeast) return 0;
  return 1 - distance(left.text, right.text) / longest;
}

/**
 * Texts that repeat an earlier one, whole or nearly. Each is paired once, with an earlier text that it resembles, so that
 * a text repeated ten thousand times gives as many pairs and not fifty million; a text that has a partner at all is in
 * some pair. Texts without letters or digits are passed over. Sorted by `b`.
 *
 * Candidates come from an inverted index on each text's rarest bigrams, as many as must include a shared one if the
 * threshold is reached; complete for thresholds above about 0.75, the use it is made for.
 * @param threshold 0 to 1, as of {@link similarity}
 */
export function findSimilar(texts: readonly string[], threshold: number): SimilarPair[] {
  const pairs: SimilarPair[] = [];
  const prints = texts.map(fingerprint);
  const table = new BigramTable(prints);
  const firstOf = new Map<string, number>();
  const leaders: number[] = [];
  const postings: (number[] | undefined)[] = new Array(table.size);
  const seenBy = new Int32Array(texts.length).fill(-1);

  for (const [b, print] of prints.entries()) {
    leaders.push(b);
    if (print.text === '') continue;
    const twin = firstOf.get(print.text);
    if (twin !== undefined) {
      pairs.push({ a: twin, b, score: 1 });
      continue;
    }
    firstOf.set(print.text, b);
    const keys = rarestBigrams(print, table, threshold);
    const partner = findPartner(b, keys);
    if (partner) {
      pairs.push(partner);
      leaders[b] = partner.a;
    }
    for (const key of keys) {
      const slot = table.slotOf(key);
      const list = postings[slot];
      if (list) list.push(b);
      else postings[slot] = [b];
    }
  }
  return pairs;

  function findPartner(b: number, keys: readonly number[]): SimilarPair | null {
    for (const key of keys) {
      for (const a of postings[table.slotOf(key)] ?? []) {
        if (seenBy[a] === b) continue;
        seenBy[a] = b;
        const score = scoreOf(a, b);
        if (score < threshold) continue;
        // Prefer the text that the partner itself repeats: a group of copies then points at one place.
        const leader = leaders[a] ?? a;
        const leaderScore = leader === a ? 0 : scoreOf(leader, b);
        return leaderScore >= threshold ? { a: leader, b, score: leaderScore } : { a, b, score };
      }
    }
    return null;
  }

  function scoreOf(a: number, b: number): number {
    const left = prints[a];
    const right = prints[b];
    return left && right ? similarity(left, right, threshold) : 0;
  }
}

/** The sentences of a text, cut at 。 ； ; and line breaks. */
export function sentences(text: string): Sentence[] {
  const found: Sentence[] = [];
  for (const match of text.matchAll(/[^。；;\r\n]+/g)) {
    const trimmed = match[0].trim();
    if (trimmed === '') continue;
    const start = match.index + match[0].indexOf(trimmed);
    found.push({ text: trimmed, span: { start, end: start + trimmed.length } });
  }
  return found;
}

/**
 * Sentences that occur in two of the texts, punctuation and blanks aside. One that occurs in many is paired each time with
 * its first occurrence; repetition inside one text does not count.
 * @param minLength shortest sentence to consider, in characters after {@link normalizeText}
 */
export function sharedSentences(texts: readonly string[], minLength = 14): SharedSentence[] {
  const shared: SharedSentence[] = [];
  const first = new Map<string, { index: number; span: Span }>();
  const lastReport = new Map<string, number>();
  for (const [index, text] of texts.entries()) {
    for (const sentence of sentences(text)) {
      const key = normalizeText(sentence.text);
      if (key.length < minLength) continue;
      const earlier = first.get(key);
      if (!earlier) first.set(key, { index, span: sentence.span });
      else if (earlier.index !== index && lastReport.get(key) !== index) {
        lastReport.set(key, index);
        shared.push({ text: sentence.text, a: earlier, b: { index, span: sentence.span } });
      }
    }
  }
  return shared;
}

function toHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (unit) => String.fromCharCode(unit.charCodeAt(0) - FULL_WIDTH_SHIFT));
}

/** Size of the common part of two sorted multisets. */
function sharedBigrams({ bigrams: a }: TextFingerprint, { bigrams: b }: TextFingerprint): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) shared++;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

function dice(a: TextFingerprint, b: TextFingerprint): number {
  return (2 * sharedBigrams(a, b)) / Math.max(1, a.bigrams.length + b.bigrams.length);
}

/**
 * In how many texts each bigram occurs. Bigrams that fall into the same slot are counted together: that costs a little
 * precision in the order of rarity, and an array is read ten times as fast as a map.
 */
class BigramTable {
  readonly size: number;
  private readonly shift: number;
  private readonly counts: Uint32Array;

  constructor(prints: readonly TextFingerprint[]) {
    const total = prints.reduce((sum, { bigrams }) => sum + bigrams.length, 0);
    const bits = Math.min(20, Math.max(8, Math.ceil(Math.log2(total + 1))));
    this.size = 2 ** bits;
    this.shift = 32 - bits;
    this.counts = new Uint32Array(this.size);
    for (const { bigrams } of prints) {
      let last = -1;
      for (const bigram of bigrams) {
        if (bigram === last) continue;
        last = bigram;
        const slot = this.slotOf(bigram);
        this.counts[slot] = (this.counts[slot] ?? 0) + 1;
      }
    }
  }

  slotOf(bigram: number): number {
    return Math.imul(bigram, 0x9e3779b1) >>> this.shift;
  }

  frequency(bigram: number): number {
    return this.counts[this.slotOf(bigram)] ?? 0;
  }
}

/**
 * A text of n characters and one at least `threshold` similar (so no longer than n / threshold) differ by
 * (1 − threshold) · n / threshold edits at most, which spoil twice as many bigrams. Of any more than those one survives.
 */
function rarestBigrams({ text, bigrams }: TextFingerprint, table: BigramTable, threshold: number): number[] {
  const spoiled = (2 * (1 - threshold) * text.length) / Math.max(threshold, 0.01);
  // Frequency and bigram in one number: numbers are sorted without a call for each comparison.
  const ranked = new Float64Array(bigrams.length);
  let distinct = 0;
  let last = -1;
  for (const bigram of bigrams) {
    if (bigram === last) continue;
    last = bigram;
    ranked[distinct++] = table.frequency(bigram) * BIGRAMS + bigram;
  }
  const rarest = ranked
    .subarray(0, distinct)
    .sort()
    .subarray(0, Math.floor(spoiled) + 1);
  return Array.from(rarest, (rank) => rank % BIGRAMS);
}
