import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sentences, sentencesShared, sharedSentences } from '../../server/src/domain/shared-sentences';

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

describe('sentencesShared', () => {
  it('says of each list what it says of it by itself, whatever lists came before', () => {
    const parts = fc.array(fc.constantFrom('甲乙丙。', '丁戊己。', '庚辛壬；', '甲', ''), { maxLength: 4 });
    const texts = fc.array(
      parts.map((some) => some.join('')),
      { maxLength: 6 },
    );
    fc.assert(
      fc.property(fc.array(texts, { maxLength: 6 }), (lists) => {
        const compare = sentencesShared(3);
        for (const list of lists) expect(compare(list)).toEqual(sharedSentences(list, 3));
      }),
    );
  });
});
