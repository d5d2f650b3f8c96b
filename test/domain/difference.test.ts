import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findDifferences } from '../../server/src/domain/difference';

const required =
  '除依法需要保密的外，草案一律向社会公开征求意见，期限一般不少于30日。涉及企业和特定群体利益的，充分听取企业、行业协会商会的意见，并动态更新。';

/** Each difference as kind and what it takes from and puts into the required text. */
function summary(actual: string, from = required): string[] {
  return findDifferences(from, actual).map(
    ({ kind, a, b }) => `${kind} ${from.slice(a.start, a.end)}→${actual.slice(b.start, b.end)}`,
  );
}

const changed = (from: string, to: string) => summary(required.replace(from, () => to));

describe('findDifferences', () => {
  it.each([
    ['保密的外', '保密外', ['omitted 的→']],
    ['商会的意见', '商会意见', ['omitted 的→']],
    ['30日', '20日', ['threshold 30日→20日']],
    ['一般不少于30日', '一般不超过30日', ['threshold 不少于30日→不超过30日']],
    ['，期限一般不少于30日', '', ['dropped 期限一般不少于30日→']],
    ['，并动态更新', '', ['dropped 并动态更新→']],
    ['更新。', '更新。每年至少开展2次专项检查。', ['added →每年至少开展2次专项检查']],
    ['特定群体', '特定郡体', ['typo 群→郡']],
    ['特定群体', '特群定体', ['typo 定群→群定']],
    ['特定群体', '特定群群体', ['typo →群']],
    ['充分听取', '认真听取', []],
    ['意见，期限一般不少于30日', '意见（期限一般不少于30日）', []],
    ['特定群体', '特定羣体', []],
    ['特定群体', '特定\uFFFD体', ['omitted 群→']],
    ['特定群体', '特定p群体', []],
  ])('%s → %s', (from, to, expected) => {
    expect(changed(from, to)).toEqual(expected);
  });

  it('takes a clause that another stands for as dropped', () => {
    const found = changed('一律向社会公开征求意见，期限一般不少于30日', '充分听取各方面专家的建议');
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^dropped .*期限一般不少于30日→/);
  });

  it('says nothing of a clause that only moved', () => {
    const [first, second] = ['大力推进跨部门联合监管，', '探索推进互联网加监管，'];
    const text = (parts: string) => `全面推行随机抽查，${parts}努力实现综合监管。`;
    expect(summary(text(second + first), text(first + second))).toEqual([]);
  });

  it('takes two slips beside each other as one', () => {
    const text = '全面实施行政事业性收费和政府性基金清单制度，清单之外的一律取消。';
    expect(summary(text.replace('实施行政事业性', '实行政事事业性'), text)).toEqual(['typo 施行政→行政事']);
  });

  it('gives the edit that restores the required text', () => {
    for (const [from, to] of [
      ['30日', '20日'],
      ['，并动态更新', ''],
      ['草案一律向社会公开征求意见，期限一般不少于30日。', ''],
      ['特定群体', '特定体'],
      ['更新。', '更新。每年至少开展2次专项检查。'],
    ] as const) {
      const actual = required.replace(from, () => to);
      const [only, ...others] = findDifferences(required, actual);
      expect(others).toEqual([]);
      const { span, newText } = only?.restore ?? { span: { start: 0, end: 0 }, newText: '' };
      expect(actual.slice(0, span.start) + newText + actual.slice(span.end)).toBe(required);
    }
  });

  it('finds nothing in equal texts and keeps inside both, whatever they are', () => {
    const text = fc.array(
      fc.constantFrom('甲', '乙', '政府', '，', '。', '5个工作日内', '不少于', '（', '）', '\uFFFD', ' '),
      {
        maxLength: 40,
      },
    );
    fc.assert(
      fc.property(text, text, (x, y) => {
        const [a, b] = [x.join(''), y.join('')];
        expect(findDifferences(a, a)).toEqual([]);
        for (const difference of findDifferences(a, b)) {
          for (const [span, whole] of [
            [difference.a, a],
            [difference.b, b],
            [difference.restore.span, b],
          ] as const) {
            expect(0 <= span.start && span.start <= span.end && span.end <= whole.length).toBe(true);
          }
        }
      }),
    );
  });
});
