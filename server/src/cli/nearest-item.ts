import type { LineIndex } from '../text/lines';

/** Items are longer than this only by accident; a file without items must not cost a whole scan for each finding. */
const FARTHEST_LINE = 200;
const ENTRY = /^( *)- +(?=[^\s:]{1,20}:(?:\s|$))/;
const KEY = /^(内容|名称):(?: +((?! ).*))?$/;

/** The first line of a list's entry. */
interface Opening {
  readonly indent: number;
  /** Where the keys of the entry stand. */
  readonly column: number;
}

/**
 * Finds the text that tells an item from its neighbours whatever its number is: the 内容 (else the 名称) of the list entry
 * around a line, without blanks; empty outside of items. Reads lines, not YAML, so that it works in damaged files.
 */
export function itemFinder(lines: LineIndex): (line: number) => string {
  // Neighbours ask for the same lines.
  const openings = new Map<number, Opening | undefined>();
  const contents = new Map<number, string>();
  const openingAt = (line: number) => {
    if (!openings.has(line)) openings.set(line, openingOf(lineText(lines, line)));
    return openings.get(line);
  };
  return (at) => {
    // Entries inside of neighbours are indented as far as this line or farther.
    let below = indentOf(lineText(lines, at));
    for (let line = at; line >= 0 && line > at - FARTHEST_LINE; line--) {
      const opening = openingAt(line);
      if (!opening || (opening.indent >= below && line < at)) continue;
      const content = contents.get(line) ?? contentOf(lines, line, opening.column);
      contents.set(line, content);
      if (content !== '') return content;
      below = opening.indent;
    }
    return '';
  };
}

function openingOf(text: string): Opening | undefined {
  const entry = ENTRY.exec(text);
  return entry ? { indent: entry[1]?.length ?? 0, column: entry[0].length } : undefined;
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
