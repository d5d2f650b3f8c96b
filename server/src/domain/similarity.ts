import { distance } from 'fastest-levenshtein';
import { rememberTexts } from '../text/memo';

/** A text reduced to what similarity looks at; prepare it once for a text that is compared often. */
export interface TextFingerprint {
  /** The text after {@link normalizeText}. */
  readonly text: string;
  /** Its bigrams, two UTF-16 units packed in one number, sorted; a repeated bigram is there as often as it occurs. */
  readonly bigrams: Uint32Array;
}

/** A normalised text with, for each of its UTF-16 units, the offset of that unit in the original. */
export interface NormalizedText {
  readonly text: string;
  readonly offsets: readonly number[];
}

/** Above this length (UTF-16 units) texts are compared by bigrams alone: 8,000 × 8,000 takes about 20 ms. */
const MAX_EXACT_LENGTH = 8_000;

const FULL_WIDTH_SHIFT = 0xfee0;
// Bounded: on a run of nine million characters an unbounded one overflows the stack of the expression.
const NOT_TEXT = /[^\p{L}\p{N}]{1,1000}/gu;
const TEXT_RUN = /[\p{L}\p{N}]{1,1000}/gu;
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
  // One less than are needed, against rounding.
  const needed = longest - 2 - 2 * (1 - atLeast) * longest;
  const fewestEdits = atLeast > 0 ? (longest - 1 - sharedBigrams(left, right, needed)) / 2 : 0;
  if (1 - fewestEdits / longest < atLeast) return 0;
  return 1 - distance(left.text, right.text) / longest;
}

function toHalfWidth(text: string): string {
  return text.replace(FULL_WIDTH, (unit) => String.fromCharCode(unit.charCodeAt(0) - FULL_WIDTH_SHIFT));
}

/** Size of the common part of two sorted multisets. @param needed as soon as so many are out of reach, too small a size comes back */
function sharedBigrams({ bigrams: a }: TextFingerprint, { bigrams: b }: TextFingerprint, needed = 0): number {
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length; ) {
    const x = a[i] ?? 0;
    const y = b[j] ?? 0;
    if (x === y) shared++;
    else if (shared + (x < y ? a.length - i : b.length - j) <= needed) return shared;
    if (x <= y) i++;
    if (y <= x) j++;
  }
  return shared;
}

function dice(a: TextFingerprint, b: TextFingerprint): number {
  return (2 * sharedBigrams(a, b)) / Math.max(1, a.bigrams.length + b.bigrams.length);
}
