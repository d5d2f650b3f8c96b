import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareThresholds, findThresholds, type Threshold, type Verdict } from '../../server/src/domain/threshold';

/** Thresholds as `phrase = value unit direction`. */
function show(text: string): string[] {
  return findThresholds(text).map(({ phraseSpan, value, unit, direction }) => {
    return `${text.slice(phraseSpan.start, phraseSpan.end)} = ${value} ${unit} ${direction}`;
  });
}

function only(text: string): Threshold {
  const [threshold, ...others] = findThresholds(text);
  if (!threshold || others.length > 0) throw new Error(`${text}: ${others.length} others`);
  return threshold;
}

describe('findThresholds', () => {
  it('gives number, phrase, words and context', () => {
    expect(findThresholds('网上可办率，且满意度不低于 90 %；其他')).toEqual([
      {
        span: { start: 14, end: 18 },
        unit: '%',
        value: 90,
        direction: 'at-least',
        words: ['不低于'],
        frequency: null,
        phraseSpan: { start: 10, end: 18 },
        context: { before: '率且满意度不低于', after: '其他' },
      },
    ]);
  });

  it.each([
    ['实际办理时限不超过 5 个工作日，市场监管', ['不超过 5 个工作日 = 5 工作日 at-most']],
    [
      '网上可办率不低于90%；政务服务事项基本实现“应进必进”，且80%以上实现“一窗”分类受理',
      ['不低于90% = 90 % at-least', '80%以上 = 80 % at-least'],
    ],
    ['实名差评回访整改率达到100%。', ['达到100% = 100 % at-least']],
    ['报备率、报备及时率、规范率均达 100%。', ['达 100% = 100 % at-least']],
    ['实名差评回访整改率100%', ['100% = 100 % exact']],
    ['满意度达到 85%以上', ['达到 85%以上 = 85 % at-least']],
    ['诉讼案件的发生率在5%以下', ['5%以下 = 5 % at-most']],
    ['不少于本单位执法人员总数的 5%', ['不少于本单位执法人员总数的 5% = 5 % at-least']],
    ['分值权重不低于总分值的10%', ['不低于总分值的10% = 10 % at-least']],
    ['期限一般不少于30日', ['不少于30日 = 30 日 at-least']],
    [
      '一般不少于 5 个工作日，最长不超过 15 个工作日。',
      ['不少于 5 个工作日 = 5 工作日 at-least', '最长不超过 15 个工作日 = 15 工作日 at-most'],
    ],
    ['合法性审核时间最长不少于15个工作日', ['最长不少于15个工作日 = 15 工作日 at-least']],
    ['作出之日起20个工作日内向社会公布', ['20个工作日内 = 20 工作日 at-most']],
    ['作出之日起7个工作日之内公开', ['7个工作日之内 = 7 工作日 at-most']],
    [
      '最迟在事件发生后 5 小时内发布，在 24 小时内举行',
      ['最迟在事件发生后 5 小时内 = 5 小时 at-most', '24 小时内 = 24 小时 at-most'],
    ],
    ['会议召开5日前送达', ['5日前 = 5 日 at-least']],
    ['每年至少对 1 件现行有效的文件开展后评估', ['每年至少对 1 件 = 1 件 at-least']],
    ['每 2 年至少开展 1 次清理', ['每 2 年 = 2 年 at-most', '至少开展 1 次 = 1 次 at-least']],
    ['每年应当举办2期以上法治专题讲座', ['每年应当举办2期以上 = 2 期 at-least']],
    ['每年召开部署法治政府建设年度重点工作的会议不少于1次', ['不少于1次 = 1 次 at-least']],
    ['严格执行2人以上执法规定，有1名以上调解员', ['2人以上 = 2 人 at-least', '1名以上 = 1 人 at-least']],
    ['专题培训不少于 40 学时', ['不少于 40 学时 = 40 学时 at-least']],
    ['应当举办两期以上专题讲座，任期内至少接受一次培训', ['两期以上 = 2 期 at-least', '至少接受一次 = 1 次 at-least']],
    ['不得少于十五日', ['不得少于十五日 = 15 日 at-least']],
    [
      '到会人数达到三分之二以上，赞成的百分之八十以上',
      ['达到三分之二以上 = 66.67 % at-least', '百分之八十以上 = 80 % at-least'],
    ],
    ['满意度达９５％以上', ['达９５％以上 = 95 % at-least']],
    ['篇幅不超过2500字', ['不超过2500字 = 2500 字 at-most']],
    ['市县100个高频事项', ['100个 = 100 个 exact']],
    ['对连续2年考核优秀的单位', ['2年 = 2 年 exact']],
    ['每年3月1日前报告，并在 4 月 1 日前公开', ['每年3月1日前 = 301 月日 before', '4 月 1 日前 = 401 月日 before']],
    ['应当在 2021 年年底全部设立', ['2021 年年底 = 20211231 日期 before']],
    [
      '2022年3月底前完成，2023年底前验收',
      ['2022年3月底前 = 20220331 日期 before', '2023年底前 = 20231231 日期 before'],
    ],
    ['最迟于6月30日报送，次年1月15日前公布', ['最迟于6月30日 = 630 月日 before', '次年1月15日前 = 10115 月日 before']],
    ['每月28日前报送', ['每月28日前 = 28 每月日 before']],
  ])('%s', (text, expected) => {
    expect(show(text)).toEqual(expected);
  });

  it.each([
    '便捷高效的12345政务服务热线，除110、119、120、122等紧急热线外',
    '2020 年以来本级政府的情况，2021年度的清单，19年版',
    '沁办发〔2021〕23号文件',
    '《市县指标体系（2021年版）》《关于30日内公开的规定》',
    '基本实现“一网、一门、一次”，“最多跑一次”',
    '第 26、27、28、29项指标，第5次会议，第三方评估，55-58项',
    '1.2.3个，一次性告知，5个人，二十日期间',
    '2021年10月20日印发，年底考核，彻底整改',
    '推行一户式储存，一律公开，三项制度',
    '传达学习，增强“四个意识”',
  ])('finds nothing in %s', (text) => {
    expect(show(text)).toEqual([]);
  });

  it('never throws, and its spans lie in order inside the text', () => {
    const text = fc.string({
      unit: fc.constantFrom(...'每年至少不于超过达到以上内前底月日个工作次名%５01239一两百分之《》“”，。 第'),
      maxLength: 40,
    });
    fc.assert(
      fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), (input) => {
        let end = 0;
        for (const { span, phraseSpan, value } of findThresholds(input)) {
          expect(phraseSpan.start).toBeGreaterThanOrEqual(end);
          expect(phraseSpan.start).toBeLessThanOrEqual(span.start);
          expect(span.start).toBeLessThan(span.end);
          expect(span.end).toBeLessThanOrEqual(phraseSpan.end);
          expect(phraseSpan.end).toBeLessThanOrEqual(input.length);
          expect(Number.isFinite(value)).toBe(true);
          end = phraseSpan.end;
        }
      }),
      { numRuns: 500 },
    );
  });

  it.each(['1', '一', '每年', '《', '“', '不少于', '5个', '2021年', ' '])(
    'does not hang on a long run of %s',
    (unit) => {
      expect(() => findThresholds(unit.repeat(Math.ceil(300_000 / unit.length)))).not.toThrow();
    },
  );
});

describe('compareThresholds', () => {
  it.each<[string, string, Verdict]>([
    ['不超过5个工作日', '不超过3个工作日', 'stricter'],
    ['不超过5个工作日', '10个工作日内', 'laxer'],
    ['不低于90%', '80%以上', 'laxer'],
    ['至少1次', '1次以上', 'same'],
    ['达到100%', '100%', 'same'],
    ['达到100%', '95%', 'laxer'],
    ['3月1日前', '每年3月31日前', 'laxer'],
    ['2021年年底', '2021年6月底前', 'stricter'],
    ['每年至少1次', '每半年至少1次', 'incomparable'],
    ['不少于5个工作日', '不少于5日', 'incomparable'],
    ['不少于30日', '不超过30日', 'incomparable'],
    ['100个高频事项', '80个高频事项', 'incomparable'],
    ['2021年年底前', '年底前', 'incomparable'],
  ])('%s → %s: %s', (required, actual, verdict) => {
    expect(compareThresholds(only(required), only(actual))).toBe(verdict);
  });
});
