import { applyEdits, withoutOverlaps } from '../../text/edits';
import type { LineIndex } from '../../text/lines';
import type { Span, TextEdit } from '../../text/span';
import type { Entry, MappingNode, Node } from '../../yaml/nodes';

/** The whole lines of one key of a block mapping, comments above it included. */
export interface Chunk {
  readonly key: string;
  readonly value: Node | null;
  /** As they are to be written, without the indentation of the key. */
  readonly lines: readonly string[];
  /** Comments above the key and behind its value, without indentation: what is left of it when the value is replaced. */
  readonly comments: readonly string[];
  /** A blank line stands above it. */
  readonly gap: boolean;
  /** It has anchors or aliases: one cannot go without the other. */
  readonly shared: boolean;
  /** Zero-based lines, `end` exclusive. */
  readonly at: Span;
  /** The line of the key. */
  readonly keyLine: number;
}

/** A block mapping taken apart line by line. */
export interface Chunks {
  /** Comment lines above the dash of a list entry. */
  readonly above: readonly string[];
  readonly chunks: readonly Chunk[];
  /** Comment lines behind the last key that are indented like it. */
  readonly below: readonly string[];
  /** Zero-based lines that all this takes up: `end` is exclusive. */
  readonly lines: Span;
}

const DASH = /^[ \t]*-[ \t]+$/;
const BLANK_OR_COMMENT = /^[ \t]*(?:#.*)?$/;
const REFERENCE = /(?:^|[\s,[{])[&*][^\s,\]}]/;

/**
 * Takes the lines of a mapping apart so that keys can be carried elsewhere letter for letter. Undefined where lines and
 * keys do not go together: flow style, values that hang out to the left.
 * @param edits changes that are made on the way, in offsets of the file
 */
export function chunksOf(lines: LineIndex, node: Node, edits: readonly TextEdit[] = []): Chunks | undefined {
  if (node.kind !== 'mapping' || node.flow || node.entries.length === 0) return undefined;
  const [firstEntry] = node.entries;
  const start = firstEntry?.key.place.start ?? node.place.start;
  const firstLine = lines.lineAt(start);
  const prefix = lines.text.slice(lines.lineSpan(firstLine).start, start);
  if (prefix !== '' && !DASH.test(prefix) && prefix.trim() !== '') return undefined;
  const column = prefix.length;
  const inner: Chunk[] = [];
  let from = firstLine;
  for (const entry of node.entries) {
    const line = lines.lineAt(entry.key.place.start);
    const last = lastLine(lines, entry);
    const isFirst = entry === firstEntry;
    if ((!isFirst && line < from) || last < line) return undefined;
    const above = rows(lines, { start: from, end: isFirst ? from : line }, []);
    if (above.some((row) => !BLANK_OR_COMMENT.test(row))) return undefined;
    const body = rows(lines, { start: line, end: last + 1 }, edits);
    if (isFirst) body[0] = ' '.repeat(column) + (body[0] ?? '').slice(column);
    const written = withoutIndent(body, column);
    if (!written) return undefined;
    const comments = above.map((row) => row.trim()).filter((row) => row !== '');
    const behind = commentBehind(lines, entry);
    inner.push({
      key: String(entry.key.value),
      value: entry.value,
      lines: [...comments, ...written],
      comments: behind ? [...comments, behind] : comments,
      gap: above.some((row) => row.trim() === ''),
      shared: written.some((row) => REFERENCE.test(row)),
      at: { start: isFirst ? line : from, end: last + 1 },
      keyLine: line,
    });
    from = last + 1;
  }
  const isEntry = prefix.includes('-');
  const depth = isEntry ? prefix.indexOf('-') : column;
  const top = isEntry ? commentsAbove(lines, firstLine, depth) : firstLine;
  const bottom = commentsBelow(lines, from, depth);
  return {
    above: rows(lines, { start: top, end: firstLine }, []).map((row) => row.trim()),
    chunks: inner,
    below: rows(lines, { start: from, end: bottom }, []).map((row) => row.trim()),
    lines: { start: top, end: bottom },
  };
}

/** The lines of an entry of a list that cannot be taken apart, comments above it included. */
export function wholeLines(lines: LineIndex, { place }: Pick<Node, 'place'>): Span {
  const first = lines.lineAt(place.start);
  const raw = lines.text.slice(place.start, place.end);
  const last = lines.lineAt(place.start + raw.trimEnd().length);
  const { start } = lines.lineSpan(first);
  const dash = lines.text.slice(start, place.start);
  return { start: DASH.test(dash) ? commentsAbove(lines, first, dash.indexOf('-')) : first, end: last + 1 };
}

/** Lines of the file without their breaks, edited. @param span zero-based lines, `end` exclusive */
export function rows(lines: LineIndex, { start, end }: Span, edits: readonly TextEdit[]): string[] {
  if (end <= start) return [];
  const from = lines.lineSpan(start).start;
  const to = lines.lineSpan(end - 1).end;
  const within = edits.filter(({ span }) => from <= span.start && span.end <= to);
  const shifted = within.map(({ span, newText }) => ({
    span: { start: span.start - from, end: span.end - from },
    newText,
  }));
  return applyEdits(lines.text.slice(from, to), withoutOverlaps(shifted)).split(/\r\n|\r|\n/);
}

function lastLine(lines: LineIndex, { key, value }: Entry): number {
  const end = endOf(value, key.place.end);
  const raw = lines.text.slice(key.place.start, end);
  return lines.lineAt(key.place.start + raw.trimEnd().length);
}

/** Where a value ends; an empty one, or one read from elsewhere, ends with its key. */
function endOf(value: Node | null, keyEnd: number): number {
  return value && value.place.start >= keyEnd ? Math.max(keyEnd, value.place.end) : keyEnd;
}

/** The comment on the last line of a scalar; within a list comments are part of its lines. */
function commentBehind(lines: LineIndex, { key, value }: Entry): string | undefined {
  if (value && value.kind !== 'scalar') return undefined;
  const end = endOf(value, key.place.end);
  const rest = lines.text.slice(end, lines.lineSpan(lines.lineAt(end)).end);
  return /^[ \t:]*(#.*)$/.exec(rest)?.[1];
}

function withoutIndent(body: readonly string[], column: number): string[] | undefined {
  const indent = ' '.repeat(column);
  if (body.some((row) => row.trim() !== '' && !row.startsWith(indent))) return undefined;
  return body.map((row) => (row.trim() === '' ? '' : row.slice(column)));
}

function commentsAbove(lines: LineIndex, first: number, depth: number): number {
  let top = first;
  while (top > 0 && commentDepth(lines, top - 1) === depth) top--;
  return top;
}

function commentsBelow(lines: LineIndex, from: number, depth: number): number {
  let bottom = from;
  while (bottom < lines.lineCount && (commentDepth(lines, bottom) ?? -1) > depth) bottom++;
  return bottom;
}

function commentDepth(lines: LineIndex, line: number): number | undefined {
  const { start, end } = lines.lineSpan(line);
  const text = lines.text.slice(start, end);
  const depth = text.length - text.trimStart().length;
  return text.charAt(depth) === '#' ? depth : undefined;
}

/** The entry under a key. */
export function entryOf(node: MappingNode, key: string): Entry | undefined {
  return node.entries.find((entry) => entry.key.value === key);
}
