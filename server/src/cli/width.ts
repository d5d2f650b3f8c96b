import { eastAsianWidth } from 'get-east-asian-width';

const ZERO = /^[\p{Mn}\p{Me}]$/u;

/** Columns that one code point takes in a terminal: 2 for Chinese, 0 for a combining mark. */
export function characterWidth(character: string): number {
  const code = character.codePointAt(0);
  if (code === undefined) return 0;
  // Nearly all: Chinese characters and ASCII.
  if (code >= 0x4e00 && code <= 0x9fff) return 2;
  if (code >= 0x20 && code < 0x7f) return 1;
  return code > 0x2ff && ZERO.test(character) ? 0 : eastAsianWidth(code);
}

/** Columns of a text without control characters (see `visible`). */
export function displayWidth(text: string): number {
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

/** Fills up with blanks to so many columns. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)));
}
