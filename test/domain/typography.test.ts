import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findHalfWidthSigns, findInnerBlanks, findSerialComma } from '../../server/src/domain/typography';
import { applyEdits } from '../../server/src/text/edits';

const fullWidth = (text: string) =>
  applyEdits(
    text,
    findHalfWidthSigns(text).map(({ replaced, fullWidth }) => ({ span: replaced, newText: fullWidth })),
  );
const joined = (text: string) =>
  applyEdits(
    text,
    findInnerBlanks(text).map(({ span }) => ({ span, newText: '' })),
  );

describe('findHalfWidthSigns', () => {
  it.each([
    ['尊重并执行生效裁判,不存在未履行的情况', '尊重并执行生效裁判，不存在未履行的情况'],
    ['办复率达 100%,实现', '办复率达 100%，实现'],
    ['除 110、120,将其他', '除 110、120，将其他'],
    ['增长GDP,以及', '增长GDP，以及'],
    ['时间:12:30', '时间：12:30'],
    ['表彰奖励 (须附正式文件证明)。', '表彰奖励（须附正式文件证明）。'],
    ['(一) 全面自查阶段', '（一）全面自查阶段'],
    ['方案 (2022—2025年)', '方案（2022—2025年）'],
    ['生产总值(GDP)增长', '生产总值（GDP）增长'],
    ['甲, (乙)', '甲，（乙）'],
    ['甲\n  (一) 乙', '甲\n  （一）乙'],
    ['包括: 1)甲;2)乙', '包括：1）甲；2）乙'],
    ['是否完成?', '是否完成？'],
    ['甲 , 乙', '甲，乙'],
    ['甲,\n乙', '甲，\n乙'],
  ])('%j → %j', (text, expected) => {
    expect(fullWidth(text)).toBe(expected);
    expect(findHalfWidthSigns(expected)).toEqual([]);
  });

  it.each([
    '罚款1,000元，比例1:3，时间12:30',
    '见 https://www.gov.cn/a(b)?c=1,2;d:e 和 www.gov.cn/b,c?d',
    'GDP, CPI',
    'f(x)',
    '沁办发(2021)23号',
    '1+1+N',
  ])('lets %j pass', (text) => {
    expect(fullWidth(text)).toBe(text);
  });

  it('points at the sign alone', () => {
    expect(findHalfWidthSigns('甲 , 乙')).toEqual([
      { sign: ',', fullWidth: '，', span: { start: 2, end: 3 }, replaced: { start: 1, end: 4 }, certain: true },
    ]);
  });

  it.each([
    ['重大?政决策', false],
    ['是否完成?', true],
    ['“是否完成?”', true],
  ])('is certain of the question mark in %j: %s', (text, certain) => {
    expect(findHalfWidthSigns(text).map((sign) => sign.certain)).toEqual([certain]);
  });

  it('changes nothing but the width of signs and blanks', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'甲乙，“a1,;:()?! \n') }), (text) => {
        const once = fullWidth(text);
        expect(once.replace(/[\s，；：（）？！,;:()?!]/g, '')).toBe(text.replace(/[\s，；：（）？！,;:()?!]/g, ''));
      }),
    );
  });

  it('does not hang on a megabyte', () => {
    const texts = ['甲,'.repeat(500_000), '('.repeat(1_000_000), 'www.a 中,'.repeat(130_000), '甲 '.repeat(500_000)];
    for (const text of texts) {
      expect(() => findHalfWidthSigns(text)).not.toThrow();
      expect(() => findInnerBlanks(text)).not.toThrow();
    }
  });
});

describe('findInnerBlanks', () => {
  it.each([
    ['重要制度建设中 对争议较大的事项', '重要制度建设中对争议较大的事项'],
    ['主 任', '主任'],
    ['“放管 服”改革', '“放管服”改革'],
    ['法治政府 建设', '法治政府建设'],
    ['甲　　乙', '甲乙'],
  ])('%j → %j', (text, expected) => {
    expect(joined(text)).toBe(expected);
  });

  it.each([
    '2020 年以来，达到 100% 以上',
    '中共沁水县委办公室 沁水县人民政府办公室',
    '根据《中共中央 国务院关于印发〈纲要〉的通知》',
    '《中共河南省委 河南省人民政府关于印发〈方案〉的通知》',
    '作为“党建引领 比拼四季”擂台赛',
    '由县发改局 县财政局负责',
    '第一章\n总则',
    '一、 总体要求',
    'GDP 增长',
  ])('lets %j pass', (text) => {
    expect(findInnerBlanks(text)).toEqual([]);
  });

  it('is certain of single blanks only', () => {
    expect(findInnerBlanks('甲 乙  丙').map(({ certain }) => certain)).toEqual([true, false]);
  });
});

describe('findSerialComma', () => {
  it.each([
    ['1、加大简政放权力度', { start: 1, end: 2 }],
    ['12 、甲', { start: 3, end: 4 }],
    ['1.加大', undefined],
    ['一、甲', undefined],
    ['（1）甲', undefined],
    ['甲、乙', undefined],
  ])('%j', (heading, span) => {
    expect(findSerialComma(heading)).toEqual(span);
  });
});
