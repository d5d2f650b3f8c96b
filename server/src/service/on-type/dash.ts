import { itemAt } from '../../model/item-at';
import type { TextEdit } from '../../text/span';
import type { Checked } from '../../workspace/project';
import { contextAt } from '../completion/context-at';
import { tokensOf } from '../completion/line-tokens';
import { nextNumber } from '../completion/numbers';
import { isItemEntry } from '../completion/scene';
import { indicatorFile } from '../item-places';

/**
 * The first dash of a line begins an item with the next number, if it stands where the dashes of items do. One in line with
 * the keys of the item above cannot mean anything else, and moves out to where it belongs.
 */
export function afterDash(file: Checked, offset: number): TextEdit[] {
  const { lines } = file.document;
  const model = indicatorFile(file);
  const { line } = lines.positionAt(offset);
  const { start, end } = lines.lineSpan(line);
  if (!model || offset > end || !/^ *-$/.test(lines.text.slice(start, offset))) return [];
  if (lines.text.slice(offset, end).trim() !== '') return [];
  const column = offset - 1 - start;
  const own = contextAt(lines, offset);
  // A list of something else may well stand in this column.
  if (own.place === 'entry' && !isItemEntry(own.path)) return [];
  const at = own.place === 'entry' ? { column, context: own } : itemAbove(file, line, column);
  if (!at) return [];
  const item = itemAt(model, offset);
  const number = nextNumber({ model, cursor: offset, context: at.context, item });
  return [{ span: { start, end }, newText: `${' '.repeat(at.column)}- 序号: ${number}` }];
}

/** Lines above a dash that are searched for the one of its item: items are short, and block texts in them rarely long. */
const MAX_LINES = 200;

/** The dash of the item whose keys stand in a column, and what stands there. */
function itemAbove({ document: { lines } }: Checked, line: number, column: number) {
  for (let above = line - 1; above >= Math.max(0, line - MAX_LINES); above--) {
    const { start, end } = lines.lineSpan(above);
    const text = lines.text.slice(start, end);
    const { dashes, key, column: inner, body } = tokensOf(text);
    if (text.trim() === '' || (dashes[0] ?? inner) >= column) continue;
    const [dash] = dashes;
    if (dash === undefined || inner !== column || !key) return undefined;
    const context = contextAt(lines, start + body);
    return isItemEntry(context.path) ? { column: dash, context } : undefined;
  }
  return undefined;
}
