import { rememberTexts } from '../text/memo';
import type { Span } from '../text/span';
import { formatChineseNumeral, parseChineseNumeral } from './numeral';

/** How a heading is numbered: 一、 · （一） · 1. · （1）; the punctuation itself may be full or half width. */
export type HeadingStyle = 'chinese-comma' | 'chinese-paren' | 'arabic-dot' | 'arabic-paren';

/** A heading taken apart. Spans are offsets in the heading as written. */
export interface Heading {
  readonly style: HeadingStyle;
  readonly number: number;
  /** The numeral alone: what renumbering replaces. */
  readonly numberSpan: Span;
  /** The serial with its punctuation and the blanks after it. */
  readonly serialSpan: Span;
  /** The rest, trimmed. */
  readonly title: string;
}

const BLANK = '[ \\t\\u00A0\\u3000]{0,8}';
const CHINESE = '[零一二三四五六七八九十百千]{1,7}';
const ARABIC = '[0-9０-９]{1,4}';

// A dot before a digit is a decimal or a second level (1.5, 1.2.), unless a year follows (1.2019年以来).
const FORMS: readonly (readonly [HeadingStyle, RegExp])[] = [
  ['chinese-comma', new RegExp(`^${BLANK}(${CHINESE})${BLANK}[、，,.．]${BLANK}`, 'd')],
  ['chinese-paren', new RegExp(`^${BLANK}[（(]${BLANK}(${CHINESE})${BLANK}[）)]${BLANK}`, 'd')],
  ['arabic-dot', new RegExp(`^${BLANK}(${ARABIC})${BLANK}(?:、|[.．](?![0-9０-９])|[.．](?=\\d{4}年))${BLANK}`, 'd')],
  ['arabic-paren', new RegExp(`^${BLANK}[（(]${BLANK}(${ARABIC})${BLANK}[）)]${BLANK}`, 'd')],
];

/** Stands for the title that a table does not print but that the file format demands; it is not printed either. */
export const UNTITLED = '（原表没有标题）';

/** Reads the serial at the start of a heading; null when there is none. Contract section 6, `heading-sequence`. */
export function parseHeading(title: string): Heading | null {
  for (const [style, form] of FORMS) {
    const match = form.exec(title);
    const at = match?.indices?.[1];
    if (!match || !at) continue;
    const numeral = match[1] ?? '';
    const number = style.startsWith('chinese') ? parseChineseNumeral(numeral) : Number(numeral.normalize('NFKC'));
    if (number === null) continue;
    const start = match[0].length - match[0].trimStart().length;
    return {
      style,
      number,
      numberSpan: { start: at[0], end: at[1] },
      serialSpan: { start, end: match[0].length },
      title: title.slice(match[0].length).trim(),
    };
  }
  return null;
}

/** The numeral of serial `n` in `style`, to stand in {@link Heading.numberSpan}; the punctuation around it stays. */
export function formatNumber(style: HeadingStyle, n: number): string {
  return style.startsWith('chinese') ? formatChineseNumeral(n) : String(n);
}

const VARIANTS: readonly (readonly [RegExp, string])[] = [
  [/[“”„‟「」『』]/g, '"'],
  [/[‘’‛]/g, "'"],
  [/[—–―‒─]+/g, '-'],
  [/[•‧・]/g, '·'],
];
const TRAILING = new Set('。.;:,、!?');

/**
 * A title as it is compared with another: without serial, blanks and trailing punctuation, with full- and half-width
 * forms, quotes, dashes and middle dots made one. For comparison only, never to be shown.
 */
export const normalizeTitle = rememberTexts((title) => {
  let text = (parseHeading(title)?.title ?? title).normalize('NFKC').replace(/\s/g, '');
  for (const [pattern, plain] of VARIANTS) text = text.replace(pattern, plain);
  let end = text.length;
  while (end > 0 && TRAILING.has(text.charAt(end - 1))) end--;
  return text.slice(0, end);
});
