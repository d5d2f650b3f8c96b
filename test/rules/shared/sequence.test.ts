import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sequenceFaults } from '../../../server/src/rules/shared/sequence';

const none = undefined;

/** A short form: gaps as `index: from-to`, repeats as `index=original`, misplaced as `index>neighbour`; ×n for n in a row. */
function faults(serials: readonly (number | undefined)[], first = 1): string[] {
  const { gaps, repeats, misplaced } = sequenceFaults(serials, first);
  const times = (count: number) => (count > 1 ? `×${count}` : '');
  return [
    ...gaps.map(({ index, missing }) => `${index}: ${missing.map(({ from, to }) => `${from}-${to}`).join(' ')}`),
    ...repeats.map(({ index, count, original }) => `${index}=${original}${times(count)}`),
    ...misplaced.map(
      ({ index, count, side, neighbour }) => `${index}${side === 'after' ? '>' : '<'}${neighbour}${times(count)}`,
    ),
  ];
}

describe('sequenceFaults', () => {
  it.each<[string, (number | undefined)[], string[]]>([
    ['in order', [1, 2, 3], []],
    ['empty', [], []],
    ['one left out', [1, 2, 4], ['2: 3-3']],
    ['several left out', [1, 2, 30, 31], ['2: 3-29']],
    ['starts late', [3, 4], ['0: 1-2']],
    ['typed again for the next', [1, 2, 2, 4], ['2=1']],
    ['typed early for the next', [1, 3, 3, 4], ['1=2']],
    ['a later number typed', [1, 2, 5, 4, 5, 6], ['2=4']],
    ['inserted copy', [1, 2, 2, 3], ['2=1']],
    ['copy and gap', [1, 2, 2, 5], ['3: 4-4', '2=1']],
    ['swapped', [1, 2, 4, 3, 5], ['3>2']],
    ['moved up', [1, 5, 2, 3, 4, 6], ['1<2']],
    ['moved up past a gap of its own', [1, 2, 4, 3, 7], ['4: 5-6', '3>2']],
    ['out of all range', [1, 2, 30, 4, 5], ['2<3']],
    ['a block moved', [1, 2, 6, 7, 8, 3, 4, 5, 9], ['5>4×3']],
    ['a block pasted twice', [1, 2, 3, 1, 2, 3], ['3=0×3']],
    ['far copy takes a place', [1, 2, 3, 4, 2, 6], ['4=1']],
    ['without a number', [1, none, 3], []],
    ['without a number, one more missing', [1, none, 4], ['2: 3-3']],
    ['only without numbers', [none, none], []],
    ['twice off the order', [5, 5, 1, 2, 3, 4, 6], ['1=0', '0<2']],
  ])('%s', (_, serials, expected) => {
    expect(faults(serials)).toEqual(expected);
  });

  it('may start elsewhere', () => {
    expect(faults([2, 3], 2)).toEqual([]);
    expect(faults([3, 4], 2)).toEqual(['0: 2-2']);
  });

  it('says which entries stand for a missing number', () => {
    expect([...sequenceFaults([1, none, 2, none, 4]).absorbing]).toEqual([3]);
  });

  const lists = fc.integer({ min: 3, max: 30 }).map((n) => Array.from({ length: n }, (_, i) => i + 1));

  it('finds exactly one fault where one number is changed', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.integer({ min: 1, max: 60 }), (list, place, value) => {
        const at = place % (list.length - 1);
        fc.pre(list[at] !== value);
        const { gaps, repeats, misplaced } = sequenceFaults(list.with(at, value));
        expect(gaps.length + repeats.length + misplaced.length).toBe(1);
        expect([...repeats, ...misplaced][0]).toMatchObject({ index: at, count: 1 });
      }),
    );
  });

  it('finds exactly one fault where one entry is left out, doubled or moved', () => {
    fc.assert(
      fc.property(lists, fc.nat(), fc.nat(), (list, from, to) => {
        const at = from % (list.length - 1);
        expect(faults(list.toSpliced(at, 1))).toEqual([`${at}: ${at + 1}-${at + 1}`]);
        expect(faults(list.toSpliced(at, 0, at + 1))).toHaveLength(1);
        const target = to % (list.length - 1);
        fc.pre(target !== at);
        expect(faults(list.toSpliced(at, 1).toSpliced(target, 0, at + 1))).toHaveLength(1);
      }),
    );
  });

  it('takes ten thousand in any order', () => {
    const list = Array.from({ length: 10_000 }, (_, i) => ((i * 7919) % 10_000) + 1);
    expect(sequenceFaults(list).last).toBe(9_997);
    expect(sequenceFaults(list.map(() => 1)).repeats).toHaveLength(9_999);
    expect(sequenceFaults([1, 1_000_000_000, 2_000_000_000]).gaps).toHaveLength(2);
  });

  it('answers a long list from what it has worked out for the same numbers, counted from the same start', () => {
    const list = Array.from({ length: 300 }, (_, i) => (i === 150 ? 9 : i + 3));
    const faults = sequenceFaults(list);
    expect(faults.gaps).toHaveLength(1);
    expect(sequenceFaults([...list])).toBe(faults);
    expect(sequenceFaults(list, 3).gaps).toEqual([]);
    expect(sequenceFaults(list.with(150, 153)).repeats).toEqual([]);
    expect(sequenceFaults(list.slice(0, -1)).last).toBe(301);
  });
});
