import { beforeAll, describe, expect, it } from 'vitest';
import { loadPinyin, mayBePinyin, type PinyinSearch, pinyinSearch } from '../../server/src/domain/pinyin';

let search: PinyinSearch;
beforeAll(async () => {
  search = await loadPinyin();
});

describe('pinyin', () => {
  it.each([
    ['xsfj', '县司法局', 0],
    ['XSFJ', '县司法局', 0],
    ['xiansifaju', '县司法局', 0],
    ['xian si fa ju', '县司法局', 0],
    ["xian'si'fa", '县司法局', 0],
    ['xiansif', '县司法局', 0],
    ['xsifaj', '县司法局', 0],
    ['县sfj', '县司法局', 0],
    ['sfj', '县司法局', 1],
    ['sifaju', '县司法局', 1],
    ['spj', '县行政审批局', 3],
    ['xingzheng', '县行政审批局', 1],
    ['lvhua', '绿化办', 0],
    ['zqx', '重庆县', 0],
    ['cqx', '重庆县', 0],
    ['xsfk', '县司法局', -1],
    ['sfjx', '县司法局', -1],
    ['', '县司法局', -1],
  ])('%s in %s: %i', (typed, name, at) => {
    expect(search(typed, name)?.at ?? -1).toBe(at);
  });

  it('tells a reading that the word does not have', () => {
    expect(search('xsfj', '县信访局')).toEqual({ at: 0, rare: true });
    expect(search('xxfj', '县信访局')).toEqual({ at: 0, rare: false });
    expect(search('chong', '重庆')).toEqual({ at: 0, rare: false });
    expect(search('zhong', '重庆')).toEqual({ at: 0, rare: true });
  });

  it('is not led into endless work by a hostile name or word', () => {
    const slow = pinyinSearch((name) => ({ usual: [], all: [...name].map(() => ['a', 'aa', 'aaa']) }));
    expect(slow(`${'a'.repeat(170)}b`, '一'.repeat(30))).toBeUndefined();
    expect(slow('a'.repeat(100_000), '一')).toBeUndefined();
  });

  it('tells what may be pinyin', () => {
    expect(['x', '县s', '县', '12', ''].map(mayBePinyin)).toEqual([true, true, false, false, false]);
  });
});
