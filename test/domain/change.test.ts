import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align } from '../../server/src/domain/align';
import { classify, restoration } from '../../server/src/domain/change';
import { normalizeText } from '../../server/src/domain/similarity';
import { applyEdits } from '../../server/src/text/edits';

/** The changes between two texts as `class -dropped +added`. */
function changes(a: string, b: string): string[] {
  return align(a, b).flatMap((hunk) => {
    const change = classify(hunk, { a, b });
    return change === null ? [] : [`${change} -${hunk.aText} +${hunk.bText}`];
  });
}

function restore(a: string, b: string): string {
  const edits = align(a, b).flatMap((hunk) => (hunk.kind === 'equal' ? [] : [restoration(hunk, { a, b })]));
  return applyEdits(b, edits);
}

describe('classify', () => {
  it.each([
    ['加强跨部门联合监管工作', '加强跨部门联全监管工作', 'typo -合 +全'],
    ['全面开展政务服务好差评', '全面开展政府服务好差评', 'typo -务 +府'],
    ['政务咨询投诉举报及时处置、限时办结', '政务咨询投诉举报及时设置、限时办结', 'typo -处 +设'],
    ['县级政府对涉及本级政府及部门的', '县级政府对涉及本政府及部门的', 'typo -级 +'],
    ['全面实行行政事业性收费清单', '全面实行行政事事业性收费清单', 'typo - +事'],
    ['及时处置突发事件', '及时置处突发事件', 'typo -处置 +置处'],
    ['各项制度建立健全', '各项制度建立健金', 'typo -全 +金'],
  ])('%s → %s: a typo', (a, b, change) => {
    expect(changes(a, b)).toEqual([change]);
  });

  it.each([
    ['合法权益或者增加其义务', '合法权益或增加其义务', 'wording -者 +'],
    ['市县级政务服务事项网上可办率', '市县（区）级政务服务事项网上可办率', 'wording - +区'],
    ['按时上报县级人民政府备案', '按时上报区级人民政府备案', 'wording -县 +区'],
    ['重大行政决策合法性审查的时间', '重大行政决策合法性审查时间', 'wording -的 +'],
    ['时限不超过5个工作日内', '时限不超过3个工作日内', 'wording -5 +3'],
    ['每年至少举办一期专题讲座', '每年至少举办两期专题讲座', 'wording -一 +两'],
    ['智慧监管，逐步实现综合监管', '智慧监管，努力实现综合监管', 'wording -逐步 +努力'],
    ['征求意见时，期限一般不少于', '征求意见时，期限不少于', 'wording -一般 +'],
    ['坚持党对地方政府规章或者行政规范性文件', '坚持党对行政规范性文件', 'wording -地方政府规章或者 +'],
    ['实施地方政府规章、行政规范性文件', '实施行政规范性文件', 'wording -地方政府规章 +'],
    ['应当在 2021 年年底全部设立', '应当全部设立', 'wording -在 2021 年年底 +'],
  ])('%s → %s: another wording', (a, b, change) => {
    expect(changes(a, b)).toEqual([change]);
  });

  it.each([
    [
      '除依法需要保密的外，地方政府规章草案一律向社会公开征求意见，期限一般不少于 30 日。对公民有重大影响的',
      '除依法需要保密的外，对公民有重大影响的',
      'clause -地方政府规章草案一律向社会公开征求意见，期限一般不少于 30 日 +',
    ],
    [
      '专家的意见，不存在法律顾问“聘而不用”的情形，公职律师的作用得到发挥',
      '专家的意见，公职律师的作用得到发挥',
      'clause -不存在法律顾问“聘而不用”的情形 +',
    ],
    [
      '列入常务会议学习内容，列入本级党校（行政学院）必修课。领导班子',
      '列入常务会议学习内容。领导班子',
      'clause -列入本级党校（行政学院）必修课 +',
    ],
    [
      '另有规定的除外。',
      '另有规定的除外。行政执法机关每年1月31日前要公开有关数据，并报本级人民政府。',
      'clause - +行政执法机关每年1月31日前要公开有关数据，并报本级人民政府',
    ],
    ['停产、停业的措施。', '停产、停业的措施。（审慎性包容惩罚）', 'clause - +审慎性包容惩罚'],
  ])('%s → %s: a clause', (a, b, change) => {
    expect(changes(a, b)).toEqual([change]);
  });

  it('wants equal context for a typo', () => {
    expect(changes('联合', '联全')).toEqual(['wording -合 +全']);
  });

  it('has nothing to say of an equal stretch', () => {
    const [hunk] = align('相同', '相同');
    expect(hunk && classify(hunk, { a: '相同', b: '相同' })).toBeNull();
  });
});

describe('restoration', () => {
  it.each([
    ['推行监管，并加强联合监管工作。', '推行监管。'],
    ['甲方应当公开，乙方应当备案，丙方监督', '甲方应当公开，丙方监督'],
    ['建立、实施地方政府规章、行政规范性文件', '建立、实施行政规范性文件'],
    ['市县级政务服务事项', '市县（区）级政务服务事项'],
    ['及时处置、限时办结', '及时设置、限时办结'],
    ['第一句话。', '第一句话。后来加上去的话。'],
  ])('leads back to 「%s」', (a, b) => {
    expect(restore(a, b)).toBe(a);
  });

  it('leaves blanks as they are', () => {
    expect(restore('不超过 5 个工作日', '不超过3个工作日')).toBe('不超过5个工作日');
  });

  it('makes any text read like the other', () => {
    const text = fc.string({ unit: fc.constantFrom(...'甲乙丙丁，。（） 《》𠮷'), maxLength: 40 });
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(normalizeText(restore(a, b))).toBe(normalizeText(a));
      }),
      { numRuns: 500 },
    );
  });
});
