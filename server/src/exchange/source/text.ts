import type { Block, Cell, Row, Source } from './types';

/** Share of the lines with tabs that have one leading tab and no other, from which on every line is a cell of its own. */
const CELL_LINES = 0.9;
const FEWEST_CELL_LINES = 8;

/**
 * Plain text with tabs as a document. Usually a line is a row and a tab parts its cells. Some programs write every cell on
 * a line of its own that begins with a tab, and an empty line after a row: then lines without a tab go on with the cell
 * above, and the first row tells how many cells a row has. Lines without tabs are paragraphs.
 */
export function readText(name: string, text: string): Source {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/);
  const tabbed = lines.filter((line) => line.includes('\t'));
  const cellLines = tabbed.filter((line) => /^\t[^\t]*$/.test(line)).length;
  const isCellPerLine = cellLines >= FEWEST_CELL_LINES && cellLines >= CELL_LINES * tabbed.length;
  return { name, blocks: isCellPerLine ? cellBlocks(lines) : rowBlocks(lines), notes: [] };
}

function rowBlocks(lines: readonly string[]): Block[] {
  const blocks: Block[] = [];
  let rows: Row[] = [];
  const close = () => {
    if (rows.length > 0) blocks.push({ kind: 'grid', rows });
    rows = [];
  };
  for (const [index, line] of lines.entries()) {
    const at = `第${index + 1}行`;
    if (line.includes('\t')) {
      if (line.trim() !== '') rows.push(rowOf(line.split('\t'), at));
    } else if (line.trim() !== '') {
      close();
      blocks.push({ kind: 'paragraph', text: line.trim(), at });
    }
  }
  close();
  return blocks;
}

interface OpenCell {
  readonly at: string;
  readonly lines: string[];
}

/** Runs of cells between empty lines, which end a row only if it has as many cells as the first. */
function cellBlocks(lines: readonly string[]): Block[] {
  const first = lines.findIndex((line) => line.startsWith('\t'));
  const last = lines.findLastIndex((line) => line.startsWith('\t'));
  const paragraphs = (from: number, to: number) =>
    lines.slice(from, to).flatMap((line, index): Block[] => {
      const text = line.trim();
      return text === '' ? [] : [{ kind: 'paragraph', text, at: `第${from + index + 1}行` }];
    });
  const after = lines.findIndex((line, index) => index > last && line.trim() === '');
  const end = after < 0 ? lines.length : after;
  const rows = joinChunks(chunksOf(lines, first, end));
  return [
    ...paragraphs(0, first),
    {
      kind: 'grid',
      rows: rows.map((cells) =>
        rowOf(
          cells.map((cell) => cell.lines.join('\n')),
          cells[0]?.at ?? '',
        ),
      ),
    },
    ...paragraphs(end, lines.length),
  ];
}

function chunksOf(lines: readonly string[], first: number, end: number): OpenCell[][] {
  const chunks: OpenCell[][] = [];
  let afterBlank = true;
  for (let index = first; index < end; index++) {
    const line = lines[index] ?? '';
    if (line.startsWith('\t')) {
      if (afterBlank) chunks.push([]);
      chunks.at(-1)?.push({ at: `第${index + 1}行`, lines: [line.trim()].filter(Boolean) });
      afterBlank = false;
    } else if (line.trim() === '') {
      afterBlank = true;
    } else {
      chunks.at(-1)?.at(-1)?.lines.push(line.trim());
      afterBlank = false;
    }
  }
  return chunks;
}

function joinChunks(chunks: readonly OpenCell[][]): OpenCell[][] {
  const width = chunks[0]?.length ?? 0;
  const rows: OpenCell[][] = [];
  for (const chunk of chunks) {
    const open = rows.at(-1);
    if (open && open.length < width && open.length + chunk.length <= width) open.push(...chunk);
    else rows.push([...chunk]);
  }
  return rows;
}

function rowOf(texts: readonly string[], at: string): Row {
  return { at, cells: texts.map((text, column): Cell => ({ text: text.trim(), rowSpan: 1, colSpan: 1, column })) };
}
