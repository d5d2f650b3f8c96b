import { extraItems } from '../../server/src/rules/extra-items';
import { items, testRule } from './harness';

testRule(extraItems, {
  valid: [
    `${items(1)}附加项:\n  否决项:\n    - { 序号: 1, 内容: 甲, 责任单位: [乙] }\n`,
    `${items(1)}附加项:\n  加分项: { 上限: 5, 条目: [{ 序号: 1, 内容: 甲, 分值: 2, 完成时限: 年底前 }] }\n`,
    `${items(1)}        分值: 2\n        完成时限: 年底前\n`,
    `${items(1)}附加项:\n  否决项:\n    - 甲\n`,
  ],
  invalid: [
    {
      text: `${items(1)}附加项:\n  否决项:\n    - 序号: 1\n      内容: 甲\n      完成时限: ⟦5月30日前⟧\n      分值: ⟦2⟧\n`,
      says: ['否决项随时适用，不设完成时限。', '否决项一票否决，不计分值。'],
    },
    {
      text: `${items(1)}附加项:\r\n  否决项:\r\n    条目:\r\n      - { 序号: 1, 内容: 甲, 完成时限: ⟦[{ 时间: 年底前, 任务: 乙 }]⟧ }\r\n`,
      says: '否决项随时适用，不设完成时限。',
    },
  ],
});
