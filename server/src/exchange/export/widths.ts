import { type Column, type ExportColumnKind, type Table, textOf } from './document';
import { gridOf } from './grid';

/** Full-width characters that a line of a table holds over the width of the page, in the size of the table's text. */
const LINE = 66;

/** The least and the most that a column takes where it holds but short texts; in full-width characters. */
const NARROW: Partial<Record<ExportColumnKind, readonly [least: number, most: number]>> = {
  'level-1': [4, 6],
  'level-2': [4, 7],
  number: [2.5, 4.5],
  serial: [2.5, 2.5],
  'central-number': [3, 5],
  role: [2.5, 2.5],
  month: [4, 7.5],
  lead: [5, 8.6],
  responsible: [5, 8.6],
  support: [5, 8.6],
  deadline: [5, 7.5],
  score: [2.5, 3],
  opinion: [8, 8],
  done: [4.5, 4.5],
  certainty: [4, 6],
  name: [6, 12],
};
/** Edges of a cell, and the air that Word puts between digits and Chinese. */
const PADDING = 1.6;
/** Texts up to this need no more room than their longest. */
const SHORT = 8;
const LEAST_WIDE = 6;
/** What the narrow columns may take of the table beside long texts. */
const LARGEST_SHARE = 0.56;

/** Widths of the columns as shares of the table's, together 1. Long texts get room by the root of all that they hold. */
export function columnShares(table: Table): number[] {
  const texts = columnTexts(table);
  const widths = squeezed(
    table.columns.map((column, index) => narrowWidth(column, texts[index] ?? [])),
    table.columns,
  );
  const weights = texts.map((all) => Math.sqrt(1 + sum(all.map(measure))));
  const weight = sum(weights.filter((_, index) => widths[index] === undefined));
  const wide = widths.filter((width) => width === undefined).length;
  // Each long text has its least; the rest goes by need.
  const rest = Math.max(0, LINE - sum(widths) - LEAST_WIDE * wide);
  const all = widths.map((width, index) => width ?? LEAST_WIDE + ((weights[index] ?? 0) / weight) * rest);
  const total = sum(all);
  return all.map((width) => width / total);
}

/** Half-width characters count half. */
export function measure(text: string): number {
  let width = 0;
  for (const character of text) width += character < '\u1100' ? 0.5 : 1;
  return width;
}

function narrowWidth({ kind, title }: Column, texts: readonly string[]): number | undefined {
  const longest = texts.reduce((most, text) => Math.max(most, measure(text)), measure(title)) + PADDING;
  const bounds = NARROW[kind];
  if (bounds) return Math.min(Math.max(longest, bounds[0]), bounds[1]);
  return longest <= SHORT ? Math.max(longest, 3.5) : undefined;
}

/** Takes from the narrow columns, down to their least, where they would leave too little to the long texts. */
function squeezed(widths: readonly (number | undefined)[], columns: readonly Column[]): (number | undefined)[] {
  const least = columns.map(({ kind }, index) => Math.min(NARROW[kind]?.[0] ?? LEAST_WIDE, widths[index] ?? 0));
  const [taken, needed] = [sum(widths), sum(least)];
  if (taken <= LARGEST_SHARE * LINE || taken === needed || widths.every((width) => width !== undefined))
    return [...widths];
  const kept = Math.max(0, (LARGEST_SHARE * LINE - needed) / (taken - needed));
  return widths.map((width, index) => width && (least[index] ?? 0) + (width - (least[index] ?? 0)) * kept);
}

function sum(all: readonly (number | undefined)[]): number {
  return all.reduce<number>((total, one) => total + (one ?? 0), 0);
}

/** The paragraphs of each column, of cells that stand in it alone. */
function columnTexts(table: Table): string[][] {
  const texts: string[][] = table.columns.map(() => []);
  for (const row of gridOf(table)) {
    for (const [column, position] of row.entries()) {
      if (!position?.isFirst || position.cell.columnSpan > 1) continue;
      texts[column]?.push(...position.cell.paragraphs.map((paragraph) => textOf([paragraph])));
    }
  }
  return texts;
}
