import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  findSimilar,
  fingerprint,
  normalizeText,
  normalizeWithOffsets,
  sentences,
  sharedSentences,
  similarity,
} from '../../server/src/domain/similarity';

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

  it('compares a hundred prepared texts pair by pair in well under 100 ms', () => {
    const prints = Array.from({ length: 100 }, (_, i) =>
      fingerprint(`${OPENNESS}${OPINIONS}${'甲乙丙丁'.repeat(i % 7)}`),
    );
    const start = performance.now();
    let best = 0;
    for (const [i, a] of prints.entries()) for (const b of prints.slice(i + 1)) best = Math.max(best, similarity(a, b));
    expect(best).toBe(1);
    expect(performance.now() - start).toBeLessThan(300);
  });

  it('does not hang on a megabyte', () => {
    const start = performance.now();
    expect(similarity('甲乙丙'.repeat(350_000), '丁乙丙'.repeat(350_000))).toBeGreaterThan(0);
    expect(performance.now() - start).toBeLessThan(3_000);
  });
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
    const start = performance.now();
    expect(findSimilar(texts, 0.85)).toHaveLength(9_900);
    expect(findSimilar(new Array<string>(10_000).fill(OPENNESS), 0.85)).toHaveLength(9_999);
    expect(performance.now() - start).toBeLessThan(8_000);
  });
});

describe('sentences', () => {
  it('cuts at full stops, semicolons and line breaks, with tight spans', () => {
    expect(sentences('没有设定许可； 没有超越职权。\r\n\n如实载明')).toEqual([
      { text: '没有设定许可', span: { start: 0, end: 6 } },
      { text: '没有超越职权', span: { start: 8, end: 14 } },
      { text: '如实载明', span: { start: 18, end: 22 } },
    ]);
  });

  it('gives spans that hold the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'公开。；; \n甲') }), (text) => {
        for (const { text: sentence, span } of sentences(text)) expect(text.slice(span.start, span.end)).toBe(sentence);
      }),
    );
  });
});

describe('sharedSentences', () => {
  const shared = '行政执法主体信息全面、准确、及时公开';

  it('finds a long sentence of two texts, whatever its punctuation', () => {
    const texts = [`甲。${shared}。`, `乙；行政执法主体信息全面准确及时公开。`];
    expect(sharedSentences(texts)).toEqual([
      {
        text: '行政执法主体信息全面准确及时公开',
        a: { index: 0, span: { start: 2, end: 2 + shared.length } },
        b: { index: 1, span: { start: 2, end: 18 } },
      },
    ]);
  });

  it('passes over short sentences and repetition within one text', () => {
    expect(sharedSentences(['情形。', '情形。'])).toEqual([]);
    expect(sharedSentences([`${shared}。${shared}。`])).toEqual([]);
    expect(sharedSentences([`${shared}。`, `${shared}。${shared}。`])).toHaveLength(1);
    expect(sharedSentences(['没有设定许可。', '没有设定许可。'], 6)).toHaveLength(1);
  });
});
