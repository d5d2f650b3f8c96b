import type { TextFingerprint } from './similarity';

/** One more than the largest bigram. */
const BIGRAMS = 2 ** 32;

/**
 * In how many texts each bigram occurs. Bigrams that fall into the same slot are counted together: that costs a little
 * precision in the order of rarity, and an array is read ten times as fast as a map.
 */
export class BigramTable {
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
export function rarestBigrams({ text, bigrams }: TextFingerprint, table: BigramTable, threshold: number): number[] {
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
