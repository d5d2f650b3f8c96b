import type { RawCell, RawRow } from './grid';
import { flowText, textOf } from './html-flow';
import { attribute, childrenOf, type HtmlElement, type HtmlNode, isElement, isHidden, walk } from './html-tree';

export interface TableContext {
  readonly keepsBreaks: boolean;
  /** 表1 */
  readonly title: string;
  /** Text that the page holds but does not show. */
  hidden(text: string): void;
  /** A row has a table within one of its cells. */
  nested(at: string): void;
}

/** The rows of a table as the page shows them, and its caption. */
export function readTable(table: HtmlElement, context: TableContext): { caption: string; rows: RawRow[] } {
  const { keepsBreaks, title, hidden } = context;
  const captions = elements(table).filter(({ tagName }) => tagName === 'caption');
  const rows: RawRow[] = [];
  for (const { row, isHeader } of rowsOf(table)) {
    if (isHidden(row)) hidden(textOf(row, keepsBreaks));
    else if (!isRuler(row, keepsBreaks)) {
      const at = `${title}第${rows.length + 1}行`;
      rows.push({ cells: cellsOf(row, at, context), at, ...(isHeader && { header: true }) });
    }
  }
  return { caption: captions.map((caption) => textOf(caption, keepsBreaks)).join(' '), rows };
}

function elements(parent: HtmlNode): HtmlElement[] {
  return childrenOf(parent).filter(isElement);
}

function rowsOf(table: HtmlElement): { row: HtmlElement; isHeader: boolean }[] {
  return elements(table).flatMap((part) => {
    if (part.tagName === 'tr') return [{ row: part, isHeader: false }];
    if (!/^t(?:head|body|foot)$/.test(part.tagName)) return [];
    const rows = elements(part).filter(({ tagName }) => tagName === 'tr');
    return rows.map((row) => ({ row, isHeader: part.tagName === 'thead' }));
  });
}

/** Word and Excel end a table of merged cells with an empty row of no height, which holds the columns' widths. */
function isRuler(row: HtmlElement, keepsBreaks: boolean): boolean {
  return attribute(row, 'height') === '0' && textOf(row, keepsBreaks) === '';
}

function cellsOf(row: HtmlElement, at: string, { keepsBreaks, hidden, nested }: TableContext): RawCell[] {
  const cells: RawCell[] = [];
  for (const cell of elements(row)) {
    if (cell.tagName !== 'td' && cell.tagName !== 'th') continue;
    if (isHidden(cell)) {
      hidden(textOf(cell, keepsBreaks));
      continue;
    }
    const lines: string[] = [];
    const table = () => {
      nested(at);
      return false;
    };
    flowText(cell, keepsBreaks, { line: (text) => lines.push(text), table, hidden });
    cells.push({ text: lines.join('\n'), rowSpan: spanOf(cell, 'rowspan'), colSpan: spanOf(cell, 'colspan') || 1 });
  }
  return cells;
}

function spanOf(cell: HtmlElement, name: string): number {
  const span = Number.parseInt(attribute(cell, name) ?? '1', 10);
  return span >= 0 ? span : 1;
}

/**
 * Tells the tables that only lay out a page from those that hold data: one that has a table within with at least as many
 * rows as itself is a layout. @returns the layouts
 */
export function layoutTables(root: HtmlNode): ReadonlySet<HtmlElement> {
  const layouts = new Set<HtmlElement>();
  const around: { table: HtmlElement; rows: number; within: number }[] = [];
  walk(root, {
    enter(node) {
      if (!isElement(node)) return false;
      if (node.tagName === 'table') around.push({ table: node, rows: 0, within: 0 });
      const own = around.at(-1);
      if (node.tagName === 'tr' && own) own.rows++;
      return true;
    },
    leave(node) {
      if (!isElement(node) || node.tagName !== 'table') return;
      const own = around.pop();
      const outer = around.at(-1);
      if (own && own.within > 0 && own.within >= own.rows) layouts.add(own.table);
      if (own && outer) outer.within = Math.max(outer.within, own.rows, own.within);
    },
  });
  return layouts;
}
