import type { Message } from '../../rules/finding';
import type { Block, Row } from '../source/types';
import type { LevelNames, Remark } from './draft';
import type { Entry } from './entries';
import type { TableBlocks } from './find-tables';
import { guessLayout } from './guess';
import { type Layout, type Role, readHeader } from './header';
import { isOtherTable, leftGrid } from './other-tables';
import { importPhrases } from './phrases';
import { withNumberColumn } from './reading';
import { collectRows, type Feed } from './rows';
import { type Settled, settleTextColumns } from './text-columns';
import { clearUnits } from './unit-names';

export interface TableReading {
  readonly entries: readonly Entry[];
  readonly remarks: readonly Remark[];
  /** Names that are certainly units. */
  readonly units: readonly string[];
  /** What the header calls the three levels, if it names each in words of its own. */
  readonly levelNames?: LevelNames;
}

const UNIT_ROLES: ReadonlySet<Role> = new Set(['lead', 'answer', 'cooperate']);

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
  const rows = blocks.slice(from, to + 1).flatMap((block) => (block.kind === 'grid' ? block.rows : []));
  // A header that each page repeats is settled once.
  const settledOf = new Map<string, Settled>();
  const settledColumns = (header: Layout) => {
    const key = JSON.stringify(header);
    const settled = settledOf.get(key) ?? settleTextColumns(header, rows);
    settledOf.set(key, settled);
    return settled;
  };
  let layout: Layout | null = null;
  let rewrite = (row: Row): Row => row;
  for (const block of blocks.slice(from, to + 1)) {
    if (block.kind === 'paragraph') {
      feeds.push({ kind: 'paragraph', paragraph: block });
      continue;
    }
    if (isOtherTable(block)) {
      remarks.push(leftGrid(block));
      continue;
    }
    let above: Layout | null = null;
    for (const [index, row] of block.rows.entries()) {
      const header = readHeader(row, above);
      above = header;
      if (header) {
        const settled = settledColumns(header);
        layout = withNumberColumn(settled.layout);
        rewrite = settled.rewrite;
        levelNames ??= levelNamesOf(settled.layout);
        noteHeader(headers, row, settled.layout);
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
      else feeds.push({ kind: 'row', row: rewrite(row), layout });
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
