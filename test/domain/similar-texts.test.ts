import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findSimilar, similarTexts } from '../../server/src/domain/similar-texts';
import { similarity } from '../../server/src/domain/similarity';

const OPENNESS = '实行重大行政决策公开制度，除依法应当保密的外，决策事项、依据和结果全部公开，并为公众查阅提供服务。';
const OPINIONS = '除依法不予公开的外，重大行政决策事项充分听取社会公众意见。公开征求意见期限一般不少于30日。';
const chinese = fc.string({
  unit: fc.constantFrom(...'行政决策事项全部公开，。、 ３0征求意见县区'),
  maxLength: 60,
});

describe('findSimilar', () => {
  it('pairs copies and near copies with the earlier text', () => {
    const near = OPENNESS.replace('全部公开', '一律公开');
    const pairs = findSimilar([OPENNESS, OPINIONS, near, '', `${OPENNESS} `, ''], 0.85);
    expect(pairs.map(({ a, b }) => [a, b])).toEqual([
      [0, 2],
      [0, 4],
    ]);
    expect(pairs[1]?.score).toBe(1);
    expect(pairs[0]?.score).toBeCloseTo(similarity(OPENNESS, near));
  });

  it('finds every text that resembles an earlier one', () => {
    const edited = fc
      .tuple(fc.constantFrom(OPENNESS, OPINIONS), fc.nat(40), fc.nat(10), chinese)
      .map(([text, at, cut, put]) => text.slice(0, at) + put.slice(0, 6) + text.slice(at + cut));
    fc.assert(
      fc.property(fc.array(edited, { maxLength: 8 }), (texts) => {
        const expected = texts.flatMap((b, j) => (texts.slice(0, j).some((a) => similarity(a, b) >= 0.8) ? [j] : []));
        const pairs = findSimilar(texts, 0.8);
        expect(pairs.map(({ b }) => b)).toEqual(expected);
        for (const { a, b, score } of pairs) {
          expect(a).toBeLessThan(b);
          expect(score).toBe(similarity(texts[a] ?? '', texts[b] ?? ''));
        }
      }),
    );
  });

  it('takes ten thousand texts in a few seconds, copies or not', () => {
    const base = Array.from({ length: 100 }, (_, i) =>
      Array.from({ length: 100 }, (_, j) =>
        String.fromCharCode(0x4e00 + ((i * 131 + j * j * 17 + j * i * 7) % 2_500)),
      ).join(''),
    );
    const texts = Array.from({ length: 10_000 }, (_, i) => `${base[i % 100]}第${i}`);
    expect(findSimilar(texts, 0.85)).toHaveLength(9_900);
    expect(findSimilar(new Array<string>(10_000).fill(OPENNESS), 0.85)).toHaveLength(9_999);
  });
});

describe('similarTexts', () => {
  const texts = fc.array(fc.constantFrom(OPENNESS, OPINIONS, '', '甲', `${OPENNESS}（试行）`, OPINIONS.slice(3)), {
    maxLength: 12,
  });
  const filler = Array.from({ length: 200 }, (_, i) => String.fromCharCode(0x4e00 + 37 * i).repeat(20));

  it('says of each list what it says of it by itself, whatever lists came before', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(texts, texts, fc.boolean()), { maxLength: 6 }), (lists) => {
        const compare = similarTexts(0.8);
        for (const [before, behind, isLong] of lists) {
          const list = [...before, ...(isLong ? filler : []), ...behind];
          expect(compare(list)).toEqual(findSimilar(list, 0.8));
        }
      }),
    );
  });

  it('pairs each text as if it were compared with all before it, however many there are', () => {
    fc.assert(
      fc.property(texts, texts, (before, behind) => {
        const short = findSimilar([...before, ...behind], 0.8);
        const long = findSimilar([...before, ...filler, ...behind], 0.8);
        const moved = (index: number) => (index < before.length ? index : index + filler.length);
        expect(long).toEqual(short.map(({ a, b, score }) => ({ a: moved(a), b: moved(b), score })));
      }),
      { numRuns: 30 },
    );
  });
});
