import { describe, expect, it } from 'vitest';
import { unitAlias } from '../../server/src/rules/unit-alias';
import { unitInconsistent } from '../../server/src/rules/unit-inconsistent';
import { applyEdits } from '../../server/src/text/edits';
import { findingsOf, fixedText, item, marked, testRule } from './harness';

const registry = `单位:
  - 名称: 县行政审批局
    全称: 某县行政审批服务管理局
    别名: [县审批局, 审批局]
    曾用名: [县政务中心]
  - 名称: 县司法局
    别名: [司法局]
  - 名称: 县旧局
    别名: [旧局]
    停用: 2019-03-01
`;

/** One item a list of units. */
const lists = (...units: string[]) =>
  item(`责任单位: ${units[0]}`) +
  units
    .slice(1)
    .map((list, i) => `      - 序号: ${i + 2}\n        内容: 做一件事\n        责任单位: ${list}\n`)
    .join('');

testRule(unitAlias, {
  valid: [
    { text: lists('[县行政审批局, 县司法局]'), registry },
    { text: lists('[县政务中心, 旧局, 不知名局]'), registry },
    lists('[县审批局]'),
    // Mixed spellings are `unit-inconsistent`'s, the second name in one item is `unit-duplicate`'s.
    { text: lists('[县行政审批局]', '[县审批局]'), registry },
    { text: lists('[县行政审批局, 县审批局]'), registry },
  ],
  invalid: [
    {
      text: lists('[⟦县审批局⟧, 县司法局]', '"⟦县审批局⟧" # 注'),
      registry,
      says: [
        '「县审批局」是别名，单位名录里的名称是「县行政审批局」，请用名称。',
        '「县审批局」是别名，单位名录里的名称是「县行政审批局」，请用名称。',
      ],
      fixed: lists('[县行政审批局, 县司法局]', '"县行政审批局" # 注'),
    },
    {
      text: lists('\n          - ⟦某县行政审批服务管理局⟧\n          - 县司法局').replaceAll('\n', '\r\n'),
      registry,
      says: '「某县行政审批服务管理局」是全称，单位名录里的名称是「县行政审批局」，请用名称。',
      fixed: lists('\n          - 县行政审批局\n          - 县司法局').replaceAll('\n', '\r\n'),
    },
    {
      text: `单位名录: [{ 名称: 县司法局, 别名: 司法局 }]\n附加项:\n  加分项: [{ 序号: 1, 内容: 甲, 责任单位: ⟦司法局⟧ }]\n`,
      says: '「司法局」是别名，单位名录里的名称是「县司法局」，请用名称。',
      fixed: `单位名录: [{ 名称: 县司法局, 别名: 司法局 }]\n附加项:\n  加分项: [{ 序号: 1, 内容: 甲, 责任单位: 县司法局 }]\n`,
    },
  ],
});

testRule(unitInconsistent, {
  valid: [
    { text: lists('[县审批局]', '[县审批局]'), registry },
    { text: lists('[县行政审批局]', '[县政务中心]', '[县旧局]', '[旧局]'), registry },
    { text: lists('[县行政审批局, 县审批局]', '[县行政审批局]'), registry },
    lists('[县行政审批局]', '[县审批局]'),
  ],
  invalid: [
    {
      text: lists('[县行政审批局]', '[县司法局, ⟦县审批局⟧]', '[县行政审批局]'),
      registry,
      says: '「县审批局」和「县行政审批局」是同一个单位，请统一为「县行政审批局」。',
      fixed: lists('[县行政审批局]', '[县司法局, 县行政审批局]', '[县行政审批局]'),
    },
    {
      text: lists("['⟦县审批局⟧']", '[县行政审批局]', '[县审批局]', '[⟦某县行政审批服务管理局⟧]'),
      registry,
      says: [
        '「县审批局」（共2处）和「县行政审批局」是同一个单位，请统一为「县行政审批局」。',
        '「某县行政审批服务管理局」和「县行政审批局」是同一个单位，请统一为「县行政审批局」。',
      ],
      fixed: lists("['县行政审批局']", '[县行政审批局]', '[县行政审批局]', '[县行政审批局]'),
    },
    // Where 名称 is not used, the rarer spelling is reported, and all become the 名称.
    {
      text: lists('[⟦审批局⟧]', '[县审批局]', '[县审批局]'),
      registry,
      says: '「审批局」和「县审批局」是同一个单位，请统一为「县行政审批局」。',
      fixed: lists('[县行政审批局]', '[县行政审批局]', '[县行政审批局]'),
    },
  ],
});

describe('unit-inconsistent', () => {
  it('shows the spelling to keep and the other places', () => {
    const { text, spans } = marked(lists('[审批局]', '[⟦县行政审批局⟧]', '[⟦审批局⟧]'));
    const [finding] = findingsOf(unitInconsistent, text, { registry });
    expect(finding?.related.map(({ span }) => span)).toEqual(spans);
  });

  it('has one fix that mends all places', () => {
    const text = lists('[审批局]', '[县审批局]', '[县行政审批局]', '[审批局]');
    const [finding] = findingsOf(unitInconsistent, text, { registry });
    expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(
      lists('[县行政审批局]', '[县行政审批局]', '[县行政审批局]', '[县行政审批局]'),
    );
  });

  it('leaves nothing to unit-alias', () => {
    const fixed = fixedText(unitInconsistent, lists('[审批局]', '[县审批局]'), { registry });
    expect(findingsOf(unitAlias, fixed, { registry })).toEqual([]);
  });
});
