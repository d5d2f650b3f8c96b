import type { LineIndex } from '../../text/lines';
import type { Span } from '../../text/span';
import type { Fault } from '../../yaml/faults';
import type { Node, SequenceNode } from '../../yaml/nodes';
import type { SyntaxTree } from '../../yaml/parse';

/** The lines of a text with what must not be changed, and the tree that stands on them. */
export interface Sheet {
  readonly lines: LineIndex;
  readonly text: string;
  readonly root: Node | null;
  /** As the text has it first. */
  readonly lineBreak: string;
  /** First and last line of a span; an empty one stands on one line. */
  linesOf(span: Span): readonly [first: number, last: number];
  /** The column of an offset; a byte order mark takes none. */
  columnOf(offset: number): number;
  /** A line without line break and byte order mark. */
  contentOf(line: number): Span;
  /** How many blanks a line begins with. */
  spacesOf(line: number): number;
  /** The text before an offset on its line. */
  before(offset: number): string;
  /** What is wrong on a line cannot be laid out: it stays letter for letter. */
  isDamaged(line: number): boolean;
  /** Damaged, or outside the lines that were asked for. */
  isFixed(line: number): boolean;
  /** True where some line of the span is fixed: then what has its columns from there must keep them. */
  holdsFixed(span: Span): boolean;
}

/** Nothing behind these faults is read. */
const READING_ENDS: ReadonlySet<Fault['kind']> = new Set(['several-documents', 'too-deep', 'too-large']);

/**
 * @param within zero-based first and last line that may be changed; default: all
 */
export function createSheet(
  lines: LineIndex,
  { root, faults }: Pick<SyntaxTree, 'root' | 'faults'>,
  within: readonly [number, number] = [0, lines.lineCount - 1],
): Sheet {
  const { text } = lines;
  const bom = text.startsWith('\ufeff') ? 1 : 0;
  const damaged = new Uint8Array(lines.lineCount);
  const contentOf = (line: number): Span => {
    const { start, end } = lines.lineSpan(line);
    return line === 0 ? { start: start + bom, end } : { start, end };
  };
  const spacesOf = (line: number) => {
    const { start } = contentOf(line);
    let at = start;
    while (text[at] === ' ') at++;
    return at - start;
  };
  const linesOf = ({ start, end }: Span) => [lines.lineAt(start), lines.lineAt(Math.max(start, end - 1))] as const;
  const before = (offset: number) => text.slice(contentOf(lines.lineAt(offset)).start, offset);
  const mark = (span: Span) => {
    const [first, last] = linesOf(span);
    damaged.fill(1, first, last + 1);
  };
  for (const fault of faults) {
    mark(READING_ENDS.has(fault.kind) ? { start: fault.span.start, end: text.length } : fault.span);
    if (fault.related) mark(fault.related);
    for (const { span } of fault.repair ?? []) mark(span);
  }
  for (const node of strangersIn(root, text, before)) mark(node.place);
  // How many fixed lines there are up to each line.
  const fixed = new Uint32Array(lines.lineCount + 1);
  for (let line = 0; line < lines.lineCount; line++) {
    const isFixed = damaged[line] === 1 || line < within[0] || line > within[1];
    fixed[line + 1] = (fixed[line] ?? 0) + (isFixed ? 1 : 0);
  }
  const countFixed = (first: number, last: number) => (fixed[last + 1] ?? 0) - (fixed[first] ?? 0);
  return {
    lines,
    text,
    root,
    lineBreak: /\r\n|\r|\n/.exec(text)?.[0] ?? '\n',
    linesOf,
    contentOf,
    spacesOf,
    before,
    columnOf: (offset) => offset - contentOf(lines.lineAt(offset)).start,
    isDamaged: (line) => damaged[line] === 1,
    isFixed: (line) => countFixed(line, line) > 0,
    holdsFixed: (span) => countFixed(...linesOf(span)) > 0,
  };
}

const DASHES = /^ *(?:- +)*$/;

/** Parts that could not be read, and collections written in ways that drafters do not use (`? key`, `- &anchor key:`). */
function strangersIn(root: Node | null, text: string, before: (offset: number) => string): Node[] {
  const found: Node[] = [];
  const hasUsualDash = (item: Node) => {
    const dash = dashOf(text, item);
    return dash !== undefined && DASHES.test(before(dash));
  };
  const visit = (node: Node | null, from: number): void => {
    // An alias leads back to its anchor.
    if (!node || node.place.start < from) return;
    if (node.kind === 'damaged') found.push(node);
    if (node.kind === 'mapping') {
      const isUsual = node.flow
        ? text[node.place.start] === '{'
        : node.entries.every(({ key }, i) => (i === 0 ? DASHES : /^ *$/).test(before(key.place.start)));
      if (!isUsual) found.push(node);
      for (const { key, value } of node.entries) visit(value, key.place.end);
    }
    if (node.kind === 'sequence') {
      const items = ownItems(node);
      if (!node.flow && !items.every(hasUsualDash)) found.push(node);
      for (const item of items) visit(item, node.place.start);
    }
  };
  visit(root, 0);
  return found;
}

/** From the start of a node to the end of what it holds last: the place of a block collection may reach further, up to what follows. */
export function extentOf(node: Node): Span {
  const { start } = node.place;
  let last: Node = node;
  let { end } = node.place;
  while ((last.kind === 'mapping' || last.kind === 'sequence') && !last.flow) {
    const entry = last.kind === 'mapping' ? last.entries.at(-1) : undefined;
    const inner = last.kind === 'sequence' ? ownItems(last).at(-1) : entry?.value;
    const from = entry?.key.place.end ?? start;
    if (entry) end = from;
    if (!inner || inner.place.start < from) break;
    last = inner;
    end = inner.place.end;
  }
  return { start, end };
}

/** The items of a sequence that stand in it themselves, not through an alias. */
export function ownItems({ items, place }: SequenceNode): Node[] {
  return items.filter((item) => item.place.start >= place.start);
}

/** Where the dash of an item of a block list stands, if only blanks and line breaks are between. */
export function dashOf(text: string, { place }: Node): number | undefined {
  let at = place.start - 1;
  while (at >= 0 && /[ \r\n]/.test(text.charAt(at))) at--;
  return text[at] === '-' ? at : undefined;
}
