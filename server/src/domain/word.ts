import { rememberTexts } from '../text/memo';
import type { Span } from '../text/span';

let segmenter: Intl.Segmenter | undefined;

/** How far around a place words are looked for (UTF-16 units); far enough for the segmenter to see a clause. */
const WINDOW = 40;
const TEXT_UNIT = /[\p{L}\p{N}]/u;

/** The words that a span touches, as a span that covers them: 合 in 跨部门联合监管 gives 联合. Never more than a few words. */
export function wordsAt(text: string, { start, end }: Span): Span {
  const from = Math.max(0, start - WINDOW);
  const words = wordsOf(text.slice(from, end + WINDOW)).map((word) => ({
    start: from + word.start,
    end: from + word.end,
  }));
  const isPoint = start === end;
  const touched = words.filter((word) =>
    isPoint ? word.start <= start && start <= word.end : word.start < end && start < word.end,
  );
  const covering = {
    start: Math.min(start, ...touched.map((word) => word.start)),
    end: Math.max(end, ...touched.map((word) => word.end)),
  };
  return covering.end - covering.start >= 2 ? covering : withNeighbour(text, covering);
}

const wordsOf = rememberTexts((text): readonly Span[] => {
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'word' });
  return Array.from(segmenter.segment(text)).flatMap(({ segment, index, isWordLike }) =>
    isWordLike ? [{ start: index, end: index + segment.length }] : [],
  );
});

/** One character says little: the one before it comes along, or the one behind. */
function withNeighbour(text: string, { start, end }: Span): Span {
  if (TEXT_UNIT.test(text.charAt(start - 1))) return { start: start - 1, end };
  return TEXT_UNIT.test(text.charAt(end)) ? { start, end: end + 1 } : { start, end };
}
