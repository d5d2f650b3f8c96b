import type { TextEdit as LspEdit } from 'vscode-languageserver-types';
import { readIndicatorFile } from '../model/indicator-file';
import { VOCABULARY } from '../model/keys';
import { applyEdits } from '../text/edits';
import { LineIndex, type Range } from '../text/lines';
import type { TextEdit } from '../text/span';
import type { Checked } from '../workspace/project';
import { parseYaml, type SyntaxTree } from '../yaml/parse';
import { keyOrderEdits } from './formatting/key-order';
import { layOut } from './formatting/layout';
import { whitespaceEdits } from './formatting/line-edits';
import { sameData } from './formatting/same-data';
import { createSheet } from './formatting/sheet';
import { unitListEdits } from './formatting/unit-lists';
import type { FeatureSettings } from './settings';
import { lineEdits } from './text-diff';
import type { Workspace } from './workspace';

/**
 * Lays a file out: indentation, blanks and blank lines, and on request the order of keys and the style of unit lists. Text is
 * never wrapped or quoted anew; lines with something damaged stay as they are.
 * @param range only whole lines within it change; what other lines have a share in keeps its columns
 */
export function formatting({ settings }: Workspace, { document }: Checked, range?: Range): LspEdit[] {
  const { lines, tree, kind } = document;
  const orders = kind === 'zhibiao' || kind === 'yaoqiu' ? kind : undefined;
  const edits = formattingEdits({ lines, tree }, orders, settings, range && linesIn(range));
  return edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
}

/** A range that ends at the start of a line does not mean that line. */
function linesIn({ start, end }: Range): readonly [number, number] {
  return [start.line, Math.max(start.line, end.character === 0 ? end.line - 1 : end.line)];
}

interface Read {
  readonly lines: LineIndex;
  readonly tree: SyntaxTree;
}

/**
 * The changes, in order. None at all where the text read again would not hold the same data.
 * @param kind of a file with items, whose keys and lists may be rewritten
 * @param within zero-based first and last line that may change
 */
export function formattingEdits(
  original: Read,
  kind: 'zhibiao' | 'yaoqiu' | undefined,
  settings: Pick<FeatureSettings, 'formatKeyOrder' | 'formatUnitLists'>,
  within: readonly [number, number] = [0, original.lines.lineCount - 1],
): TextEdit[] {
  const { read, last } = kind ? rewrite(original, kind, settings, within) : { read: original, last: within[1] };
  const sheet = createSheet(read.lines, read.tree, [within[0], last]);
  const edits = whitespaceEdits(sheet, layOut(sheet));
  const text = applyEdits(read.lines.text, edits);
  if (text === original.lines.text || !isSame(original.tree, parseYaml(text, VOCABULARY))) return [];
  return read === original ? edits : lineEdits(original.lines.text, text);
}

/** Lists first, then keys: each step reads what the one before it has made. */
function rewrite(
  original: Read,
  kind: 'zhibiao' | 'yaoqiu',
  { formatKeyOrder, formatUnitLists }: Pick<FeatureSettings, 'formatKeyOrder' | 'formatUnitLists'>,
  [first, end]: readonly [number, number],
): { read: Read; last: number } {
  let read = original;
  let last = end;
  for (const rewriteIn of [unitListEdits, keyOrderEdits]) {
    if (rewriteIn === unitListEdits ? formatUnitLists === 'keep' : !formatKeyOrder) continue;
    const sheet = createSheet(read.lines, read.tree, [first, last]);
    const edits = rewriteIn(sheet, readIndicatorFile(read.tree.root, kind), formatUnitLists);
    if (edits.length === 0) continue;
    const text = applyEdits(read.lines.text, edits);
    const lines = new LineIndex(text);
    last += lines.lineCount - read.lines.lineCount;
    read = { lines, tree: parseYaml(text, VOCABULARY) };
  }
  return { read, last };
}

function isSame(a: SyntaxTree, b: SyntaxTree): boolean {
  const kinds = ({ faults }: SyntaxTree) =>
    faults
      .map(({ kind }) => kind)
      .sort()
      .join();
  return kinds(a) === kinds(b) && sameData(a.root, b.root);
}
