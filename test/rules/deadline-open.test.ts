import { deadlineOpen } from '../../server/src/rules/deadline-open';
import { item, testRule } from './harness';

testRule(deadlineOpen, {
  valid: [item('完成时限: 5月30日前'), item('完成时限: 每季度末'), item('完成时限: 长期')],
  invalid: [
    {
      text: item("完成时限: [5月30日前, ⟦'持续推进'⟧]"),
      says: '「持续推进」没有截止日期，到期与否无从核对。能定期检查的，请写明日期，如「每年12月底前」。',
    },
    {
      text: item('完成时限: ⟦长期坚持⟧').replaceAll('\n', '\r\n'),
      says: '「长期坚持」没有截止日期，到期与否无从核对。能定期检查的，请写明日期，如「每年12月底前」。',
    },
  ],
});
