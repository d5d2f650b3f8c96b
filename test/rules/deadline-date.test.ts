import { deadlineDate } from '../../server/src/rules/deadline-date';
import { item, testRule } from './harness';

testRule(deadlineDate, {
  valid: [
    item('完成时限: 2月29日前'),
    item('完成时限: 2月29日前', '年度: 2024\n'),
    item('完成时限: 5月31前'),
    item('完成时限: 5月30日前', '印发日期: 2024-02-29\n'),
  ],
  invalid: [
    { text: item('完成时限: 2月⟦30日⟧前'), says: '2月没有30日。', fixed: item('完成时限: 2月底前') },
    {
      text: item('完成时限: 2月⟦29日⟧前', '年度: 2021\n'),
      says: '2021年2月没有29日。',
      fixed: item('完成时限: 2月底前', '年度: 2021\n'),
    },
    { text: item('完成时限: "2022年⟦13月⟧1日前"').replaceAll('\n', '\r\n'), says: '没有13月这个月份。' },
    { text: item('完成时限: 每月⟦32日⟧前'), says: '每个月都没有32日。' },
    { text: item('完成时限: 6月⟦31 日⟧前'), says: '6月没有31日。', fixed: item('完成时限: 6月底前') },
    {
      text: item('责任单位: [甲]', '印发日期: 2021-06-⟦31⟧\n创建周期: { 起: 2021-⟦00⟧-01 }\n'),
      says: ['6月没有31日。', '没有0月这个月份。'],
    },
  ],
});
