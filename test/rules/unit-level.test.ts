import { expect, it } from 'vitest';
import { unitLevel } from '../../server/src/rules/unit-level';
import { findingsOf, item, testRule } from './harness';

const registry = `单位:
  - 名称: 县司法局
  - 名称: 县审计局
    别名: [审计局]
  - 名称: 市生态环境局沁水分局
  - 名称: 瓦房口镇
  - 名称: 县市场监管局
  - 名称: 县新局
    曾用名: [县老局]
  - 名称: 县废局
    停用: 2019-03-01
`;
const top = '县区: 沁水县\n';

testRule(unitLevel, {
  valid: [
    { text: item('责任单位: [县司法局, 审计局, 瓦房口镇, 区不知名局, 老局, 废局]', top), registry },
    item('责任单位: [区司法局]', top),
    // Two units differ by the level alone, and the county's name does not decide.
    {
      text: item('责任单位: 司法局').replace('某县', '某州'),
      registry: '单位: [{ 名称: 县司法局 }, { 名称: 市司法局 }]',
    },
  ],
  invalid: [
    {
      text: item('责任单位: [⟦区司法局⟧, "⟦司法局⟧"] # 注', top),
      registry,
      says: ['「区司法局」前面的「区」不对，应为「县司法局」。', '「司法局」前面缺「县」，应为「县司法局」。'],
      fixed: item('责任单位: [县司法局, "县司法局"] # 注', top),
    },
    {
      text: item('责任单位:\n  - ⟦县瓦房口镇⟧\n  - ⟦县生态环境局沁水分局⟧\n  - ⟦市场监管局⟧', top).replaceAll(
        '\n',
        '\r\n',
      ),
      registry,
      says: [
        '「县瓦房口镇」前面多了「县」，应为「瓦房口镇」。',
        '「县生态环境局沁水分局」前面的「县」不对，应为「市生态环境局沁水分局」。',
        '「市场监管局」前面缺「县」，应为「县市场监管局」。',
      ],
      fixed: item('责任单位:\n  - 瓦房口镇\n  - 市生态环境局沁水分局\n  - 县市场监管局', top).replaceAll('\n', '\r\n'),
    },
    {
      text: item('责任单位: ⟦区审批局⟧', top),
      registry: '单位: [{ 名称: 行政审批服务局, 别名: 县审批局 }]',
      says: '「区审批局」的级别与单位名录不符，应为「行政审批服务局」。',
      fixed: item('责任单位: 行政审批服务局', top),
    },
    // Of two candidates the one of the county's own level.
    {
      text: item('责任单位: ⟦司法局⟧', top),
      registry: '单位: [{ 名称: 县司法局 }, { 名称: 市司法局 }]',
      says: '「司法局」前面缺「县」，应为「县司法局」。',
      fixed: item('责任单位: 县司法局', top),
    },
  ],
});

it('does not put the county for the city unasked', () => {
  const [finding] = findingsOf(unitLevel, item('责任单位: 市司法局', top), { registry });
  expect(finding?.fixes.map(({ safe, edits }) => [safe, edits[0]?.newText])).toEqual([[false, '县司法局']]);
});
