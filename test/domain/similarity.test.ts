import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, normalizeText, normalizeWithOffsets, similarity } from '../../server/src/domain/similarity';

const OPENNESS = '实行重大行政决策公开制度，除依法应当保密的外，决策事项、依据和结果全部公开，并为公众查阅提供服务。';
const OPINIONS = '除依法不予公开的外，重大行政决策事项充分听取社会公众意见。公开征求意见期限一般不少于30日。';
const chinese = fc.string({
  unit: fc.constantFrom(...'行政决策事项全部公开，。、 ３0征求意见县区'),
  maxLength: 60,
});

describe('normalizeText', () => {
  it('keeps letters, digits and characters, and narrows full-width ones', () => {
    expect(normalizeText(' 达到 １００％，“ＡＰＰ”（2021年）\n〇𠮷')).toBe('达到100APP2021年〇𠮷');
  });

  it('leads each kept unit back to its place', () => {
    const { text, offsets } = normalizeWithOffsets('“５ 日”内');
    expect(text).toBe('5日内');
    expect(offsets).toEqual([1, 3, 5]);
  });

  it('takes nine million characters in a row without running out of stack', () => {
    const [letters, blanks] = ['中'.repeat(9_000_000), ' '.repeat(9_000_000)];
    expect(normalizeText(letters + blanks)).toHaveLength(9_000_000);
    expect(normalizeWithOffsets(letters).offsets.at(-1)).toBe(8_999_999);
  });

  it('gives the same text with and without offsets', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const mapped = normalizeWithOffsets(text);
        expect(mapped.text).toBe(normalizeText(text));
        expect(mapped.offsets).toHaveLength(mapped.text.length);
      }),
    );
  });
});

describe('similarity', () => {
  it('ignores punctuation and blanks', () => {
    expect(similarity('决策事项、依据和结果', '决策事项，依据 和结果。')).toBe(1);
  });

  it('counts edits against the longer text', () => {
    expect(similarity('率达到95%', '率达到90%')).toBeCloseTo(1 - 1 / 5);
    expect(similarity('甲乙丙丁', '戊己庚辛')).toBe(0);
  });

  it('tells a small edit from another item', () => {
    expect(similarity(OPENNESS, OPENNESS.replace('全部公开', '一律公开'))).toBeGreaterThan(0.85);
    expect(similarity(OPENNESS, OPINIONS)).toBeLessThan(0.5);
  });

  it('is symmetric, within 0 to 1, and 1 on equal texts', () => {
    fc.assert(
      fc.property(chinese, chinese, (a, b) => {
        const score = similarity(a, b);
        expect(score).toBe(similarity(b, a));
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(similarity(a, a)).toBe(1);
      }),
    );
  });

  it('never rejects a pair that reaches the bound', () => {
    const bound = fc.double({ min: 0.05, max: 1, noNaN: true });
    fc.assert(
      fc.property(chinese, chinese, bound, (a, b, atLeast) => {
        const exact = similarity(a, b);
        const bounded = similarity(a, b, atLeast);
        expect(bounded).toBe(bounded === 0 && exact < atLeast ? 0 : exact);
      }),
      { numRuns: 500 },
    );
  });

  it('compares a hundred prepared texts pair by pair', () => {
    const prints = Array.from({ length: 100 }, (_, i) =>
      fingerprint(`${OPENNESS}${OPINIONS}${'甲乙丙丁'.repeat(i % 7)}`),
    );
    let best = 0;
    for (const [i, a] of prints.entries()) for (const b of prints.slice(i + 1)) best = Math.max(best, similarity(a, b));
    expect(best).toBe(1);
  });

  it('does not hang on a megabyte', () => {
    expect(similarity('甲乙丙'.repeat(350_000), '丁乙丙'.repeat(350_000))).toBeGreaterThan(0);
  });
});
