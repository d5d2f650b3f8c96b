import { parseHeading } from '../../domain/heading';
import type { Paragraph } from '../source/types';

export interface JoinedParagraphs {
  readonly paragraphs: readonly Paragraph[];
  /** Where paragraphs were put together. */
  readonly joints: readonly string[];
}

const CLOSED = /[。；：！？!?;:…]["”’）)」』】]*$/;
const INNER_SIGN = /[，。；、]/;
const MAX_HEADING = 50;
const FULL_LINE = 25;
/** Shorter lines with 、 are lists of their own: 督办：县委办、政府办. */
const SHORTEST = 15;
const PAIRS: readonly (readonly [string, string])[] = [
  ['《', '》'],
  ['〈', '〉'],
  ['“', '”'],
  ['（', '）'],
];

/** Puts together the paragraphs that page breaks cut: one that ends within a sentence or a pair of signs goes on. */
export function joinParagraphs(paragraphs: readonly Paragraph[]): JoinedParagraphs {
  const joined: Paragraph[] = [];
  const joints: string[] = [];
  for (const paragraph of paragraphs) {
    const open = joined.at(-1);
    if (open && goesOn(open.text) && parseHeading(paragraph.text) === null) {
      joined[joined.length - 1] = { ...open, text: open.text + paragraph.text };
      joints.push(paragraph.at);
    } else joined.push(paragraph);
  }
  return { paragraphs: joined, joints };
}

function goesOn(text: string): boolean {
  if (PAIRS.some(([open, close]) => count(text, open) > count(text, close))) return true;
  return text.length >= SHORTEST && INNER_SIGN.test(text) && !CLOSED.test(text) && (!isTitle(text) || isLine(text));
}

/** 1. and a line full of words: a title of that depth is shorter. */
function isLine(text: string): boolean {
  return text.length >= FULL_LINE && parseHeading(text)?.style.startsWith('arabic') === true;
}

/** A numbered title without a sentence behind it. */
export function isTitle(text: string): boolean {
  return text.length <= MAX_HEADING && parseHeading(text) !== null && !text.includes('。') && !CLOSED.test(text);
}

function count(text: string, sign: string): number {
  return text.split(sign).length - 1;
}
