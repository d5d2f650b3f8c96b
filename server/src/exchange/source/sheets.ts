import type { CellObject, Range, WorkBook, WorkSheet } from '@e965/xlsx';
import type { Message } from '../../rules/finding';
import { type RawCell, type RawRow, sheetBlocks } from './grid';
import { sourcePhrases } from './phrases';
import { orDamaged, refusal } from './refusal';
import type { Block, Note, Source } from './types';

/** A sheet has so many rows at most; more are never read, whatever a damaged file says. */
const MOST_ROWS = 100_000;

/** The visible sheets of an .xlsx, .xlsm, .xlsb or .xls, with the text that its cells show. @throws Refusal */
export async function readSheets(bytes: Uint8Array, name: string): Promise<Source> {
  const library = await import('./sheet-library');
  const book = await orDamaged(name, () => open(library.read, bytes, name));
  const notes: Note[] = [];
  const note = (template: keyof typeof sourcePhrases, data: Message['data'] = {}) =>
    notes.push({ template: sourcePhrases[template], data });
  if (book.vbaraw) note('macros');
  const blocks = book.SheetNames.flatMap((sheet, index): Block[] => {
    const content = book.Sheets[sheet];
    if (!content) return [];
    if (book.Workbook?.Sheets?.[index]?.Hidden) {
      note('hiddenSheet', { sheet });
      return [];
    }
    if (content['!type'] && content['!type'] !== 'sheet') {
      note('chart', { sheet });
      return [];
    }
    const hidden = content['!rows']?.filter((row) => row?.hidden).length ?? 0;
    if (hidden > 0) note('hiddenRows', { sheet, count: hidden });
    const columns = content['!cols']?.filter((column) => column?.hidden).length ?? 0;
    if (columns > 0) note('hiddenColumns', { sheet, count: columns });
    const dates = asIsoDates(content);
    if (dates > 0) note('dates', { sheet, count: dates });
    const own = sheetBlocks(rowsOf(content, sheet, (cell) => note('noResult', { sheet, cell })));
    return book.SheetNames.length > 1 ? own.map((block) => (block.kind === 'grid' ? { ...block, sheet } : block)) : own;
  });
  if (blocks.length === 0) throw refusal('empty', name);
  return { name, blocks, notes };
}

function open(read: typeof import('@e965/xlsx').read, bytes: Uint8Array, name: string): WorkBook {
  try {
    // cellStyles: without it the library does not say which rows are hidden.
    return read(bytes, { type: 'array', dense: true, cellHTML: false, cellStyles: true, bookVBA: true });
  } catch (error) {
    throw /password-protected|password protection|encryption scheme/i.test(String(error))
      ? refusal('encrypted', name)
      : error;
  }
}

/** How the library shows dates in the format of the user's country, which the file does not name: month, day, year. */
const LOCAL_DATE = /^(\d{1,2})\/(\d{1,2})\/(\d{2})$/;

/** Writes 2024-06-30 for 6/30/24. @returns how many cells */
function asIsoDates(sheet: WorkSheet): number {
  let count = 0;
  for (const row of (sheet['!data'] ?? []).slice(0, MOST_ROWS)) {
    for (const cell of row ?? []) {
      const [, month = '', day = '', year] = (cell?.t === 'n' && LOCAL_DATE.exec(cell.w ?? '')) || [];
      if (year === undefined) continue;
      cell.w = `20${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
      count++;
    }
  }
  return count;
}

/** Rows with text in them; merged cells as one. */
function rowsOf(sheet: WorkSheet, title: string, noResult: (cell: string) => void): RawRow[] {
  const data = (sheet['!data'] ?? []).slice(0, MOST_ROWS);
  const merges = mergesOf(sheet['!merges'] ?? []);
  const isFilled = (row: readonly (CellObject | undefined)[] | undefined) =>
    row?.some((cell) => shown(cell) !== '') ?? false;
  const filled = data.flatMap((row, index) => (isFilled(row) ? [index] : []));
  const width = filled.reduce((most, index) => Math.max(most, lastFilled(data[index] ?? []) + 1), 0);
  return filled.map((index, position) => {
    const cells: RawCell[] = [];
    for (let column = 0; column < width; column++) {
      if (merges.covered(index, column)) continue;
      const cell = data[index]?.[column];
      const merged = merges.from(index, column);
      if (cell?.t === 'z' && cell.f !== undefined) noResult(address(index, column));
      cells.push({
        text: shown(cell),
        rowSpan: merged ? rowsWithin(filled, position, merged.e.r) : 1,
        colSpan: merged ? Math.min(merged.e.c, width - 1) - column + 1 : 1,
      });
    }
    return { cells, at: `工作表「${title}」第${index + 1}行` };
  });
}

/** Empty rows are not told; a merged cell does not count them either. */
function rowsWithin(filled: readonly number[], start: number, to: number): number {
  let count = 1;
  while ((filled[start + count] ?? Number.POSITIVE_INFINITY) <= to) count++;
  return count;
}

function lastFilled(row: readonly (CellObject | undefined)[]): number {
  return row.findLastIndex((cell) => shown(cell) !== '');
}

/** What the cell shows: 80% and not 0.8, 2021-10-20 and not a count of days. */
function shown(cell: CellObject | undefined): string {
  // An empty cell (z) may have a value all the same: the library's for a formula without a saved result.
  const text = !cell || cell.t === 'z' ? '' : (cell.w ?? (cell.v === undefined ? '' : String(cell.v)));
  return text
    .split(/\r\n?|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .join('\n');
}

function mergesOf(ranges: readonly Range[]): {
  from(row: number, column: number): Range | undefined;
  covered(row: number, column: number): boolean;
} {
  const starts = new Map<string, Range>();
  const rows = new Map<number, Range[]>();
  for (const range of ranges) {
    starts.set(`${range.s.r},${range.s.c}`, range);
    for (let row = range.s.r; row <= Math.min(range.e.r, MOST_ROWS); row++) {
      const own = rows.get(row);
      if (own) own.push(range);
      else rows.set(row, [range]);
    }
  }
  return {
    from: (row, column) => starts.get(`${row},${column}`),
    covered: (row, column) =>
      rows.get(row)?.some(({ s, e }) => s.c <= column && column <= e.c && (s.r !== row || s.c !== column)) ?? false,
  };
}

/** As Excel calls it: C5. */
function address(row: number, column: number): string {
  let letters = '';
  for (let left = column + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    letters = String.fromCharCode(65 + ((left - 1) % 26)) + letters;
  }
  return `${letters}${row + 1}`;
}
