import type { TextEdit } from '../../text/span';
import type { Layout } from './layout';
import type { Sheet } from './sheet';

/** The edits that give every line its indentation, take blanks off its end and leave one blank line of several. */
export function whitespaceEdits(sheet: Sheet, layout: Layout): TextEdit[] {
  const { lines } = sheet;
  const indents = withComments(sheet, layout);
  const edits = [...layout.gaps];
  const last = lastContent(sheet, layout);
  // The file begins with its first line of text.
  let wasBlank = true;
  for (let line = 0; line <= last; line++) {
    const isBlank = isBlankLine(sheet, layout, line);
    const isRepeated = isBlank && wasBlank;
    wasBlank = isBlank;
    if (sheet.isFixed(line)) continue;
    if (isRepeated)
      edits.push({
        span: { start: sheet.contentOf(line).start, end: lines.offsetAt({ line: line + 1, character: 0 }) },
        newText: '',
      });
    else edits.push(...lineEdits(sheet, line, indents.get(line), layout.untrimmed.has(line)));
  }
  return [...edits, ...endEdits(sheet, layout, last)].sort((a, b) => a.span.start - b.span.start);
}

function lineEdits(sheet: Sheet, line: number, indent: number | undefined, isUntrimmed: boolean): TextEdit[] {
  const { start, end } = sheet.contentOf(line);
  const spaces = sheet.spacesOf(line);
  const now = indent ?? spaces;
  const edits: TextEdit[] = [];
  if (now > spaces) edits.push({ span: { start, end: start }, newText: ' '.repeat(now - spaces) });
  if (now < spaces) edits.push({ span: { start, end: start + spaces - now }, newText: '' });
  let behind = end;
  while (behind > start && ' \t'.includes(sheet.text.charAt(behind - 1))) behind--;
  if (behind < end && !isUntrimmed) edits.push({ span: { start: behind, end }, newText: '' });
  return edits;
}

/** One line break behind the last text. */
function endEdits(sheet: Sheet, layout: Layout, last: number): TextEdit[] {
  const { lines, text } = sheet;
  const { end } = sheet.contentOf(last);
  for (let line = Math.max(0, last); line < lines.lineCount; line++) if (sheet.isFixed(line)) return [];
  if (last < 0)
    return text.length > sheet.contentOf(0).start
      ? [{ span: { start: sheet.contentOf(0).start, end: text.length }, newText: '' }]
      : [];
  if (last + 1 === lines.lineCount) {
    const span = { start: text.length, end: text.length };
    return layout.untrimmed.has(last) ? [] : [{ span, newText: sheet.lineBreak }];
  }
  const next = lines.offsetAt({ line: last + 1, character: 0 });
  return end < next && next < text.length ? [{ span: { start: next, end: text.length }, newText: '' }] : [];
}

function isBlankLine(sheet: Sheet, { inner, untrimmed }: Layout, line: number): boolean {
  const { start, end } = sheet.contentOf(line);
  return !inner.has(line) && !untrimmed.has(line) && /^[ \t]*$/.test(sheet.text.slice(start, end));
}

function lastContent(sheet: Sheet, layout: Layout): number {
  let last = sheet.lines.lineCount - 1;
  while (last >= 0 && isBlankLine(sheet, layout, last)) last--;
  return last;
}

/**
 * The indentation of comments beside that of the text: like what follows, unless a comment stood further in, in line with
 * entries above it; then it stays with those.
 */
function withComments(sheet: Sheet, layout: Layout): Map<number, number> {
  const indents = new Map(layout.indents);
  /** Columns that entries above stand in, outermost first. */
  let levels: { readonly old: number; readonly now: number }[] = [];
  let waiting: number[] = [];
  const settle = (next: { readonly old: number; readonly now: number }, isDamaged = false) => {
    // What belongs to something damaged stays with it.
    for (const line of isDamaged ? [] : waiting) {
      const column = sheet.spacesOf(line);
      const above = column > next.old ? levels.find(({ old }) => old === column) : undefined;
      indents.set(line, (above ?? next).now);
    }
    waiting = [];
  };
  for (let line = 0; line < sheet.lines.lineCount; line++) {
    if (layout.inner.has(line) || isBlankLine(sheet, layout, line)) continue;
    const old = sheet.spacesOf(line);
    const first = sheet.text.charAt(sheet.contentOf(line).start + old);
    if (first === '#') waiting.push(line);
    // A tab or an odd blank in front of it leaves open where a line stands.
    else if (/\S/.test(first)) {
      const next = { old, now: layout.indents.get(line) ?? old };
      settle(next, sheet.isDamaged(line));
      levels = [...levels.filter((level) => level.old < old), next];
      for (const [inside, now] of layout.nested.get(line) ?? []) levels.push({ old: inside, now });
    }
  }
  settle({ old: 0, now: 0 });
  return indents;
}
