const DIGITS = '零一二三四五六七八九';
const UNITS = ['', '十', '百', '千'];
const NUMERAL =
  /^(?:([一二三四五六七八九])千)?(?:零|([一二三四五六七八九])百)?(?:零|([一二三四五六七八九])?十)?([一二三四五六七八九])?$/;

/** Largest number that {@link formatChineseNumeral} writes in Chinese: 九千九百九十九. */
export const MAX_CHINESE_NUMERAL = 9999;

/**
 * Value of a Chinese numeral as headings write it (一 … 九千九百九十九), or null for anything else.
 * Only the standard spelling counts: 十一 but not 一十一, 一百零一 but not 一百一; neither 两 nor 廿.
 */
export function parseChineseNumeral(s: string): number | null {
  const match = NUMERAL.exec(s);
  if (!match) return null;
  const [, thousands, hundreds, tens, ones] = match;
  const digit = (d: string | undefined) => (d === undefined ? 0 : DIGITS.indexOf(d));
  const ten = s.includes('十') && tens === undefined ? 1 : digit(tens);
  const value = digit(thousands) * 1000 + digit(hundreds) * 100 + ten * 10 + digit(ones);
  return value > 0 && formatChineseNumeral(value) === s ? value : null;
}

/**
 * Writes an integer from 1 to {@link MAX_CHINESE_NUMERAL} as a Chinese numeral (29 → 二十九).
 * Any other number comes back in Arabic digits, so that a renumbered text stays readable.
 */
export function formatChineseNumeral(n: number): string {
  if (!Number.isInteger(n) || n < 1 || n > MAX_CHINESE_NUMERAL) return String(n);
  const digits = [...String(n)].map(Number);
  let text = '';
  let zeroDue = false;
  for (const [index, digit] of digits.entries()) {
    if (digit === 0) {
      zeroDue = true;
      continue;
    }
    if (zeroDue) text += '零';
    zeroDue = false;
    text += `${DIGITS[digit]}${UNITS[digits.length - 1 - index]}`;
  }
  return n >= 10 && n < 20 ? text.slice(1) : text;
}
