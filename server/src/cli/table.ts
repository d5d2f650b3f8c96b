import { characterWidth, displayWidth, padEnd } from './width';

/** Signs that must not begin a line. */
const CLOSING = /^[，。；：！？、）》」』”’…,.;:!?)\]]$/u;

/**
 * Breaks a text into lines of so many columns. Chinese may break anywhere but before closing punctuation, which hangs over
 * rather than begin a line; words in letters and digits stay together where they fit.
 * @param text without control characters (see `visible`)
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = [];
  let line = '';
  let width = 0;
  for (const piece of text.match(/[!-~]+|\s+|[^!-~\s]/gu) ?? []) {
    for (const part of displayWidth(piece) > columns ? piece : [piece]) {
      const own = displayWidth(part);
      if (width + own > columns && width > 0 && !CLOSING.test(part)) {
        lines.push(line.trimEnd());
        [line, width] = ['', 0];
      }
      if (line === '' && part.trim() === '') continue;
      line += part;
      width += own;
    }
  }
  if (line.trim() !== '' || lines.length === 0) lines.push(line.trimEnd());
  return lines;
}

/** Cells side by side, each wrapped into its columns, two blanks between them. */
export function sideBySide(
  cells: readonly { readonly text: string; readonly columns: number; readonly tint?: (text: string) => string }[],
): string[] {
  const wrapped = cells.map(({ text, columns }) => text.split('\n').flatMap((part) => wrap(part, columns)));
  const height = Math.max(...wrapped.map(({ length }) => length));
  return Array.from({ length: height }, (_, row) =>
    cells
      .map(({ columns, tint = (text: string) => text }, index) => {
        const text = wrapped[index]?.[row] ?? '';
        // Colours have no width, blanks no colour.
        return tint(text) + padEnd('', columns - displayWidth(text));
      })
      .join('  ')
      .trimEnd(),
  );
}

/** The beginning of a text, at most so many columns wide; … stands for the rest. */
export function cut(text: string, columns: number): string {
  if (displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const character of text) {
    width += characterWidth(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept}…`;
}
