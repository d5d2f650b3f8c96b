import type { Cell, Line, Paragraph, Printout, Table } from '../document';
import { textOf } from '../document';
import { plainRows } from './plain-cells';

/**
 * For programs, described in docs/cli.md: rows as objects by the kinds of the columns, merged cells in each of their rows,
 * paragraphs parted by line breaks.
 */
export function writeJson({ view, title, parts }: Printout): string {
  const data = {
    version: 1,
    view,
    title,
    parts: parts.map(({ name, head, tables, notes }) => ({
      name,
      head: head.map(line),
      tables: tables.map(table),
      notes: notes.map(line),
    })),
  };
  return `${JSON.stringify(data, undefined, 2)}\n`;
}

function line({ style, paragraphs }: Line): { style: string; text: string } {
  return { style, text: textOf(paragraphs) };
}

function table(one: Table): object {
  const { kind, columns } = one;
  return { kind, columns: columns.map(({ kind: key, title }) => ({ key, title })), rows: plainRows(one).map(row) };

  function row({ kind: rowKind, cells }: ReturnType<typeof plainRows>[number]): object {
    const texts = cells.flatMap((cell, index) => {
      const key = columns[index]?.kind;
      return key === undefined || !cell ? [] : [[key, textOf(cell.paragraphs)] as const];
    });
    const changes = cells.find((cell) => cell?.paragraphs.flat().some(({ change }) => change));
    return { kind: rowKind, ...Object.fromEntries(texts), ...(changes && { changes: changesOf(changes) }) };
  }
}

function changesOf({ paragraphs }: Cell): { text: string; change?: string }[] {
  const lines = paragraphs.flatMap((runs: Paragraph, index) => [...(index > 0 ? [{ text: '\n' }] : []), ...runs]);
  return lines.map(({ text, ...look }) => ({ text, ...('change' in look && { change: look.change }) }));
}
