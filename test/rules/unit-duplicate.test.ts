import { expect, it } from 'vitest';
import { unitDuplicate } from '../../server/src/rules/unit-duplicate';
import { findingsOf, item, marked, testRule } from './harness';

const registry = `单位:
  - 名称: 县行政审批局
    全称: 某县行政审批服务管理局
    别名: [县审批局]
    曾用名: [县政务中心]
  - 名称: 县司法局
  - 名称: 区政府办公室
  - 名称: 区政府办公室（审批服务局）
    类别: 挂牌
    挂牌于: 区政府办公室
`;

testRule(unitDuplicate, {
  valid: [
    item('责任单位: [县司法局, 县财政局]\n配合单位: 县审计局'),
    { text: item('牵头单位: [区政府办公室]\n责任单位: [区政府办公室（审批服务局）]'), registry },
    // Without a registry nobody knows that these are one.
    item('责任单位: [县行政审批局, 县审批局]'),
    item('责任单位: ["", ""]'),
    item('备注: &a [县司法局]\n牵头单位: *a\n责任单位: *a'),
  ],
  invalid: [
    {
      text: item('责任单位: [县司法局, 县财政局, ⟦县司法局⟧] # 待核'),
      says: '「县司法局」在这一项的责任单位中写了两次，请删去一处。',
      fixed: item('责任单位: [县司法局, 县财政局] # 待核'),
    },
    {
      text: item('责任单位:\n  - 县司法局 # 一\n  - "⟦县司法局⟧" # 二\n  - 县财政局'),
      says: '「县司法局」在这一项的责任单位中写了两次，请删去一处。',
      fixed: item('责任单位:\n  - 县司法局 # 一\n  - 县财政局'),
    },
    {
      text: item('责任单位: [县司法局, ⟦县司法局⟧, ⟦县司法局⟧]'),
      says: [
        '「县司法局」在这一项的责任单位中写了两次，请删去一处。',
        '「县司法局」在这一项的责任单位中写了两次，请删去一处。',
      ],
      fixed: item('责任单位: [县司法局]'),
    },
    {
      text: item('牵头单位: [县司法局]\n责任单位: [⟦县司法局⟧]\n配合单位: [县财政局]'),
      says: '「县司法局」已经是这一项的牵头单位，责任单位中不必再写。',
      fix: { title: '删去这一处「县司法局」', gives: item('牵头单位: [县司法局]\n配合单位: [县财政局]') },
    },
    // The lead stays, wherever it is written.
    {
      text: item('责任单位: [县财政局, ⟦县司法局⟧]\n牵头单位: 县司法局'),
      says: '「县司法局」已经是这一项的牵头单位，责任单位中不必再写。',
      fix: { title: '删去这一处「县司法局」', gives: item('责任单位: [县财政局]\n牵头单位: 县司法局') },
    },
    {
      text: item('责任单位: [县行政审批局, ⟦县审批局⟧, 县司法局]'),
      registry,
      says: '「县审批局」就是这一项责任单位中的「县行政审批局」，请删去一处。',
      fix: { title: '删去这一处「县审批局」', gives: item('责任单位: [县行政审批局, 县司法局]') },
    },
    {
      text: item('牵头单位: 县政务中心\n责任单位: ⟦某县行政审批服务管理局⟧'),
      registry,
      says: '「某县行政审批服务管理局」就是这一项牵头单位中的「县政务中心」，请删去一处。',
      fix: { title: '删去这一处「某县行政审批服务管理局」', gives: item('牵头单位: 县政务中心') },
    },
  ],
});

it('points at the first place, and removes unasked only a literal repetition in one list', () => {
  const { text, spans } = marked(
    item('牵头单位: [⟦县司法局⟧]\n责任单位: [县司法局, 县财政局, 县财政局]').replaceAll('\n', '\r\n'),
  );
  const [lead, repeated] = findingsOf(unitDuplicate, text);
  expect(lead?.related.map(({ span }) => span)).toEqual(spans);
  expect([lead, repeated].map((finding) => finding?.fixes[0]?.safe)).toEqual([false, true]);
});
