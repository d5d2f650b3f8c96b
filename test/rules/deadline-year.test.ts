import { deadlineYear } from '../../server/src/rules/deadline-year';
import { item, testRule } from './harness';

testRule(deadlineYear, {
  valid: [
    item('完成时限: 5月30日前', '年度: 2021\n'),
    // A 年度 that is no number is the schema's business.
    item('完成时限: 5月30日前', '年度: 二〇二一\n'),
    item('完成时限: [2021年5月30日前, 2021-06-01, 每年3月1日前, 长期坚持, 每季度末]'),
    item('完成时限: 5月31前'),
    item('责任单位: [甲]'),
  ],
  invalid: [
    {
      text: item('完成时限: ⟦5月30日前⟧'),
      says: '「5月30日前」没有写年份，文件里也没有「年度」，不能确定是哪一年。请在文件开头写上「年度」。',
    },
    {
      text: `${item('完成时限: [2021年5月1日前, ⟦"第一季度"⟧, 年底前]')}阶段:\n  - { 名称: 自查, 时间: 6月1日至6月2日 }\n`.replaceAll(
        '\n',
        '\r\n',
      ),
      says: '「第一季度」等3处时限没有写年份，文件里也没有「年度」，不能确定是哪一年。请在文件开头写上「年度」。',
    },
  ],
});
