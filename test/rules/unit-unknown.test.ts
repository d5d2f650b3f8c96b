import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/model/document';
import { createRegistry } from '../../server/src/model/registry';
import type { RegistryFile } from '../../server/src/model/types';
import { runRules } from '../../server/src/rules/engine';
import { renderMessage } from '../../server/src/rules/finding';
import { suggester, unitUnknown } from '../../server/src/rules/unit-unknown';
import { applyEdits } from '../../server/src/text/edits';
import { findingsOf, item, registryOf, testRule } from './harness';

const registry = `县区: 沁水县
单位:
  - 名称: 县司法局
  - 名称: 县行政审批局
    全称: 沁水县行政审批服务管理局
    曾用名: [县政务中心]
  - 名称: 县旧局
    停用: 2019-03-01
  - 名称: 各乡镇、各部门（单位）
`;

testRule(unitUnknown, {
  valid: [
    {
      text: item('责任单位: [县司法局, 沁水县行政审批服务管理局, 县政务中心, 县旧局, 各乡镇、各部门（单位）]'),
      registry,
    },
    // No registry, no unit that it lacks.
    item('责任单位: [县司法厅]'),
    // `unit-level` and `unit-separator` speak of these.
    { text: item('责任单位: [区司法局, 司法局, 县司法局县行政审批局, 县 司法局]', '县区: 沁水县\n'), registry },
    { text: item('责任单位: ["", " "]'), registry },
  ],
  invalid: [
    {
      text: item('责任单位: [⟦县司法厅⟧] # 注'),
      registry,
      says: '「县司法厅」不在单位名录中。是否为「县司法局」？',
      fix: { title: '改为「县司法局」', gives: item('责任单位: [县司法局] # 注') },
    },
    // A slip in a full name leads to the name that tables use.
    {
      text: item('责任单位:\n  - "⟦沁水县行政审批服务管理居⟧"').replaceAll('\n', '\r\n'),
      registry,
      says: '「沁水县行政审批服务管理居」不在单位名录中。是否为「县行政审批局」？',
      fix: { title: '改为「县行政审批局」', gives: item('责任单位:\n  - "县行政审批局"').replaceAll('\n', '\r\n') },
    },
    {
      text: item('牵头单位: ⟦融媒体⟧\n责任单位: [⟦融媒体⟧]'),
      registry,
      says: [
        '「融媒体」不在单位名录中，请核对名称，或把它加入单位名录。',
        '「融媒体」不在单位名录中，请核对名称，或把它加入单位名录。',
      ],
    },
    {
      text: item('责任单位: [⟦融媒体⟧]', '单位名录: [县司法局]\n'),
      says: '「融媒体」不在单位名录中，请核对名称，或把它加入单位名录。',
      fix: { title: '加入单位名录', gives: item('责任单位: [融媒体]', '单位名录: [县司法局, 融媒体]\n') },
    },
    {
      text: item('责任单位: [⟦融媒体⟧]', '单位名录:\n  - 名称: 县司法局\n    别名: 司法局 # 注\n'),
      says: '「融媒体」不在单位名录中，请核对名称，或把它加入单位名录。',
      fix: {
        title: '加入单位名录',
        gives: item('责任单位: [融媒体]', '单位名录:\n  - 名称: 县司法局\n    别名: 司法局 # 注\n  - 名称: 融媒体\n'),
      },
    },
  ],
});

describe('unit-unknown', () => {
  it('adds the unit to the file of the registry, never unasked', () => {
    const document = readDocument('file:///w/w.danwei.yaml', 'danwei', registry);
    const { units, list } = document.model as RegistryFile;
    const known = createRegistry(document.uri, units, undefined, { lines: document.lines, list });
    const [finding] = findingsOf(unitUnknown, item('责任单位: [县司法厅]'), { surroundings: { registry: known } });
    expect(finding?.fixes.map(({ title, safe, uri }) => [renderMessage(title), safe, uri])).toEqual([
      ['改为「县司法局」', false, undefined],
      ['加入单位名录', false, document.uri],
    ]);
    expect(applyEdits(registry, finding?.fixes[1]?.edits ?? [])).toBe(`${registry}  - 名称: 县司法厅\n`);
  });

  it('says nothing of a unit whose entry in the registry cannot be read', () => {
    const broken = '单位:\n  - 名称: 县司法局\n  - 名称: "县财政局\n  - 名称: 县审计局\n';
    const says = (unit: string) => findingsOf(unitUnknown, item(`责任单位: [${unit}]`), { registry: broken }).length;
    expect([says('县财政局'), says('县公安局')]).toEqual([0, 1]);
  });

  it('judges ten thousand items quickly, each unknown to the registry', () => {
    const rows = Array.from(
      { length: 10_000 },
      (_, i) => `      - 序号: ${i}\n        内容: 甲\n        责任单位: [县某${i}局]\n`,
    );
    const text = `一级指标:\n  - 名称: 一、甲\n    三级指标:\n${rows.join('')}`;
    const units = Array.from({ length: 500 }, (_, i) => `  - { 名称: 县第${i}号单位, 别名: 第${i}号 }\n`);
    const document = readDocument('file:///w/w.zhibiao.yaml', 'zhibiao', text);
    const known = registryOf(`单位:\n${units.join('')}`);
    expect(runRules(document, [unitUnknown], { registry: known })).toHaveLength(10_000);
  });

  it('searches a registry of thousands for the first names only', () => {
    const units = Array.from({ length: 30_000 }, (_, i) => `  - 县第${i}号单位局\n`);
    const near = suggester(registryOf(`单位:\n${units.join('')}`));
    const found = Array.from({ length: 11 }, (_, i) => near(`县第${i}号单位厅`)[0]);
    expect(found).toEqual([...Array.from({ length: 10 }, (_, i) => `县第${i}号单位局`), undefined]);
    expect(near('县第3号单位厅')[0]).toBe('县第3号单位局');
  });
});
