import { describe, expect, it } from 'vitest';
import { indexBigrams, rankByBigrams } from '../../server/src/domain/bigram-index';

const index = indexBigrams(['推进跨部门联合监管', '公开政务服务评价信息', '推进跨部门联合执法']);

describe('rankByBigrams', () => {
  it('puts the text itself first, punctuation aside', () => {
    const [first, second] = rankByBigrams(index, '推进、跨部门联合监管。', 5);
    expect(first).toEqual({ text: 0, dice: 1, overlap: 1 });
    expect(second?.text).toBe(2);
    expect(second?.dice).toBeCloseTo(0.75);
  });

  it('knows a part by its overlap', () => {
    expect(rankByBigrams(index, '政务服务', 1)).toEqual([{ text: 1, dice: 0.5, overlap: 1 }]);
  });

  it('leaves out what has nothing in common, and gives no more than asked', () => {
    expect(rankByBigrams(index, '另一件事', 5)).toEqual([]);
    expect(rankByBigrams(index, '', 5)).toEqual([]);
    expect(rankByBigrams(index, '推进监管', 1)).toHaveLength(1);
  });
});
