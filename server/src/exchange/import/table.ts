import { parseHeading } from '../../domain/heading';
import type { Message } from '../../rules/finding';
import type { Block, Grid, Row } from '../source/types';
import type { LevelNames, Remark } from './draft';
import type { Entry } from './entries';
import { type Layout, type Role, readHeader } from './header';
import { wholeNumber } from './looks';
import { isOtherTable } from './other-tables';
import { importPhrases } from './phrases';
import { withNumberColumn } from './reading';
import { collectRows, type Feed } from './rows';
import { clearUnits } from './unit-names';

/** The blocks of a source that make up one table, which page breaks may have parted. */
export interface TableBlocks {
  /** First and last block. */
  readonly from: number;
  readonly to: number;
}

export interface TableReading {
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
  /** Names that are certainly units. */
  readonly units: readonly string[];
  /** What the header calls the three levels, if it names each in words of its own. */
  readonly levelNames?: LevelNames;
}

const UNIT_ROLES: ReadonlySet<Role> = new Set(['lead', 'answer', 'cooperate']);
/** Rows that are looked at to tell what the columns of a table without a header hold. */
const SAMPLE = 50;

/** The tables of indicators, in order: from a grid with a header to the last grid that goes on with it. */
export function findTables(blocks: readonly Block[]): TableBlocks[] {
  const tables: { from: number; to: number }[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'grid' || isOtherTable(block)) continue;
    const open = tables.at(-1);
    const header = headerOf(block);
    if (header && (!open || startsAnew(block))) tables.push({ from: index, to: index });
    else if (open && (header || width(block) <= widthOf(blocks[open.from]) + 1)) open.to = index;
  }
  if (tables.length > 0) return tables;
  const index = blocks.findIndex((block) => block.kind === 'grid' && guessLayout(block) !== null);
  return index < 0 ? [] : [{ from: index, to: index }];
}

function headerOf({ rows }: Grid): Layout | null {
  for (const row of rows.slice(0, SAMPLE)) {
    const header = readHeader(row, null);
    if (header) return header;
  }
  return null;
}

/** A grid whose first title is numbered one begins a table of its own, unless it is the first level and repeats. */
function startsAnew({ rows }: Grid): boolean {
  const numbers = rows.flatMap(({ cells }) => cells.map(({ text }) => wholeNumber(text)).filter((n) => n !== null));
  const titles = rows.flatMap(({ cells }) => cells.map(({ text }) => parseHeading(text)).filter((h) => h !== null));
  return numbers[0] === 1 && titles[0]?.style === 'chinese-comma' && titles[0].number === 1;
}

function width({ rows }: Grid): number {
  return Math.max(
    0,
    ...rows.slice(0, SAMPLE).flatMap(({ cells }) => cells.map(({ column, colSpan }) => column + colSpan)),
  );
}

function widthOf(block: Block | undefined): number {
  return block?.kind === 'grid' ? width(block) : 0;
}

/**
 * The columns of a table without a header: the one that runs from number to number, titles before it and the rest
 * behind.
 */
function guessLayout(grid: Grid): Layout | null {
  const columns = width(grid);
  const sample = grid.rows.slice(0, SAMPLE);
  if (columns < 2 || sample.length < 2) return null;
  const cellsOf = (column: number) =>
    sample.flatMap(({ cells }) => cells.filter((cell) => cell.column === column && cell.text !== ''));
  const lengths = Array.from({ length: columns }, (_, column) => {
    const cells = cellsOf(column);
    return cells.reduce((sum, { text }) => sum + text.length, 0) / Math.max(1, cells.length);
  });
  const isNumbers = (column: number) => {
    const cells = cellsOf(column);
    return cells.length > 1 && cells.every(({ text }) => wholeNumber(text) !== null);
  };
  const number = lengths.findIndex((_, column) => isNumbers(column));
  const text = number >= 0 && number + 1 < columns ? number + 1 : lengths.indexOf(Math.max(...lengths));
  const rest: Role[] = ['answer', 'deadline', 'evidence', 'remark'];
  return lengths.map((_, column): Layout[number] => {
    const role =
      column === number
        ? 'number'
        : column === text
          ? 'text'
          : column < text
            ? column === 0
              ? 'title1'
              : 'title2'
            : (rest[column - text - 1] ?? 'other');
    return { role, from: column, to: column, name: '' };
  });
}

/** Reads the rows of one table to titles and items in the order of the source. */
export function readTable(
  blocks: readonly Block[],
  { from, to }: TableBlocks,
  known: ReadonlySet<string>,
): TableReading {
  const remarks: Remark[] = [];
  const feeds: Feed[] = [];
  const headers = new Map<string, SeenHeader>();
  let levelNames: LevelNames | undefined;
  const units = new Set<string>();
  let layout: Layout | null = null;
  for (const block of blocks.slice(from, to + 1)) {
    if (block.kind === 'paragraph') {
      feeds.push({ kind: 'paragraph', paragraph: block });
      continue;
    }
    let above: Layout | null = null;
    for (const [index, row] of block.rows.entries()) {
      const header = readHeader(row, above);
      above = header;
      if (header) {
        layout = withNumberColumn(header);
        levelNames ??= levelNamesOf(header);
        noteHeader(headers, row, header);
        continue;
      }
      if (!layout) {
        const guessed =
          index === 0 && block.rows.every((other) => readHeader(other, null) === null) ? guessLayout(block) : null;
        if (guessed)
          remarks.push({ kind: 'unsure', message: { template: importPhrases.noHeader, data: {} }, at: row.at });
        layout = guessed;
      }
      if (!layout) remarks.push(leftRow(row));
      else feeds.push({ kind: 'row', row, layout });
      for (const name of unitsOf(row, layout)) units.add(name);
    }
  }
  for (const [names, { count, at, others }] of headers) {
    const message: Message =
      count > 1
        ? { template: importPhrases.headerRepeated, data: { names, count: count - 1 } }
        : { template: importPhrases.header, data: { names } };
    remarks.push({ kind: 'read', message, at });
    for (const name of others) {
      remarks.push({ kind: 'read', message: { template: importPhrases.otherColumn, data: { column: name } }, at });
    }
  }
  const isUnit = (name: string) => known.has(name) || units.has(name);
  const collected = collectRows(feeds, isUnit);
  return {
    entries: collected.entries,
    remarks: [...remarks, ...collected.remarks],
    units: [...units],
    ...(levelNames && { levelNames }),
  };
}

const STANDARD = /^[一二三]级指标/;

function levelNamesOf(header: Layout): LevelNames | undefined {
  const nameOf = (role: Role) => header.find((column) => column.role === role && column.name !== '')?.name;
  const [first, second, third] = [nameOf('title1'), nameOf('title2'), nameOf('text')];
  if (!first || !second || !third || [first, second, third].every((name) => STANDARD.test(name))) return undefined;
  return [first, second, third];
}

interface SeenHeader {
  readonly count: number;
  readonly at: string;
  /** Columns that have no key of their own in the file. */
  readonly others: readonly string[];
}

function noteHeader(headers: Map<string, SeenHeader>, { cells, at }: Row, header: Layout): void {
  const names = cells.flatMap(({ text }) => text || []).join('｜');
  const seen = headers.get(names);
  const others = header.filter(({ role, name }) => role === 'other' && name !== '').map(({ name }) => name);
  headers.set(names, { count: (seen?.count ?? 0) + 1, at: seen?.at ?? at, others });
}

function leftRow({ cells, at }: Row): Remark {
  const text = cells.flatMap((cell) => cell.text || []).join('｜');
  return { kind: 'left-out', message: { template: importPhrases.leftRow, data: { text } }, at };
}

function unitsOf({ cells }: Row, layout: Layout | null): string[] {
  if (!layout) return [];
  return cells.flatMap(({ text, column }) => {
    const role = layout.find(({ from, to }) => from <= column && column <= to)?.role;
    return role && UNIT_ROLES.has(role) && text.length < 600 && !/[。；！？]/.test(text) ? clearUnits(text) : [];
  });
}
