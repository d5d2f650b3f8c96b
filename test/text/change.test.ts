import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { changeBetween } from '../../server/src/text/change';

describe('changeBetween', () => {
  it.each([
    ['', '', { start: 0, end: 0, newEnd: 0 }],
    ['甲乙', '甲乙', { start: 2, end: 2, newEnd: 2 }],
    ['甲乙', '甲丙乙', { start: 1, end: 1, newEnd: 2 }],
    ['甲乙丙', '甲丙', { start: 1, end: 2, newEnd: 1 }],
    ['甲甲', '甲甲甲', { start: 2, end: 2, newEnd: 3 }],
    ['甲', '乙', { start: 0, end: 1, newEnd: 1 }],
  ])('from %j to %j', (before, after, change) => {
    expect(changeBetween(before, after)).toEqual(change);
  });

  it('is the smallest one, in long texts too', () => {
    const length = fc.nat(200_000);
    fc.assert(
      fc.property(length, length, fc.string({ maxLength: 3 }), fc.string({ maxLength: 3 }), (head, tail, old, next) => {
        const before = `${'甲'.repeat(head)}${old}${'乙'.repeat(tail)}`;
        const after = `${'甲'.repeat(head)}${next}${'乙'.repeat(tail)}`;
        const { start, end, newEnd } = changeBetween(before, after);
        expect(before.slice(0, start) + after.slice(start, newEnd) + before.slice(end)).toBe(after);
        expect(start).toBeGreaterThanOrEqual(head);
        expect(before.length - end).toBeGreaterThanOrEqual(before === after ? 0 : tail);
      }),
      { numRuns: 50 },
    );
  });
});
