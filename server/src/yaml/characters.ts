import type { Span, TextEdit } from '../text/span';

/** Blanks of all kinds. */
const LEADING = /[ \t\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]*/y;
const ODD_BLANK = /[\u00a0\u1680\u2000-\u200b\u202f\u205f\u3000\ufeff]/;
/** Width in columns that a blank in an indentation was meant to have; a tab and an ideographic space stand for two. */
const BLANK_WIDTH: Readonly<Record<string, number>> = { '\t': 2, '\u3000': 2, '\u200b': 0, '\ufeff': 0 };

/** What a sticky pattern matches at `at`. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}

/** Behind the blanks that stand at `at`. */
export function stepOver(text: string, at: number, end: number): number {
  return Math.min(at + (matchAt(LEADING, text, at) ?? '').length, end);
}

/** How many columns blanks were meant to take. */
export function columns(blanks: string): number {
  let width = 0;
  for (const blank of blanks) width += BLANK_WIDTH[blank] ?? 1;
  return width;
}

/** True for a blank that is none to YAML. */
export function isOddBlank(character: string | undefined): boolean {
  return character !== undefined && ODD_BLANK.test(character);
}

/** The name that a person knows the blank by. */
export function blankName(blank: string): string {
  if (blank === '\u3000') return '全角空格';
  if (blank === '\t') return '制表符';
  return '不间断空格等特殊空格';
}

/** Where the text of the line ends that `from` stands on, its line break left out. */
export function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  if (end < 0) return text.length;
  return text[end - 1] === '\r' ? end - 1 : end;
}

/** Where the line starts that follows the one whose text ends at `lineEnd`. */
export function nextLine(text: string, lineEnd: number): number {
  return Math.min(lineEnd + (text[lineEnd] === '\r' ? 2 : 1), text.length);
}

export function edit(start: number, end: number, newText: string): TextEdit {
  return { span: { start, end }, newText };
}

/** The text as a quoted scalar: double quotes unless that would need escapes. */
export function quoteScalar(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Quotes a span of the file. */
export function quoteEdit(text: string, span: Span): { span: Span; newText: string } {
  return { span, newText: quoteScalar(text.slice(span.start, span.end)) };
}
