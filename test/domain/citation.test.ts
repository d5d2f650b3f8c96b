import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCitations, titleOf } from '../../server/src/domain/citation';

describe('findCitations', () => {
  it.each([
    ['沁办发〔2021〕23号', '沁办发', 2021, 23],
    ['（柞法治办发〔2022〕13号）文件要求', '柞法治办发', 2022, 13],
    ['的通知》（中发〔2021〕33号）、《中共', '中发', 2021, 33],
    ['根据沁办发〔2021〕23号文件', '沁办发', 2021, 23],
    ['按沁政办发〔2021〕23号执行', '沁政办发', 2021, 23],
    ['晋依法治办发 〔2021〕 3 号', '晋依法治办发', 2021, 3],
    ['国办发〔2019〕45号', '国办发', 2019, 45],
  ])('%s', (text, agency, year, number) => {
    const [citation, ...rest] = findCitations(text);
    expect(rest).toEqual([]);
    expect(citation).toMatchObject({ agency, year, number, form: `${agency}〔${year}〕${number}号` });
    expect(citation).not.toHaveProperty('fault');
    expect(text.slice(citation?.span.start, citation?.span.end)).toMatch(new RegExp(`^${agency}.*号$`));
  });

  it.each([
    ['沁办发⟦（2021）⟧23号', 'bracket', '沁办发〔2021〕23号'],
    ['沁办发⟦[2021]⟧23号', 'bracket', '沁办发〔2021〕23号'],
    ['沁办发⟦【2021】⟧23号', 'bracket', '沁办发〔2021〕23号'],
    ['沁办发⟦(2021)⟧23号', 'bracket', '沁办发〔2021〕23号'],
    ['沁办发⟦〔2021]⟧23号', 'bracket', '沁办发〔2021〕23号'],
    ['沁办发⟦［2021］⟧第023号', 'bracket', '沁办发〔2021〕23号'],
    ['沁办发〔2021〕⟦0⟧23号', 'leading-zero', '沁办发〔2021〕23号'],
    ['沁办发〔2021〕⟦第⟧23号', 'ordinal', '沁办发〔2021〕23号'],
    ['沁办发〔⟦21⟧〕23号', 'two-digit-year', '沁办发〔2021〕23号'],
    ['沁办发〔⟦98⟧〕23号', 'two-digit-year', undefined],
    ['沁办发〔2021⟦年⟧〕23号', 'year-word', '沁办发〔2021〕23号'],
    ['沁办发〔2021〕⟦23⟧', 'missing-number-word', '沁办发〔2021〕23号'],
  ])('%s: %s', (marked, reason, suggestion) => {
    const text = marked.replace(/[⟦⟧]/g, '');
    const span = { start: marked.indexOf('⟦'), end: marked.indexOf('⟧') - 1 };
    const [citation] = findCitations(text);
    expect(citation?.span).toEqual({ start: 0, end: text.length });
    expect(citation?.fault).toMatchObject({ reason, span });
    expect(citation?.fault?.suggestion).toBe(suggestion);
  });

  it.each([
    '《市县法治政府建设示范指标体系（2021年版）》',
    '《法治宝丰建设规划（2022—2025年）》',
    '方案 (2022—2025年)',
    '（2021）晋05行终23号',
    '（2021）23号',
    '沁水县（2021）23个',
    '会议纪要〔2021〕3次',
    '第71号',
    '',
  ])('finds none in 「%s」', (text) => {
    expect(findCitations(text)).toEqual([]);
  });

  it('finds several, parted by 和 or 、', () => {
    const text = '沁办发〔2021〕23号和沁政发〔2022〕5号、中发（2021）33号';
    expect(findCitations(text).map(({ form }) => form)).toEqual([
      '沁办发〔2021〕23号',
      '沁政发〔2022〕5号',
      '中发〔2021〕33号',
    ]);
  });

  it('never throws; spans lie inside the text; a suggestion is right', () => {
    const unit = fc.constantFrom(...'沁办发根据的和〔〕（）[]【】2021第号年0 《》');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 40 }), (text) => {
        for (const citation of findCitations(text)) {
          const { span, fault, form } = citation;
          expect(span.start).toBeGreaterThanOrEqual(0);
          expect(span.end).toBeLessThanOrEqual(text.length);
          titleOf(text, citation);
          if (!fault) continue;
          expect(fault.span.start).toBeGreaterThanOrEqual(span.start);
          expect(fault.span.end).toBeLessThanOrEqual(span.end);
          if (fault.suggestion === undefined) continue;
          const [again] = findCitations(fault.suggestion);
          expect(again).toMatchObject({ form });
          expect(again).not.toHaveProperty('fault');
        }
      }),
      { numRuns: 3000 },
    );
  });

  it.each(['〔', '〔2021〕', '沁', '0', '〔2021〕0', '《'])('does not hang on a megabyte of 「%s」', (unit) => {
    const text = unit.repeat(Math.ceil(1_000_000 / unit.length));
    expect(findCitations(text)).toEqual([]);
  });
});

describe('titleOf', () => {
  it.each([
    ['《柞水县管理规定（试行）》（柞法治办发〔2022〕13号）文件', '柞水县管理规定（试行）'],
    ['《关于印发〈法治政府建设实施纲要〉的通知》(中发〔2021〕33号)', '关于印发〈法治政府建设实施纲要〉的通知'],
    ['《关于印发《纲要》的通知》 （ 中发〔2021〕33号）', '关于印发《纲要》的通知'],
    ['中发〔2021〕33号《关于印发的通知》', '关于印发的通知'],
  ])('%s', (text, title) => {
    const [citation] = findCitations(text);
    const found = citation ? titleOf(text, citation) : null;
    expect(found?.title).toBe(title);
    expect(text.slice(found?.span.start, found?.span.end)).toBe(`《${title}》`);
  });

  it.each([
    '《甲》，（中发〔2021〕33号）',
    '甲》（中发〔2021〕33号）',
    '中发〔2021〕33号《甲',
    '《甲》和中发〔2021〕33号',
  ])('none beside 「%s」', (text) => {
    const [citation] = findCitations(text);
    expect(citation).toBeDefined();
    expect(citation && titleOf(text, citation)).toBeNull();
  });
});
