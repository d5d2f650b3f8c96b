import type { Printout } from '../document';
import { looksLikeFormula } from '../escape';
import { listOf, markedText, plainRows } from './plain-cells';

const BOM = '\uFEFF';

/**
 * The list as RFC 4180 has it, with a byte-order mark, without which Excel takes it for GBK. One record an item: merged cells
 * stand in each of their rows; several parts follow each other with a first field that names the part. What a spreadsheet
 * would take for a formula gets a `'` in front (OWASP). Lines above and below and other tables are left out: a CSV is one table.
 */
export function writeCsv({ parts }: Printout): string {
  const isSeveral = parts.length > 1;
  const lists = parts.flatMap((part) => {
    const table = listOf(part);
    return table ? [{ part, table }] : [];
  });
  // Lists of one file have the same columns.
  const header = lists[0]?.table.columns.map(({ title }) => title) ?? [];
  const records = lists.flatMap(({ part, table }) =>
    plainRows(table).map(({ cells }) => [
      ...(isSeveral ? [part.name] : []),
      ...cells.map((cell) => (cell ? markedText(cell.paragraphs) : '')),
    ]),
  );
  return BOM + [[...(isSeveral ? ['单位'] : []), ...header], ...records].map(record).join('');
}

function record(fields: readonly string[]): string {
  return `${fields.map(field).join(',')}\r\n`;
}

function field(value: string): string {
  const text = looksLikeFormula(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) || text !== text.trim() ? `"${text.replaceAll('"', '""')}"` : text;
}
