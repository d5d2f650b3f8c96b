import { normalizeTitle, parseHeading } from '../../domain/heading';

/** A title put together of the pieces that a page break left. */
export interface JoinedTitle {
  readonly title: string;
  /** What both pieces had at the break, which stands there once. */
  readonly overlap: string;
}

const TAG = /<\/?p>/g;
const HEADING_INSIDE =
  /(?<=[\s>])(?=(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十]{1,3}[）)]|\d{1,3}[.．、](?!\d)))/;
/** A blank within Chinese words, as a narrow column leaves it at its line ends. */
const BLANK_INSIDE = /(?<=[\p{Script=Han}、，])[ \u00A0\u3000]+(?=[\p{Script=Han}、，])/gu;
const WRAPPED_PIECE = 5;

/** The titles in one cell, line breaks and HTML remains dropped. */
export function titlesIn(cell: string): string[] {
  const joined = cell
    .replace(/\s+/g, (blanks) => (blanks.includes('\n') ? '\n' : blanks))
    .replace(/(?<=\p{Script=Han}|、)\n(?=\p{Script=Han})/gu, '')
    .replaceAll('\n', ' ');
  return joined
    .split(HEADING_INSIDE)
    .map((piece) => piece.replace(TAG, '').trim())
    .filter((piece) => piece !== '');
}

/** Without the blanks at the line ends of a narrow column: 6. 健全 行政 执法 人员 is 6. 健全行政执法人员. */
export function unwrapped(title: string): string {
  const serial = parseHeading(title)?.serialSpan.end ?? 0;
  const words = title.slice(serial).split(BLANK_INSIDE);
  if (words.length < 2 || words.slice(0, -1).some((word) => word.length > WRAPPED_PIECE)) return title;
  return title.slice(0, serial) + words.join('');
}

/** Joins what a page break parted. Such exports repeat the character at the break: 决策 + 策科学 is 决策科学. */
export function joinTitle(head: string, tail: string): JoinedTitle {
  const last = head.slice(-1);
  const overlaps = last === tail.charAt(0) && /\p{Script=Han}/u.test(last);
  return { title: head + tail.slice(overlaps ? 1 : 0), overlap: overlaps ? last : '' };
}

/** Verbs that begin titles of any content. */
const VERBS =
  /^(?:(?:全面|深入|加快|有效|严格|自觉|进一步)?(?:健全|完善|加强|加大|推进|推行|落实|强化|提高|提升|严格|建立|改革|改善|规范|优化|推动|开展|实行|树立))+(?=.{4})/;

/** Share of the title's pairs of characters that the text has too, 0 to 1; the verb that begins it does not count. */
export function affinity(title: string, text: string): number {
  const plain = normalizeTitle(title)
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(VERBS, '');
  const pairs = new Set<string>();
  for (let at = 0; at + 2 <= plain.length; at++) pairs.add(plain.slice(at, at + 2));
  let found = 0;
  for (const pair of pairs) if (text.includes(pair)) found++;
  return pairs.size === 0 ? 0 : found / pairs.size;
}
