import type { Block, Cell, Grid, Source } from '../../../server/src/exchange/source/types';

/** A cell as a test writes it: `^` is the lower part of a merged cell. */
export function gridOf(rows: readonly (readonly string[])[], table = 1): Grid {
  return {
    kind: 'grid',
    rows: rows.map((texts, index) => ({
      at: `表${table}第${index + 1}行`,
      cells: texts.map(
        (text, column): Cell => ({
          text: text === '^' ? '' : text,
          column,
          rowSpan: 1,
          colSpan: 1,
          ...(text === '^' && { continued: true }),
        }),
      ),
    })),
  };
}

export function sourceOf(...blocks: readonly (Block | string)[]): Source {
  return {
    name: '测试.docx',
    notes: [],
    blocks: blocks.map((block, index) =>
      typeof block === 'string' ? { kind: 'paragraph', text: block, at: `第${index + 1}段` } : block,
    ),
  };
}
