import { fingerprint } from './similarity';

/** Texts by the bigrams that they hold. */
export interface BigramIndex {
  /** Bigram → indexes of the texts that have it. */
  readonly postings: ReadonlyMap<number, readonly number[]>;
  /** Number of different bigrams of each text. */
  readonly sizes: readonly number[];
}

/** A text of the index and how much it has in common with another. */
export interface BigramMatch {
  /** Its index. */
  readonly text: number;
  /** Dice coefficient of the two sets of bigrams, 0 to 1. */
  readonly dice: number;
  /** Share of the smaller set that the larger has too, 0 to 1. */
  readonly overlap: number;
}

/** A bigram that more texts than this have tells nothing, and would cost time. */
const MAX_POSTINGS = 1_000;

/** Prepares texts to be searched for the one most like another text; punctuation and blanks do not count. */
export function indexBigrams(texts: readonly string[]): BigramIndex {
  const postings = new Map<number, number[]>();
  const sizes = texts.map((text, index) => {
    const bigrams = distinctBigrams(text);
    for (const bigram of bigrams) {
      const list = postings.get(bigram);
      if (list) list.push(index);
      else postings.set(bigram, [index]);
    }
    return bigrams.length;
  });
  return { postings, sizes };
}

/** The texts most like `text`, best first, those that share nothing left out. Time grows with the text, not the index. */
export function rankByBigrams({ postings, sizes }: BigramIndex, text: string, limit: number): BigramMatch[] {
  const bigrams = distinctBigrams(text);
  const shared = new Map<number, number>();
  for (const bigram of bigrams) {
    const list = postings.get(bigram);
    if (!list || list.length > MAX_POSTINGS) continue;
    for (const index of list) shared.set(index, (shared.get(index) ?? 0) + 1);
  }
  const matches = [...shared].map(([index, count]) => {
    const size = sizes[index] ?? 0;
    return {
      text: index,
      dice: (2 * count) / (size + bigrams.length),
      overlap: count / Math.max(1, Math.min(size, bigrams.length)),
    };
  });
  return matches.sort((x, y) => y.dice - x.dice || x.text - y.text).slice(0, limit);
}

function distinctBigrams(text: string): number[] {
  const { bigrams } = fingerprint(text);
  const distinct: number[] = [];
  for (const bigram of bigrams) if (bigram !== distinct.at(-1)) distinct.push(bigram);
  return distinct;
}
