import { parseHeading } from '../../domain/heading';
import { paragraphs } from '../source/grid';
import type { Block, Grid, Paragraph, Row } from '../source/types';
import { readHeader } from './header';
import { isOtherTable } from './other-tables';

/** 注：本表由…: what a table says of itself. */
const NOTE = /^(?:附?注|备注|说明|[填备]表说明|填报说明)[\s\d]{0,4}[：:]/;
const SUM = /^(?:[合总小]\s{0,9}计|总\s{0,9}分)[：:]?$/;
const NUMBER = /^(?:[\d.]+分?|共\s?\d+\s?[项条])$/;
/** 填表人：　审核人：　联系电话：, the line of signatures. */
const SIGNATURE =
  /^(?:填[表报]|制表|编制|审[核批]|复核|经办|联系|负责|分管|主管|主要(?:负责|领导)|单位(?:负责|[（(]盖章|盖章))[^：:]{0,10}[：:]/;

/**
 * What a table has above its header and below its items that is no row of it: the title over all columns, sums, notes,
 * the line of signatures. They become paragraphs, as if they stood outside.
 */
export function withoutMargins(blocks: readonly Block[]): Block[] {
  let hasTable = false;
  return blocks.flatMap((block): Block[] => {
    if (block.kind === 'paragraph' || isOtherTable(block)) return [block];
    const header = block.rows.findIndex((row) => readHeader(row, null) !== null);
    const start = header > 0 && (!hasTable || block.rows.slice(0, header).every(isBanner)) ? header : 0;
    hasTable ||= header >= 0;
    if (!hasTable) return [block];
    const rows = block.rows.slice(start);
    const margin = marginOf(rows);
    const grid: Grid = { ...block, rows: rows.filter((row) => !margin.has(row)) };
    return [
      ...block.rows.slice(0, start).flatMap(linesOf),
      ...(grid.rows.length > 0 ? [grid] : []),
      ...[...margin].flatMap(linesOf),
    ];
  });
}

const filledIn = ({ cells }: Row) => cells.filter(({ text }) => text !== '');

/** A single line over several columns that numbers nothing. */
function isBanner(row: Row): boolean {
  const [cell, more] = filledIn(row);
  return (
    cell !== undefined && !more && cell.colSpan > 1 && parseHeading(cell.text) === null && !/[。；]$/.test(cell.text)
  );
}

/** Sums, notes and signatures, and the lines that go on with a note at the end of the table. */
function marginOf(rows: readonly Row[]): Set<Row> {
  const margin = new Set<Row>();
  const last = rows.findLastIndex((row) => filledIn(row).length > 1 && !isSigned(row));
  let isOpen = false;
  for (const [index, row] of rows.entries()) {
    const [cell, more] = filledIn(row);
    const isLine = cell !== undefined && !more && !row.cells.some(({ continued }) => continued);
    isOpen = isSigned(row) || (isLine && (NOTE.test(cell.text) || (isOpen && index > last)));
    if (isOpen || isSum(row)) margin.add(row);
  }
  return margin;
}

function isSigned(row: Row): boolean {
  const cells = filledIn(row);
  return cells.length > 0 && cells.every(({ text }) => SIGNATURE.test(text));
}

/** 合计 and numbers, which are those of the items again. */
function isSum(row: Row): boolean {
  const [name, ...numbers] = filledIn(row);
  return name !== undefined && SUM.test(name.text) && numbers.every(({ text }) => NUMBER.test(text));
}

function linesOf(row: Row): Paragraph[] {
  const texts = filledIn(row).map(({ text }) => text);
  return (isSum(row) ? [texts.join('　')] : texts).flatMap((text) => paragraphs(text, row.at));
}
