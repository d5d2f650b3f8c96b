import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findThresholds, type Threshold } from '../../server/src/domain/threshold';
import { alignThresholds } from '../../server/src/domain/threshold-align';

describe('alignThresholds', () => {
  function aligned(required: string, actual: string): string[] {
    return alignThresholds(required, actual).map(({ required: from, actual: to, verdict }) => {
      const phrase = (text: string, threshold: Threshold | undefined) =>
        threshold ? text.slice(threshold.phraseSpan.start, threshold.phraseSpan.end) : '无';
      return `${phrase(required, from)} → ${phrase(actual, to)}: ${verdict}`;
    });
  }

  it('pairs by place, and tells what vanished', () => {
    expect(
      aligned(
        '除保密的外，规章草案向社会公开征求意见，期限一般不少于 30 日。文件在征求意见时，期限一般不少于 7 个工作日（有关的文件，期限一般不少于 30 日）。',
        '除保密的外，文件在征求意见时，期限不少于7个工作日（有关的文件，期限一般不少于20日）。',
      ),
    ).toEqual([
      '不少于 30 日 → 无: laxer',
      '不少于 7 个工作日 → 不少于7个工作日: same',
      '不少于 30 日 → 不少于20日: laxer',
    ]);
  });

  it('tells what is new', () => {
    expect(aligned('每年至少组织1次评查。', '每两年至少组织1次评查。')).toContain('每年 → 每两年: laxer');
    expect(aligned('7个工作日内公开。', '7个工作日之内公开。每年1月31日前公布数据。')).toEqual([
      '7个工作日内 → 7个工作日之内: same',
      '无 → 每年1月31日前: stricter',
    ]);
  });

  it('follows a number that moved', () => {
    expect(
      aligned('至少组织开展 1 次政府及其部门领导班子成员旁听庭审', '组织政府及其部门领导班子成员参加1次以上旁听庭审'),
    ).toEqual(['至少组织开展 1 次 → 1次以上: same']);
  });

  it('sees a changed unit', () => {
    expect(aligned('合法性审核时间不少于5个工作日。', '合法性审核时间不少于5日。')).toEqual([
      '不少于5个工作日 → 不少于5日: incomparable',
    ]);
  });

  it('finds a text in agreement with itself, and each threshold of either text once', () => {
    const text = fc.string({
      unit: fc.constantFrom('不少于', '每年', '5', '30', '日', '%', '次以上', '，', '公开', ' '),
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(alignThresholds(a, a).every(({ verdict }) => verdict === 'same')).toBe(true);
        const pairs = alignThresholds(a, b);
        expect(pairs.flatMap(({ required }) => required ?? [])).toEqual(findThresholds(a));
        const actual = pairs.flatMap((pair) => pair.actual ?? []);
        expect(actual.sort((x, y) => x.span.start - y.span.start)).toEqual(findThresholds(b));
      }),
      { numRuns: 300 },
    );
  });

  it('does not hang on many thresholds', () => {
    expect(() => alignThresholds('至少5次，'.repeat(20_000), '不超过6人。'.repeat(20_000))).not.toThrow();
  });
});
