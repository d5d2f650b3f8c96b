import { deadlineMonthEnd } from '../../server/src/rules/deadline-month-end';
import { item, testRule } from './harness';

testRule(deadlineMonthEnd, {
  valid: [
    item('完成时限: 6月30日前'),
    item('完成时限: 5月31日前'),
    item('完成时限: 5月29日前'),
    item('完成时限: 5月底前'),
    // Without a year, nobody knows whether February has 28 days or 29.
    item('完成时限: 2月28日前'),
    item('完成时限: 5月1日至5月30日'),
    item('完成时限: 5月30'),
  ],
  invalid: [
    {
      text: item('完成时限: ⟦5月30日前⟧'),
      says: '「5月30日前」是月末前一天，如要到月末，请写「5月31日前」或「5月底前」。',
      fix: { title: '改为「5月31日前」', gives: item('完成时限: 5月31日前') },
    },
    {
      text: item('完成时限: [⟦"2022 年 6 月 29 日前"⟧]').replaceAll('\n', '\r\n'),
      says: '「2022年6月29日前」是月末前一天，如要到月末，请写「2022年6月30日前」或「2022年6月底前」。',
      fix: {
        title: '改为「2022年6月30日前」',
        gives: item('完成时限: ["2022 年 6 月 30 日前"]').replaceAll('\n', '\r\n'),
      },
    },
    {
      text: item('完成时限: ⟦2024-02-28⟧'),
      says: '「2024-02-28」是月末前一天，如要到月末，请写「2024-02-29」。',
      fix: { title: '改为「2024-02-29」', gives: item('完成时限: 2024-02-29') },
    },
    {
      text: item('完成时限: ⟦每年5月30日前⟧'),
      says: '「每年5月30日前」是月末前一天，如要到月末，请写「每年5月31日前」或「每年5月底前」。',
    },
  ],
});
