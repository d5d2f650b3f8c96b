import { describe, expect, it } from 'vitest';
import { unchangedEnds } from '../../server/src/text/unchanged-ends';

describe('unchangedEnds', () => {
  it.each([
    ['nothing of nothing', '', '', 0, 0],
    ['all of the same', '甲乙丙', '甲乙丙', 3, 0],
    ['what stands round a change', '甲乙丙丁', '甲子丙丁', 1, 2],
    ['what stands round an insertion', '甲乙', '甲子乙', 1, 1],
    ['no entry twice', '甲甲', '甲甲甲', 2, 0],
    ['nothing where nothing is left', '甲乙', '丙丁戊', 0, 0],
  ])('%s', (_, before, after, head, tail) => {
    expect(unchangedEnds([...before], [...after], Object.is)).toEqual({ head, tail });
  });
});
