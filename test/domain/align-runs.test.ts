import { expect, it } from 'vitest';
import { alignedRuns } from '../../server/src/domain/align-runs';

/** Equal runs as they are, changes as [old|new]. */
function shown(a: string, b: string): string {
  return alignedRuns(a, b)
    .map(({ equal, a0, a1, b0, b1 }) => (equal ? `=${a.slice(a0, a1)}` : `[${a.slice(a0, a1)}|${b.slice(b0, b1)}]`))
    .join(' ');
}

it.each([
  ['依法公开', '依法公开', '=依法公开'],
  ['依法公开', '依规公开', '=依 [法|规] =公开'],
  ['公开', '依法公开', '= [|依法] =公开'],
  ['依法公开', '依法', '=依法 [公开|] ='],
  ['', '', '='],
  // One equal character between two changes is chance, two between short ones are not.
  ['甲乙丙丁', '子乙丑丁', '= [甲乙丙|子乙丑] =丁'],
  ['甲乙丙丁戊', '子乙丙丑戊', '= [甲|子] =乙丙 [丁|丑] =戊'],
])('「%s」 became 「%s」: %s', (a, b, expected) => {
  expect(shown(a, b)).toBe(expected);
});

it('takes texts that have nothing in common for one replacement, in no time', () => {
  const [a, b] = ['甲乙'.repeat(3_000), '丙丁'.repeat(3_000)];
  expect(alignedRuns(a, b).filter(({ equal }) => !equal)).toEqual([
    { equal: false, a0: 0, a1: 6_000, b0: 0, b1: 6_000 },
  ]);
});
