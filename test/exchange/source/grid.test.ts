import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildGrid } from '../../../server/src/exchange/source/grid';

const cell = fc.record({
  text: fc.constantFrom('', '甲', '乙'),
  rowSpan: fc.integer({ min: 0, max: 4 }),
  colSpan: fc.integer({ min: -1, max: 4 }),
});
const rows = fc.array(
  fc.array(cell, { maxLength: 5 }).map((cells) => ({ cells, at: '' })),
  { maxLength: 8 },
);

it('keeps every cell, once, and no two cover one place', () => {
  fc.assert(
    fc.property(rows, (raw) => {
      const grid = buildGrid(raw);
      const covered = new Map<string, string>();
      for (const [index, row] of grid.rows.entries()) {
        expect(row.cells.filter(({ continued }) => !continued).map(({ text }) => text)).toEqual(
          raw[index]?.cells.map(({ text }) => text),
        );
        const columns = row.cells.map(({ column }) => column);
        expect(columns).toEqual(columns.toSorted((a, b) => a - b));
        for (const { column, colSpan, rowSpan, continued } of row.cells) {
          expect(rowSpan).toBeLessThanOrEqual(raw.length - index);
          for (let at = column; at < column + colSpan; at++) {
            expect(covered.get(`${index},${at}`), 'covered twice').toBeUndefined();
            covered.set(`${index},${at}`, continued ? 'continued' : 'own');
          }
        }
      }
      // Below a tall cell there is a continued one in each row that it covers.
      for (const [index, row] of grid.rows.entries()) {
        for (const { column, rowSpan } of row.cells) {
          for (let below = index + 1; below < index + rowSpan; below++)
            expect(covered.get(`${below},${column}`)).toBe('continued');
        }
      }
    }),
  );
});

it('takes many rows', () => {
  const many = Array.from({ length: 20_000 }, (_, index) => ({
    cells: [{ text: '甲', rowSpan: index === 0 ? 0 : 1 }, { text: '乙' }],
    at: '',
  }));
  expect(buildGrid(many).rows).toHaveLength(20_000);
});
