import { parseHeading } from '../../domain/heading';
import type { Block, Grid } from '../source/types';
import { guessLayout, SAMPLE, width } from './guess';
import { type Layout, readHeader } from './header';
import { wholeNumber } from './looks';
import { isOtherTable } from './other-tables';

/** The blocks of a source that make up one table, which page breaks may have parted. */
export interface TableBlocks {
  /** First and last block. */
  readonly from: number;
  readonly to: number;
}

/** The tables of indicators, in order: from a grid with a header to the last grid that goes on with it. */
export function findTables(blocks: readonly Block[]): TableBlocks[] {
  const tables: { from: number; to: number }[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind !== 'grid' || isOtherTable(block)) continue;
    const open = tables.at(-1);
    const header = headerOf(block);
    if (header && (!open || startsAnew(block) || isApart(blocks, open, index))) tables.push({ from: index, to: index });
    else if (open && (header || goesOn(block, blocks[open.from]))) open.to = index;
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
function startsAnew(grid: Grid): boolean {
  const titles = grid.rows.flatMap(({ cells }) =>
    cells.map(({ text }) => parseHeading(text)).filter((h) => h !== null),
  );
  return firstNumber(grid) === 1 && titles[0]?.style === 'chinese-comma' && titles[0].number === 1;
}

function firstNumber({ rows }: Grid): number | undefined {
  return rows.flatMap(({ cells }) => cells.map(({ text }) => wholeNumber(text)).filter((n) => n !== null))[0];
}

/** 甲县任务清单; not （续表）, which only goes on. */
const TITLE =
  /^(?!.*(?:续表|附加项|加分|扣分|否决)).*(?:表|清单|方案|台账|要点|分工)(?:\s*[（(][^（）()]{1,20}[）)])?$/;

/** A table with a header whose items begin at 1 again, on a sheet of its own or below a title of its own. */
function isApart(blocks: readonly Block[], open: TableBlocks, index: number): boolean {
  const [block, first] = [blocks[index], blocks[open.from]];
  if (block?.kind !== 'grid' || first?.kind !== 'grid') return false;
  if (firstNumber(block) !== 1) return false;
  if (block.sheet !== first.sheet) return true;
  const titleAbove = (at: number) => {
    const above = blocks[at - 1];
    return above?.kind === 'paragraph' && TITLE.test(above.text.trim()) ? above.text.trim() : undefined;
  };
  const title = titleAbove(index);
  return title !== undefined && title !== titleAbove(open.from);
}

/** Without a header: a further page has no more columns, and a sheet no other page. */
function goesOn(grid: Grid, first: Block | undefined): boolean {
  return first?.kind === 'grid' && grid.sheet === first.sheet && width(grid) <= width(first) + 1;
}
