import type { Indicator, IndicatorFile } from '../../../model/types';
import type { ColumnKind } from '../../../protocol/preview';
import { columnsOf, contentOf } from '../../../service/preview/columns';
import { textOf } from '../../../service/preview/draft';
import { type Cell, type Column, cell, type Paragraph } from '../document';
import { paragraphsOf } from '../from-draft';

/** The columns of a file's own table that a list of another order can use: without the merged ones of the levels. */
export function plainColumns(file: IndicatorFile, without: readonly ColumnKind[] = []): Column[] {
  const left = new Set<ColumnKind>(['level-1', 'level-2', 'source', 'certainty', ...without]);
  return columnsOf(file, false).filter(({ kind }) => !left.has(kind));
}

/** The number of an item as a list shows it out of its place: entries of 附加项 say what they are. */
export function numberOf({ number, extra }: Indicator): Paragraph[] {
  const own = paragraphsOf({ paragraphs: textOf(number) });
  return extra ? [[{ text: extra }], ...own] : own;
}

/** What an item has to say in a column of {@link plainColumns}. A damaged one shows its text as it stands. */
export function contentFor(item: Indicator, kind: Column['kind']): Paragraph[] {
  if (kind === 'number') return numberOf(item);
  if (kind === 'content' && item.damaged) return rawOf(item);
  return paragraphsOf(contentOf(item, kind as ColumnKind));
}

export function cellsFor(item: Indicator, columns: readonly Column[], from: number): Cell[] {
  return columns.slice(from).map(({ kind }, index) => cell(from + index, contentFor(item, kind)));
}

function rawOf({ node }: Indicator): Paragraph[] {
  const raw = node.kind === 'damaged' || node.kind === 'scalar' ? node.raw : '';
  return raw.split(/\r?\n/).flatMap((line) => (line.trim() === '' ? [] : [[{ text: line.trim() }]]));
}
