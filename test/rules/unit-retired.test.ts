import { expect, it } from 'vitest';
import { unitRetired } from '../../server/src/rules/unit-retired';
import { findingsOf, item, registryOf, testRule } from './harness';

const registry = `单位:
  - 名称: 县行政审批局
    曾用名: [县政务中心, 县行政服务中心]
  - 名称: 县自然资源局
    曾用名: [县国土局]
  - 名称: 县规划局
    曾用名: [县国土局]
  - 名称: 县工商局
    停用: 2019-03-01
    承继: [县质监局]
  - 名称: 县质监局
    停用: 2020-05-01
    承继: [县市场监管局]
  - 名称: 县市场监管局
  - 名称: 县文体局
    停用: 2019-03-01
    承继: [县文旅局, 县体育局]
    曾用名: [县文化局]
  - 名称: 县文旅局
  - 名称: 县体育局
  - 名称: 县法制办
    别名: [县政府法制办]
    停用: 2019-03-01
  - 名称: 县甲局
    停用: 2019-03-01
    承继: 县乙局
  - 名称: 县乙局
    停用: 2019-03-01
    承继: 县甲局
`;

testRule(unitRetired, {
  valid: [
    { text: item('责任单位: [县行政审批局, 县不知名局]'), registry },
    item('责任单位: [县政务中心]'),
    // The unit still existed when the document was issued.
    { text: item('责任单位: [县工商局]', '印发日期: 2018-10-20\n'), registry },
    // The name was given to another unit.
    { text: item('责任单位: [甲局]'), registry: '单位:\n  - 名称: 乙局\n    曾用名: [甲局]\n  - 名称: 甲局\n' },
  ],
  invalid: [
    {
      text: item('责任单位: ["⟦县政务中心⟧", 县体育局]'),
      registry,
      says: '「县政务中心」是曾用名，现为「县行政审批局」，请改用现名。',
      fixed: item('责任单位: ["县行政审批局", 县体育局]'),
    },
    {
      text: item('责任单位: [⟦县国土局⟧]'),
      registry,
      says: '「县国土局」是曾用名，现为县自然资源局、县规划局，请改为其中相应的单位。',
    },
    {
      text: item('牵头单位: ⟦县工商局⟧ # 待核', '印发日期: 2019-03-01\n').replaceAll('\n', '\r\n'),
      registry,
      says: '「县工商局」已停用，职责由「县市场监管局」承继，请改用「县市场监管局」。',
      fix: {
        title: '改为「县市场监管局」',
        gives: item('牵头单位: 县市场监管局 # 待核', '印发日期: 2019-03-01\n').replaceAll('\n', '\r\n'),
      },
    },
    {
      text: item('责任单位:\n  - ⟦县文体局⟧\n  - ⟦县文化局⟧'),
      registry,
      says: [
        '「县文体局」已停用，职责由县文旅局、县体育局承继，请改为其中相应的单位。',
        '「县文化局」是曾用名，现为县文旅局、县体育局，请改为其中相应的单位。',
      ],
    },
    {
      text: item('责任单位: [⟦县政府法制办⟧, ⟦县甲局⟧]'),
      registry,
      says: [
        '「县政府法制办」已停用，单位名录没有写明由谁承继，请核对。',
        '「县甲局」已停用，单位名录没有写明由谁承继，请核对。',
      ],
    },
  ],
});

it('leads to the registry, and is sure of a plain change of name only', () => {
  const { uri, units } = registryOf(registry);
  const [renamed, closed] = findingsOf(unitRetired, item('责任单位: [县政务中心, 县工商局]'), { registry });
  const former = units[0]?.formerNames[0]?.node.place;
  expect(renamed?.related).toMatchObject([{ uri, span: { start: former?.start, end: former?.end } }]);
  const date = units[3]?.closed?.node.place;
  expect(closed?.related).toMatchObject([{ uri, span: { start: date?.start, end: date?.end } }]);
  expect([renamed, closed].map((finding) => finding?.fixes[0]?.safe)).toEqual([true, false]);
});

it('does not name a file for a registry in the same file', () => {
  const text = item('责任单位: 旧局', '单位名录: [{ 名称: 新局, 曾用名: 旧局 }]\n');
  const [finding] = findingsOf(unitRetired, text);
  expect(finding?.related).toHaveLength(1);
  expect(finding?.related[0]).not.toHaveProperty('uri');
});
