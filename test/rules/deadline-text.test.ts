import { describe, expect, it } from 'vitest';
import { deadlineText } from '../../server/src/rules/deadline-text';
import { findingsOf, item, testRule } from './harness';

const file = (content: string, deadline: string, top = '') =>
  item(`完成时限: ${deadline}`, top).replace('做一件事', content);
const REPORT = '每年3月1日前，向同级党委报告上一年度情况；每年4月1日前，向社会公开。';

testRule(deadlineText, {
  valid: [
    file(REPORT, '3月1日前'),
    file(REPORT, '2月底前'),
    file(REPORT, '2022年3月1日前'),
    // One milestone for each date of the text.
    file(REPORT, '[3月1日前, 4月1日前]'),
    file(REPORT, '长期坚持'),
    file(REPORT, '3月31前'),
    file('2021年年底前全部完成。', '5月30日前'),
    file('2021年年底前全部完成。', '每年12月31日前'),
    file('2021年年底前全部完成。', '2021年12月31日前'),
    file('2020年1月1日以来的情况，截至2020年底。', '5月30日前', '年度: 2021\n'),
    file('做一件事', '7月30日前'),
    // The one date of the text belongs to the first milestone.
    file('每年1月31日前公布数据。', '[1月31日前, 7月30日前]', '年度: 2021\n'),
    // Over before the file was issued: nobody can meet it any more.
    file('2021年年底前全部完成。', '6月30日前', '年度: 2022\n'),
    file('2021年年底前全部完成。', '2022年6月30日前', '印发日期: 2022-03-01\n'),
  ],
  invalid: [
    {
      text: file('2021年年底前全部完成。', '⟦2022年6月30日前⟧', '印发日期: 2021-10-20\n'),
      says: '完成时限「2022年6月30日前」晚于内容里的「2021年年底前」。请提前，或核对内容。',
    },
    {
      text: file(REPORT, '⟦3月31日前⟧'),
      says: '完成时限「3月31日前」晚于内容里的「每年3月1日前」。请提前，或核对内容。',
    },
    {
      text: file('每年 1 月 31 日前公布数据。', '⟦"7月30日前"⟧', '年度: 2021\n').replaceAll('\n', '\r\n'),
      says: '完成时限「7月30日前」晚于内容里的「每年1月31日前」。请提前，或核对内容。',
    },
    {
      text: file(REPORT, '[3月1日前, ⟦5月1日前⟧]'),
      says: '完成时限「5月1日前」晚于内容里的「每年4月1日前」。请提前，或核对内容。',
    },
    {
      text: file(REPORT, '[⟦3月15日前⟧, 5月1日前]'),
      says: '完成时限「3月15日前」晚于内容里的「每年3月1日前」。请提前，或核对内容。',
    },
    {
      text: file('2021年年底前全部完成。', '⟦5月30日前⟧', '印发日期: 2021-06-01\n年度: 2022\n'),
      says: '完成时限「5月30日前」晚于内容里的「2021年年底前」。请提前，或核对内容。',
    },
    {
      text: file('每年第一季度报告。', '⟦2022年7月30日前⟧'),
      says: '完成时限「2022年7月30日前」晚于内容里的「每年第一季度」。请提前，或核对内容。',
    },
  ],
});

describe('deadline-text', () => {
  it('leads to the date in the text', () => {
    const text = file(`>-\n          做好年度报告，\n          每年 3 月 1 日前报送。`, '3月31日前');
    const [finding] = findingsOf(deadlineText, text);
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['每年 3 月 1 日前']);
  });
});
