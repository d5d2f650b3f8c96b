import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatChineseNumeral, MAX_CHINESE_NUMERAL, parseChineseNumeral } from '../../server/src/domain/numeral';

describe('parseChineseNumeral', () => {
  it.each([
    ['一', 1],
    ['九', 9],
    ['十', 10],
    ['十一', 11],
    ['二十', 20],
    ['二十九', 29],
    ['一百', 100],
    ['一百零一', 101],
    ['一百一十', 110],
    ['一百一十一', 111],
    ['一千零一', 1001],
    ['一千零一十', 1010],
    ['二千二百零二', 2202],
    ['九千九百九十九', 9999],
  ])('%s is %i', (text, value) => {
    expect(parseChineseNumeral(text)).toBe(value);
    expect(formatChineseNumeral(value)).toBe(text);
  });

  it.each([
    '',
    '零',
    '〇',
    '廿',
    '两',
    '一十一',
    '一百一',
    '一百十',
    '二〇二二',
    '一一',
    '十百',
    '百',
    '零十',
    '一 ',
    '1',
    '万',
  ])('refuses 「%s」', (text) => {
    expect(parseChineseNumeral(text)).toBeNull();
  });

  it('reads every number as it is written', () => {
    for (let n = 1; n <= MAX_CHINESE_NUMERAL; n++) expect(parseChineseNumeral(formatChineseNumeral(n))).toBe(n);
  });

  it('never throws, and accepts only the standard spelling', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'零一二三九十百千a') }), (text) => {
        const value = parseChineseNumeral(text);
        if (value !== null) expect(formatChineseNumeral(value)).toBe(text);
      }),
    );
  });
});

describe('formatChineseNumeral', () => {
  it.each([
    [0, '0'],
    [-1, '-1'],
    [10000, '10000'],
    [1.5, '1.5'],
  ])('writes %d, which headings do not number, in digits', (n, text) => {
    expect(formatChineseNumeral(n)).toBe(text);
  });
});
