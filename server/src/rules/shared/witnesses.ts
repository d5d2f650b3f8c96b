import { normalizeText } from '../../domain/similarity';
import type { IndicatorFile, Text } from '../../model/types';
import type { Span } from '../../text/span';
import type { Comparison } from './comparison';

/** Stretches of this length around a change tell which reading the rest of the file has; and how often it must. */
const GRAM = 4;
const MIN_WITNESSES = 2;

/** Two readings of one place: `a` in the text of the corpus, `b` in that of the file. */
interface Readings {
  readonly comparison: Comparison;
  readonly text: Text;
  readonly a: Span;
  readonly b: Span;
}

/** All texts of a file's items, put together when first asked for. */
export function witnessText(file: IndicatorFile): () => string {
  let text: string | undefined;
  return () => {
    text ??= file.items
      .flatMap(({ content, evidence }) => [...(content ? [content] : []), ...evidence])
      .map(({ value }) => normalizeText(value))
      .join('\n');
    return text;
  };
}

/** True where the rest of the file writes what the corpus has, more than once, and never again what stands here. */
export function isVouchedFor({ comparison, text, a, b }: Readings, witnesses: string): boolean {
  const required = gramsAround(comparison.required.value, a);
  const actual = gramsAround(text.value, b);
  return required.some((gram, index) => {
    const other = actual[index];
    return other !== undefined && count(witnesses, gram) >= MIN_WITNESSES && count(witnesses, other) <= 1;
  });
}

/** Stretches of four characters that hold the changed one. */
function gramsAround(text: string, { start, end }: Span): string[] {
  const before = normalizeText(text.slice(Math.max(0, start - 2 * GRAM), start)).slice(1 - GRAM);
  const after = normalizeText(text.slice(end, end + 2 * GRAM)).slice(0, GRAM - 1);
  const around = before + text.slice(start, end) + after;
  const grams: string[] = [];
  for (let at = 0; at + GRAM <= around.length; at++) grams.push(around.slice(at, at + GRAM));
  return grams;
}

function count(text: string, part: string): number {
  return text.split(part).length - 1;
}
