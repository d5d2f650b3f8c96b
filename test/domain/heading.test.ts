import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatNumber, normalizeTitle, parseHeading } from '../../server/src/domain/heading';

describe('parseHeading', () => {
  it.each([
    ['一、政府职能依法全面履行', 'chinese-comma', 1, '一', '一、', '政府职能依法全面履行'],
    ['二十九、完善研究宣传机制', 'chinese-comma', 29, '二十九', '二十九、', '完善研究宣传机制'],
    ['十，附加项', 'chinese-comma', 10, '十', '十，', '附加项'],
    ['（一）全面自查阶段', 'chinese-paren', 1, '一', '（一）', '全面自查阶段'],
    ['(二) 复查验收评估阶段', 'chinese-paren', 2, '二', '(二) ', '复查验收评估阶段'],
    ['（二十)混用括号', 'chinese-paren', 20, '二十', '（二十)', '混用括号'],
    ['1. 加大简政放权力度', 'arabic-dot', 1, '1', '1. ', '加大简政放权力度'],
    ['12．全角点', 'arabic-dot', 12, '12', '12．', '全角点'],
    ['3、顿号', 'arabic-dot', 3, '3', '3、', '顿号'],
    ['１．全角数字', 'arabic-dot', 1, '１', '１．', '全角数字'],
    ['1.2019年以来有关工作', 'arabic-dot', 1, '1', '1.', '2019年以来有关工作'],
    ['3、100项指标', 'arabic-dot', 3, '3', '3、', '100项指标'],
    ['（5）深入推进', 'arabic-paren', 5, '5', '（5）', '深入推进'],
    ['(1)深化', 'arabic-paren', 1, '1', '(1)', '深化'],
    ['　四、 目标任务 ', 'chinese-comma', 4, '四', '四、 ', '目标任务'],
    ['6.', 'arabic-dot', 6, '6', '6.', ''],
  ])('%s', (text, style, number, numeral, serial, title) => {
    const heading = parseHeading(text);
    expect(heading).toMatchObject({ style, number, title });
    expect(text.slice(heading?.numberSpan.start, heading?.numberSpan.end)).toBe(numeral);
    expect(text.slice(heading?.serialSpan.start, heading?.serialSpan.end)).toBe(serial);
  });

  it.each([
    '',
    '政府职能依法全面履行',
    '一把手负总责',
    '十一假期',
    '1.5万人',
    '1.2. 二级编号',
    '2021年版',
    '（2021年版）指标',
    '第一、',
    '一十一、不规范的数字',
    '12345、热线',
  ])('finds no serial in 「%s」', (text) => {
    expect(parseHeading(text)).toBeNull();
  });

  it('renumbers within the punctuation of the document', () => {
    const numbered = (text: string, n: number) => {
      const heading = parseHeading(text);
      if (!heading) return null;
      const { start, end } = heading.numberSpan;
      return text.slice(0, start) + formatNumber(heading.style, n) + text.slice(end);
    };
    expect(numbered('（九）加大执法力度', 10)).toBe('（十）加大执法力度');
    expect(numbered('1、加大', 21)).toBe('21、加大');
    fc.assert(
      fc.property(
        fc.constantFrom('一、甲', '（一) 甲', '1．甲', '（1）甲'),
        fc.integer({ min: 1, max: 9999 }),
        (text, n) => {
          expect(parseHeading(numbered(text, n) ?? '')).toMatchObject({ number: n, title: '甲' });
        },
      ),
    );
  });

  it('never throws, and its spans lie inside the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'一二十（）()、.．12 　年甲') }), (text) => {
        const heading = parseHeading(text);
        if (!heading) return;
        const { numberSpan, serialSpan } = heading;
        expect(serialSpan.start).toBeLessThanOrEqual(numberSpan.start);
        expect(numberSpan.start).toBeLessThan(numberSpan.end);
        expect(numberSpan.end).toBeLessThanOrEqual(serialSpan.end);
        expect(serialSpan.end).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('normalizeTitle', () => {
  it.each([
    ['一、政府职能依法全面履行', '政府职能依法全面履行'],
    ['1. 加大简政放权力度。', '1．加大 简政放权力度'],
    ['（二）深入推进“放管服”改革', '深入推进"放管服"改革'],
    ['（二十四）深入推进“互联网+”监管执法', '24.深入推进「互联网＋」监管执法；'],
    ['（法治政府）', '(法治政府)'],
    ['方案（2021—2025年）', '方案(2021-2025年)'],
  ])('「%s」 = 「%s」', (a, b) => {
    expect(normalizeTitle(a)).toBe(normalizeTitle(b));
  });

  it.each([
    ['健全行政决策制度', '健全行政决策机制'],
    ['学习、培训', '学习培训'],
  ])('「%s」 ≠ 「%s」', (a, b) => {
    expect(normalizeTitle(a)).not.toBe(normalizeTitle(b));
  });

  it('does not hang on a megabyte of punctuation', () => {
    const text = `${'。'.repeat(1_000_000)}甲`;
    expect(normalizeTitle(text)).toHaveLength(1_000_001);
  });
});
