import { type FoldingRange, FoldingRangeKind } from 'vscode-languageserver-types';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import type { Checked } from '../workspace/project';
import type { Node } from '../yaml/nodes';

export interface FoldingOptions {
  /** The client folds whole lines: a closing bracket then stays in sight. */
  readonly lineFoldingOnly?: boolean;
  /** No more ranges than this; the outer ones are kept. */
  readonly rangeLimit?: number;
}

interface Fold extends FoldingRange {
  readonly depth: number;
}

/**
 * What can be folded: sections, items and every other entry of more than one line, lists in brackets, long texts, runs of
 * comments. Of folds that begin on one line the longest is given.
 */
export function foldingRanges({ document: { lines, tree } }: Checked, options: FoldingOptions = {}): FoldingRange[] {
  const byLine = new Map<number, Fold>();
  const add = (fold: Fold) => {
    const known = byLine.get(fold.startLine);
    if (fold.endLine > fold.startLine && (known?.endLine ?? 0) < fold.endLine) byLine.set(fold.startLine, fold);
  };
  const texts: Span[] = [];
  collect(tree.root, lines, options.lineFoldingOnly === true, add, texts);
  for (const run of commentRuns(lines, texts)) add({ ...run, kind: FoldingRangeKind.Comment, depth: 0 });
  const folds = [...byLine.values()];
  const { rangeLimit = folds.length } = options;
  const kept = folds.length > rangeLimit ? folds.sort((a, b) => a.depth - b.depth).slice(0, rangeLimit) : folds;
  return kept.sort((a, b) => a.startLine - b.startLine).map(({ depth, ...range }) => range);
}

/** Walks a tree; the spans of its scalars of several lines go to `texts`, in the order of the file. */
function collect(
  root: Node | null,
  lines: LineIndex,
  wholeLines: boolean,
  add: (fold: Fold) => void,
  texts: Span[],
): void {
  const seen = new Set<Node>();
  /** @param from where the line that stays in sight begins: at the key, or at the dash */
  const visit = (node: Node | null, from: number, depth: number): void => {
    // What a YAML alias repeats stands elsewhere, further up.
    if (!node || seen.has(node) || node.place.start < from) return;
    seen.add(node);
    const { start, end } = node.place;
    const isFlow = (node.kind === 'mapping' || node.kind === 'sequence') && node.flow;
    const { line: last, character } = lines.positionAt(endOfText(lines.text, start, end));
    const startLine = lines.lineAt(from);
    if (!isFlow) add({ startLine, endLine: last, depth });
    else if (wholeLines) add({ startLine, endLine: last - 1, depth });
    else add({ startLine, endLine: last, endCharacter: character - 1, depth });
    if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) visit(value, key.place.start, depth + 1);
    } else if (node.kind === 'sequence') {
      for (const part of node.items) visit(part, part.place.start, depth + 1);
    } else if (lines.lineAt(start) < last) {
      texts.push(node.place);
    }
  };
  if (root?.kind === 'mapping') {
    for (const { key, value } of root.entries) visit(value, key.place.start, 0);
  } else {
    visit(root, root?.place.start ?? 0, 0);
  }
}

/** The end of a part without the blank lines behind it. */
function endOfText(text: string, start: number, end: number): number {
  let last = end;
  while (last > start && /\s/.test(text.charAt(last - 1))) last--;
  return last;
}

/** Two or more lines in a row that hold comments only. @param texts lines within these are text, whatever they begin with */
function commentRuns(lines: LineIndex, texts: readonly Span[]): { startLine: number; endLine: number }[] {
  const runs: { startLine: number; endLine: number }[] = [];
  let next = 0;
  let startLine = -1;
  for (let line = 0; line <= lines.lineCount; line++) {
    const { start, end } = lines.lineSpan(line);
    while ((texts[next]?.end ?? Infinity) <= start) next++;
    const isText = (texts[next]?.start ?? Infinity) < start;
    const isComment = line < lines.lineCount && !isText && /^[ \t]*#/.test(lines.text.slice(start, end));
    if (isComment && startLine < 0) startLine = line;
    if (isComment || startLine < 0) continue;
    if (line - 1 > startLine) runs.push({ startLine, endLine: line - 1 });
    startLine = -1;
  }
  return runs;
}
