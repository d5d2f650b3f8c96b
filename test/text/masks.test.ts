import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outsideOf } from '../../server/src/text/masks';

describe('outsideOf', () => {
  it('keeps what begins outside of every mask', () => {
    const masks = [
      { start: 2, end: 4 },
      { start: 4, end: 6 },
    ];
    const places = [0, 2, 3, 5, 6].map((start) => ({ start, end: start + 1 }));
    expect(outsideOf(places, masks).map(({ start }) => start)).toEqual([0, 6]);
    expect(outsideOf(places, [])).toEqual(places);
  });

  it('does what comparing all with all does', () => {
    const spans = fc.uniqueArray(fc.nat(60)).map((ends) => {
      const sorted = ends.sort((a, b) => a - b);
      return sorted.flatMap((start, i) => (i % 2 === 0 ? [{ start, end: sorted[i + 1] ?? start + 1 }] : []));
    });
    fc.assert(
      fc.property(spans, spans, (places, masks) => {
        const outside = places.filter((place) => !masks.some((m) => m.start <= place.start && place.start < m.end));
        expect(outsideOf(places, masks)).toEqual(outside);
      }),
    );
  });
});
