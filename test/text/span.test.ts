import { expect, it } from 'vitest';
import { overlaps, touches } from '../../server/src/text/span';

const span = (start: number, end: number) => ({ start, end });

it('takes neighbours for separate, and an empty span inside another for overlapping', () => {
  expect(overlaps(span(0, 2), span(1, 3))).toBe(true);
  expect(overlaps(span(0, 2), span(2, 3))).toBe(false);
  expect(overlaps(span(1, 1), span(0, 2))).toBe(true);
  expect(overlaps(span(0, 0), span(0, 2))).toBe(false);
});

it('lets a cursor touch both ends', () => {
  expect([0, 1, 3, 4].map((offset) => touches(span(1, 3), offset))).toEqual([false, true, true, false]);
});
