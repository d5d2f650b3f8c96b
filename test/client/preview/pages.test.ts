import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pagesOf } from '../../../client/src/preview/pages';
import type { Row } from '../../../server/src/protocol/preview';
import { grid, textOf } from '../../service/preview/grid';

/** Rows of two columns: sections of these lengths on the left, the number of the row on the right. */
function rowsOf(sections: readonly number[]): Row[] {
  return sections.flatMap((length, section) =>
    Array.from({ length }, (_, index): Row => {
      const title = { column: 0, rowSpan: length, paragraphs: [[{ text: `节${section}` }]] };
      const number = { column: 1, paragraphs: [[{ text: `${section}.${index}` }]] };
      return { kind: 'item', cells: index === 0 ? [title, number] : [number] };
    }),
  );
}

const columns = [
  { kind: 'level-1', title: '一级' },
  { kind: 'number', title: '序号' },
] as const;
const texts = (rows: readonly Row[]) =>
  grid({ kind: 'items', columns, rows }).map((cells) => cells.map(textOf).join(' '));

describe('pages', () => {
  it('of a short table: one, as it is', () => {
    const rows = rowsOf([2, 3]);
    const [page, ...others] = pagesOf(rows, 5);
    expect(others).toEqual([]);
    expect(page?.every((row, index) => row === rows[index])).toBe(true);
    expect(pagesOf([], 5)).toEqual([]);
  });

  it('end where a section ends, if one ends in the second half', () => {
    const rows = rowsOf([3, 4, 3]);
    expect(pagesOf(rows, 5).map((page) => page.length)).toEqual([3, 4, 3]);
    expect(pagesOf(rows, 5).flat()).toEqual(rows);
  });

  it('show a section that is cut again', () => {
    const [first, second, third] = pagesOf(rowsOf([12]), 5);
    expect(first?.[0]?.cells[0]).toMatchObject({ column: 0, rowSpan: 5 });
    expect(second?.[0]?.cells.map((cell) => textOf(cell))).toEqual(['节0', '0.5']);
    expect(third?.[0]?.cells[0]).toMatchObject({ column: 0, rowSpan: 2 });
  });

  it('are whole tables with the same content in the same order', () => {
    const lengths = fc.array(fc.integer({ min: 1, max: 30 }), { maxLength: 12 });
    fc.assert(
      fc.property(lengths, fc.integer({ min: 2, max: 15 }), (sections, size) => {
        const rows = rowsOf(sections);
        const pages = pagesOf(rows, size);
        expect(
          pages.every((page) => page.length > 0 && page.length <= Math.max(size, rows.length <= size ? size : 0)),
        ).toBe(true);
        expect(pages.flatMap(texts)).toEqual(texts(rows));
      }),
    );
  });
});
