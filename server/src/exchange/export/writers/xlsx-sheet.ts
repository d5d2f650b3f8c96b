import type { LineStyle } from '../../../protocol/preview';
import { type Cell, type Line, type Paragraph, type Part, type Run, type Table, textOf } from '../document';
import { escapeXml, looksLikeFormula } from '../escape';
import { gridOf } from '../grid';
import { isRunning, standsAtTop } from '../look';
import { columnShares, measure } from '../widths';
import { XML } from './properties';
import { type CellStyle, linePoints, runFontXml, styleIndex } from './xlsx-styles';

/** All columns together, in widths of a digit: as wide as the page at the size of the table's letters. */
const SHEET_WIDTH = 136;
/** Points; Excel takes no more. */
const HIGHEST_ROW = 409;
/** UTF-16 units of a cell; a workbook with a longer one is refused as damaged. */
const LONGEST_TEXT = 32_767;
const NUMBERS = new Set(['number', 'serial', 'central-number', 'score']);

interface SheetRow {
  readonly cells: string[];
  height: number;
}

/** The row, counted from 1, in which the header of a part's table stands. */
export function headerRow({ head }: Pick<Part, 'head'>): number {
  return head.reduce((count, { paragraphs }) => count + paragraphs.length, 0) + 1;
}

/** @param isShown the sheet that is on top when the workbook opens */
export function sheetXml({ head, notes }: Part, table: Table | undefined, isShown: boolean): string {
  const columns = Math.max(1, table?.columns.length ?? 1);
  const widths = table ? columnShares(table).map((share) => share * SHEET_WIDTH) : [SHEET_WIDTH];
  const rows: SheetRow[] = [];
  const merges: string[] = [];
  for (const line of head) addLine(line);
  if (table) addTable(table);
  for (const line of notes) addLine(line);
  const top = headerRow({ head });
  const pane = table
    ? `<pane ySplit="${top}" topLeftCell="A${top + 1}" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>`
    : '';
  return [
    `${XML}<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">`,
    '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>',
    `<sheetViews><sheetView${isShown ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>`,
    '<sheetFormatPr defaultRowHeight="15"/>',
    `<cols>${widths.map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width.toFixed(2)}" customWidth="1"/>`).join('')}</cols>`,
    `<sheetData>${rows.map(rowXml).join('')}</sheetData>`,
    merges.length > 0 ? `<mergeCells count="${merges.length}">${merges.join('')}</mergeCells>` : '',
    '<printOptions horizontalCentered="1"/>',
    '<pageMargins left="0.6" right="0.6" top="0.8" bottom="0.8" header="0.4" footer="0.4"/>',
    '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>',
    '<headerFooter><oddFooter>&amp;C— &amp;P —</oddFooter></headerFooter>',
    `<ignoredErrors><ignoredError sqref="A1:${letters(columns - 1)}${Math.max(1, rows.length)}" numberStoredAsText="1"/></ignoredErrors>`,
    '</worksheet>',
  ].join('');

  function addLine({ style, paragraphs }: Line): void {
    for (const paragraph of paragraphs) {
      const at = rows.length + 1;
      const height = linesOf([paragraph], SHEET_WIDTH, 0.8) * linePoints(style);
      rows.push({ cells: [cellXml(`A${at}`, [paragraph], style)], height });
      if (columns > 1) merges.push(`<mergeCell ref="A${at}:${letters(columns - 1)}${at}"/>`);
    }
  }

  function addTable(one: Table): void {
    const header = rows.length + 1;
    rows.push({
      cells: one.columns.map(({ title }, index) =>
        cellXml(`${letters(index)}${header}`, [[{ text: title }]], 'header'),
      ),
      height:
        Math.max(1.5, ...one.columns.map(({ title }, index) => linesOf([[{ text: title }]], widths[index] ?? 1))) *
        linePoints('header'),
    });
    const first = rows.length;
    for (const [y, line] of gridOf(one).entries()) {
      const at = first + y + 1;
      const row: SheetRow = { cells: [], height: linePoints('running') };
      rows.push(row);
      for (const [x, position] of line.entries()) {
        const ref = `${letters(x)}${at}`;
        const style = position ? styleOf(position.cell, one) : 'short';
        // A merged cell has its frame from all the cells that it covers.
        row.cells.push(
          position?.isFirst ? cellXml(ref, position.cell.paragraphs, style, kindOf(one, x)) : emptyXml(ref, style),
        );
        if (!position?.isFirst) continue;
        const { rowSpan, columnSpan } = position.cell;
        if (rowSpan > 1 || columnSpan > 1)
          merges.push(`<mergeCell ref="${ref}:${letters(x + columnSpan - 1)}${at + rowSpan - 1}"/>`);
        if (rowSpan === 1) row.height = Math.max(row.height, heightOf(position.cell));
      }
    }
    for (const [y, { cells }] of one.rows.entries())
      for (const cell of cells) if (cell.rowSpan > 1) stretch(cell, first + y);
  }

  function heightOf({ column, columnSpan, paragraphs }: Cell): number {
    const width = widths.slice(column, column + columnSpan).reduce((sum, one) => sum + one, 0);
    return Math.ceil(linesOf(paragraphs, width) * linePoints('running') + 4);
  }

  /** Makes room for a cell over several rows, which programs do not do by themselves. */
  function stretch(cell: Cell, from: number): void {
    const covered = rows.slice(from, from + cell.rowSpan);
    const lacking = heightOf(cell) - covered.reduce((sum, { height }) => sum + height, 0);
    if (lacking > 0) for (const row of covered) row.height += Math.ceil(lacking / covered.length);
  }

  function rowXml({ cells, height }: SheetRow, index: number): string {
    const points = Math.min(HIGHEST_ROW, Math.ceil(height));
    return `<row r="${index + 1}" ht="${points}" customHeight="1">${cells.join('')}</row>`;
  }
}

/** Lines that paragraphs take in a width given in digits. @param size letters that a digit's width holds, against the table's */
function linesOf(paragraphs: readonly Paragraph[], width: number, size = 1): number {
  const room = Math.max(1, (width - 1) * 0.5 * size);
  const lines = paragraphs.map((runs) => Math.max(1, Math.ceil(measure(textOf([runs])) / room)));
  return lines.reduce((sum, one) => sum + one, 0) || 1;
}

function kindOf({ columns }: Table, column: number): string {
  return columns[column]?.kind ?? '';
}

function styleOf(cell: Cell, { columns }: Table): CellStyle {
  const look = isRunning(columns[cell.column]?.kind) ? 'running' : 'short';
  return standsAtTop(cell) ? `${look}-top` : look;
}

function emptyXml(ref: string, style: CellStyle): string {
  return `<c r="${ref}" s="${styleIndex(style, false)}"/>`;
}

function cellXml(ref: string, paragraphs: readonly Paragraph[], style: CellStyle | LineStyle, kind = ''): string {
  const text = textOf(paragraphs);
  if (text === '') return emptyXml(ref, style as CellStyle);
  // Numbers and scores that lose nothing as numbers: they can be added up.
  if (NUMBERS.has(kind) && /^\d{1,15}(?:\.\d+)?$/.test(text) && String(Number(text)) === text) {
    return `<c r="${ref}" s="${styleIndex(style, false)}"><v>${text}</v></c>`;
  }
  return `<c r="${ref}" s="${styleIndex(style, looksLikeFormula(text))}" t="inlineStr"><is>${inline(paragraphs)}</is></c>`;
}

function inline(paragraphs: readonly Paragraph[]): string {
  const runs: Run[] = paragraphs.flatMap((all, index) => (index > 0 ? [{ text: '\n' }, ...all] : all));
  const length = runs.reduce((sum, { text }) => sum + text.length, 0);
  if (length > LONGEST_TEXT) return textXml(`${textOf(paragraphs).slice(0, LONGEST_TEXT - 2)}……`);
  if (runs.every(({ strong, change }) => !strong && !change)) return textXml(runs.map(({ text }) => text).join(''));
  return runs
    .map(({ text, strong, change }) => {
      const font = runFontXml({ bold: strong === true || change === 'added', struck: change === 'dropped' });
      return `<r>${font}${textXml(text)}</r>`;
    })
    .join('');
}

/** Excel reads `_x000A_` as a character; an underscore that only looks so is written `_x005F_`. */
function textXml(text: string): string {
  return `<t xml:space="preserve">${escapeXml(text.replace(/_(?=x[\da-f]{4}_)/gi, '_x005F_'))}</t>`;
}

/** 0 → A, 26 → AA. */
function letters(column: number): string {
  const rest = Math.floor(column / 26) - 1;
  return (rest >= 0 ? letters(rest) : '') + String.fromCharCode(65 + (column % 26));
}
