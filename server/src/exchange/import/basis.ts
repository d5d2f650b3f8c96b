import { indexBigrams, rankByBigrams } from '../../domain/bigram-index';
import type { Corpus } from '../../model/corpus';
import type { DraftItem } from './draft';

/** Share of the items that have to read like the corpus, and how much each has to. */
const FOLLOWS = 0.4;
const LIKE = 0.6;
/** Items that are looked at; a table of thousands repeats itself. */
const SAMPLE = 300;

/** The corpus that most items read like, with the number of those that do; undefined if too few do. */
export function basisOf(
  items: readonly DraftItem[],
  corpora: readonly Corpus[],
): { readonly name: string; readonly count: number } | undefined {
  const sample = items.slice(0, SAMPLE);
  const [best] = corpora
    .map(({ name, file }) => {
      const index = indexBigrams(file.items.map(({ content }) => content?.value ?? ''));
      const isLike = ({ text }: DraftItem) => (rankByBigrams(index, text, 1)[0]?.dice ?? 0) >= LIKE;
      return { name, count: sample.filter(isLike).length };
    })
    .sort((a, b) => b.count - a.count);
  return best && best.count > 0 && best.count >= FOLLOWS * sample.length ? best : undefined;
}
