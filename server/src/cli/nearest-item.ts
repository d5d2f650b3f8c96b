import type { LineIndex } from '../text/lines';

/** Items are longer than this only by accident; a file without items must not cost a whole scan for each finding. */
const FARTHEST_LINE = 200;
const ENTRY = /^( *)- +(?=[^\s:]{1,20}:(?:\s|$))/;
const KEY = /^(内容|名称):(?: +((?! ).*))?$/;

/**
 * The text that tells an item from its neighbours whatever its number is: the 内容 (else the 名称) of the list entry
 * around a line, without blanks; empty outside of items. Reads lines, not YAML, so that it works in damaged files.
 */
export function nearestItem(lines: LineIndex, at: number): string {
  // Entries inside of neighbours are indented as far as this line or farther.
  let below = indentOf(lineText(lines, at));
  for (let line = at; line >= 0 && line > at - FARTHEST_LINE; line--) {
    const entry = ENTRY.exec(lineText(lines, line));
    const indent = entry?.[1]?.length;
    if (!entry || indent === undefined || (indent >= below && line < at)) continue;
    const content = contentOf(lines, line, entry[0].length);
    if (content !== '') return content;
    below = indent;
  }
  return '';
}

/** @param column where the keys of the entry stand */
function contentOf(lines: LineIndex, first: number, column: number): string {
  let name = '';
  for (let line = first; line < lines.lineCount && line < first + FARTHEST_LINE; line++) {
    const text = lineText(lines, line);
    const indent = indentOf(text);
    if (line > first && text.trim() !== '' && indent < column) break;
    if (line > first && indent > column) continue;
    const key = KEY.exec(text.slice(column));
    if (!key) continue;
    // Of a literal or folded text the first line will do.
    const value = /^[|>]/.test(key[2] ?? '|') ? lineText(lines, line + 1) : (key[2] ?? '');
    if (key[1] === '内容') return squeeze(value);
    name ||= squeeze(value);
  }
  return name;
}

function lineText(lines: LineIndex, line: number): string {
  if (line >= lines.lineCount) return '';
  const { start, end } = lines.lineSpan(line);
  return lines.text.slice(start, end);
}

function indentOf(text: string): number {
  return text.length - text.trimStart().length;
}

function squeeze(text: string): string {
  return text.slice(0, 400).replace(/\s/g, '');
}
