import type { Span } from '../text/span';
import { isDeadline, readDeadline } from './deadline-grammar';
import type { Deadline } from './deadline-types';

/** A date in running text by which something is to be done. */
export interface DatedPhrase {
  /** The phrase as written, 前 included: `每年 3 月 1 日前`, `2021年年底`. */
  readonly span: Span;
  readonly deadline: Deadline;
}

const B = '[ \\t\\u00A0\\u3000]{0,4}';
const BEFORE = `${B}(?:之|以)?前(?![后夕期])`;
const EVERY = `每${B}年${B}`;
const YEAR = `(?<!\\d)\\d{4}${B}年${B}`;

/**
 * 每年 or a year may stand before all of them. A month and day need 前; the year's end does not after a year; a quarter
 * or a half-year only counts where 每年 or 前 shows that it is a term, since 2022年上半年 mostly names a period under review.
 */
const PHRASE = new RegExp(
  [
    `(?:${EVERY}|${YEAR})?(?<!\\d)\\d{1,2}${B}月${B}(?:\\d{1,2}${B}日|底|[上中下]旬)${BEFORE}`,
    `(?:${EVERY}|${YEAR})(?:年${B})?底(?:${BEFORE})?`,
    `年${B}底${BEFORE}`,
    `${EVERY}(?:第[一二三四]季度(?:末${BEFORE})?|[上下]半年)`,
    `(?:${YEAR})?第[一二三四]季度末${BEFORE}`,
  ].join('|'),
  'g',
);

/**
 * Dates that a running text sets as deadlines (`每年3月1日前`, `2021年年底`, `每年第一季度`), in order; dates that do not
 * exist are left out, and so is a state of affairs (截至2020年底). For the rule `deadline-text`.
 * @param year the year that a phrase without one belongs to, if known
 */
export function findDates(text: string, year?: number): DatedPhrase[] {
  const found: DatedPhrase[] = [];
  for (const match of text.matchAll(PHRASE)) {
    if (/截[至止][ \t\u00A0\u3000]?$/.test(text.slice(Math.max(0, match.index - 3), match.index))) continue;
    const plain = match[0].replace(/\s/g, '').replace(/[之以]前$/, '前');
    const deadline = readDeadline(plain.endsWith('底') ? `${plain}前` : plain, year);
    if (isDeadline(deadline)) {
      found.push({ span: { start: match.index, end: match.index + match[0].length }, deadline });
    }
  }
  return found;
}
