import { unitCollective } from '../../server/src/rules/unit-collective';
import { item, testRule } from './harness';

const registry = `单位:
  - 名称: 各行政执法单位
    别名: [各执法单位]
    类别: 集合
  - 名称: 各乡镇
    类别: 集合
    成员: [甲镇, 乙乡]
  - 名称: 甲镇
  - 名称: 乙乡
`;

testRule(unitCollective, {
  valid: [{ text: item('责任单位: [各乡镇, 甲镇, 各不知名单位]'), registry }, item('责任单位: [各行政执法单位]')],
  invalid: [
    {
      text: item('牵头单位: 甲镇\n责任单位: [⟦各执法单位⟧]\n配合单位: [各行政执法单位]').replaceAll('\n', '\r\n'),
      registry,
      says: '「各执法单位」是统称，单位名录没有写明包括哪些单位，请在名录里补上「成员」。',
    },
  ],
});
