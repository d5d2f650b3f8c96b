import { expect, it } from 'vitest';
import { commonPrefix, commonSuffix } from '../../server/src/domain/common-ends';

it.each([
  ['', '', 0, 0],
  ['县司法局', '县司法局', 4, 4],
  ['县司法局', '县财政局', 1, 1],
  ['县', '县司法局', 1, 0],
  ['甲', '乙', 0, 0],
  // 𠀀 and 𠀁 share the first half of a pair; 𠀀 and 𡀀 share the second one.
  ['县𠀀', '县𠀁', 1, 0],
  ['𠀀县', '𡀀县', 0, 1],
])('「%s」 and 「%s」 begin with %i and end with %i equal units', (a, b, prefix, suffix) => {
  expect([commonPrefix(a, b), commonSuffix(a, b)]).toEqual([prefix, suffix]);
});
