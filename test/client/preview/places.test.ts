import { describe, expect, it } from 'vitest';
import { fill } from '../../../client/src/preview/fill';
import { middleOf } from '../../../client/src/preview/middle';
import { placesOf } from '../../../client/src/preview/places';

describe('places', () => {
  const places = placesOf([
    { line: 10, lines: 4, element: '第二项' },
    { line: 2, lines: 1, element: '标题' },
    { line: 5, lines: 4, element: '第一项' },
    { line: 40, lines: 2, element: '第二项' },
  ]);

  it.each([
    [2, '标题'],
    [3, undefined],
    [5, '第一项'],
    [8, '第一项'],
    [9, undefined],
    [13, '第二项'],
    [14, undefined],
    [41, '第二项'],
    [99, undefined],
    [0, undefined],
  ])('line %i belongs to %s', (line, element) => {
    expect(places.at(line)).toBe(element);
  });

  it('tell what is near, and how far one is in it', () => {
    expect(places.near(0)).toBeUndefined();
    expect(places.near(6)).toEqual({ element: '第一项', share: 0.25 });
    expect(places.near(30)).toEqual({ element: '第二项', share: 1 });
    expect(placesOf([]).near(3)).toBeUndefined();
  });
});

describe('the middle of an editor', () => {
  it.each([
    [[{ first: 20, last: 40 }], 25, { line: 30, hasCursor: true }],
    [[{ first: 20, last: 40 }], 41, { line: 30, hasCursor: false }],
    [[{ first: 0, last: 40 }], 1, { line: 20, hasCursor: true, edge: 'top' }],
    [[{ first: 60, last: 99 }], 1, { line: 79, hasCursor: false, edge: 'bottom' }],
    [
      [
        { first: 20, last: 25 },
        { first: 60, last: 80 },
      ],
      30,
      { line: 50, hasCursor: false },
    ],
    [[], 1, undefined],
  ])('that shows %j with the cursor in line %i', (visible, cursor, expected) => {
    expect(middleOf(visible, 100, cursor)).toEqual(expected);
  });
});

it('gaps are filled once, unknown ones stay', () => {
  expect(fill('{name}（{count}）{other}', { name: '{count}$&', count: 3 })).toBe('{count}$&（3）{other}');
});
