// Codes of the characters that the quick reader looks for: it compares numbers, and makes no string of each character.
export const LINE_FEED = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
export const BLANK = 0x20;
export const DOUBLE_QUOTE = 0x22;
export const HASH = 0x23;
export const SINGLE_QUOTE = 0x27;
export const COMMA = 0x2c;
export const DASH = 0x2d;
export const COLON = 0x3a;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;
export const OPEN_BRACE = 0x7b;
export const PIPE = 0x7c;
export const CLOSE_BRACE = 0x7d;
export const BYTE_ORDER_MARK = 0xfeff;

/** True for a line break and, as `charCodeAt` tells it, the end of the text. */
export function isLineEnd(code: number): boolean {
  return code === LINE_FEED || code === CARRIAGE_RETURN || Number.isNaN(code);
}
