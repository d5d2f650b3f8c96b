import { unitInconsistent } from '../../server/src/rules/unit-inconsistent';
import { testRule } from './harness';

const registry =
  '县区: 某县\n单位:\n  - 名称: 县纪委监委\n    别名: [纪委监委]\n  - 名称: 县财政局\n    全称: 某县财政局\n';
const file = (...units: string[]) =>
  `标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n${units
    .map((unit, i) => `      - 序号: ${i + 1}\n        内容: 第${'甲乙丙'[i]}件事\n        责任单位: [${unit}]\n`)
    .join('')}`;

testRule(unitInconsistent, {
  valid: [
    { text: file('县纪委监委', '县财政局', '县纪委监委'), registry },
    // One spelling throughout, though not the preferred one: that is `unit-alias`.
    { text: file('纪委监委', '纪委监委'), registry },
    // Without a registry nothing is known of spellings.
    file('县纪委监委', '纪委监委'),
  ],
  invalid: [
    {
      text: file('⟦纪委监委⟧', '县纪委监委', '纪委监委'),
      registry,
      says: '「纪委监委」（共2处）和「县纪委监委」是同一个单位，请统一为「县纪委监委」。',
      fixed: file('县纪委监委', '县纪委监委', '县纪委监委'),
    },
    {
      text: file('县财政局, 县纪委监委', '⟦某县财政局⟧'),
      registry,
      says: '「某县财政局」和「县财政局」是同一个单位，请统一为「县财政局」。',
      fixed: file('县财政局, 县纪委监委', '县财政局'),
    },
  ],
});
