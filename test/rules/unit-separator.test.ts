import { describe, expect, it } from 'vitest';
import { unitSeparator } from '../../server/src/rules/unit-separator';
import { unitUnknown } from '../../server/src/rules/unit-unknown';
import { findingsOf, item, testRule } from './harness';

const registry = `单位:
  - 名称: 县委办
  - 名称: 县政府办
  - 名称: 县司法局
    别名: [司法局]
  - 名称: 区工信和商务局
  - 名称: 区民社局
  - 名称: 区政府办公室（审批服务局）
  - 名称: 市生态环境局沁水分局
  - 名称: 各乡镇、各部门（单位）
`;

testRule(unitSeparator, {
  valid: [
    {
      text: item('责任单位: [各乡镇、各部门（单位）, 区政府办公室（审批服务局）, 县司法局]\n配合单位: "县委办"'),
      registry,
    },
    { text: item('责任单位: [县不知名局, 各乡镇、各单位]'), registry },
    item('责任单位: [各乡镇、各部门（单位）, 区政府办公室（审批服务局）]'),
    item('责任单位: 负责人，联系人'),
    item('责任单位: ["", " "]'),
  ],
  invalid: [
    {
      text: item('责任单位: [县司法局, ⟦区民社局和县司法局⟧]'),
      registry,
      says: '「区民社局和县司法局」中间用了「和」，是两个单位，请分成两项。',
      fixed: item('责任单位: [县司法局, 区民社局, 县司法局]'),
    },
    {
      text: item('牵头单位: [⟦区工信和商务局区民社局⟧, 县司法局] # 注'),
      registry,
      says: '「区工信和商务局区民社局」是两个单位连写：区工信和商务局、区民社局。请分成两项。',
      fixed: item('牵头单位: [区工信和商务局, 区民社局, 县司法局] # 注'),
    },
    {
      text: item('责任单位: ["⟦县委办，县政府办⟧"]'),
      registry,
      says: '「县委办，县政府办」中间用了「，」，是两个单位，请分成两项。',
      fixed: item('责任单位: ["县委办", "县政府办"]'),
    },
    {
      text: item('责任单位: [⟦市生态环境局 沁水分局⟧]'),
      registry,
      says: '「市生态环境局 沁水分局」中间多了空格，应为「市生态环境局沁水分局」。',
      fixed: item('责任单位: [市生态环境局沁水分局]'),
    },
    {
      text: item('责任单位: ⟦县委办、县政府办、司法局⟧ # 注'),
      registry,
      says: '「县委办、县政府办、司法局」中间用了「、」，是三个单位，请分成三项。',
      fixed: item('责任单位: [县委办, 县政府办, 司法局] # 注'),
    },
    {
      text: item('责任单位:\n  - 县司法局\n  - ⟦县委办；县政府办⟧ # 注').replaceAll('\n', '\r\n'),
      registry,
      says: '「县委办；县政府办」中间用了「；」，是两个单位，请分成两项。',
      fixed: item('责任单位:\n  - 县司法局\n  - 县委办\n  - 县政府办 # 注').replaceAll('\n', '\r\n'),
    },
    {
      text: item('责任单位: |\n  ⟦县委办\n          县政府办⟧\n备注: 无'),
      registry,
      says: '「县委办 县政府办」中间换了行，是两个单位，请分成两项。',
      fixed: item('责任单位: [县委办, 县政府办]\n备注: 无'),
    },
    {
      text: item('责任单位: [⟦县委办 县政府办⟧]'),
      registry,
      says: '「县委办 县政府办」中间用了空格，是两个单位，请分成两项。',
      fixed: item('责任单位: [县委办, 县政府办]'),
    },
    {
      text: item('责任单位:\n  ⟦市生态环境局\n          沁水分局⟧\n备注: 无'),
      registry,
      says: '「市生态环境局 沁水分局」中间多了空格，应为「市生态环境局沁水分局」。',
      fixed: item('责任单位:\n  市生态环境局沁水分局\n备注: 无'),
    },
    // One part is unknown, so a person has to look.
    {
      text: item('责任单位: [⟦县委办、县某某局⟧]'),
      registry,
      says: '「县委办、县某某局」中间用了「、」，是两个单位，请分成两项。',
      fix: { title: '分成两项：县委办、县某某局', gives: item('责任单位: [县委办, 县某某局]') },
    },
    // Without a registry.
    {
      text: item('责任单位: [⟦县司法局、县公安局⟧, ⟦区工信和商务局区民社局⟧]'),
      says: [
        '「县司法局、县公安局」中间用了「、」，是两个单位，请分成两项。',
        '「区工信和商务局区民社局」是两个单位连写：区工信和商务局、区民社局。请分成两项。',
      ],
      fix: {
        title: '分成两项：县司法局、县公安局',
        gives: item('责任单位: [县司法局, 县公安局, 区工信和商务局区民社局]'),
      },
    },
    {
      text: item('责任单位: [⟦市生态环境局 沁水分局⟧]'),
      says: '「市生态环境局 沁水分局」中间有空格。如是两个单位，请分成两项；如是一个单位，请去掉空格。',
      fix: { title: '改为「市生态环境局沁水分局」', gives: item('责任单位: [市生态环境局沁水分局]') },
    },
  ],
});

describe('unit-separator', () => {
  it('is sure only where all parts are registered', () => {
    const safety = (units: string, setting = {}) =>
      findingsOf(unitSeparator, item(`责任单位: [${units}]`), setting).map(({ fixes }) => fixes[0]?.safe);
    expect(safety('县委办、县政府办', { registry })).toEqual([true]);
    expect(safety('县委办、县某某局', { registry })).toEqual([false]);
    expect(safety('县委办、县政府办')).toEqual([false]);
  });

  it('leaves nothing to unit-unknown', () => {
    const text = item('责任单位: [县委办、县某某局, 区工信和商务局区民社局, 市生态环境局 沁水分局]');
    expect(findingsOf(unitUnknown, text, { registry })).toEqual([]);
  });

  it('takes a long string in its stride', () => {
    const text = item(`责任单位: "${'县委办、 '.repeat(200_000)}"`);
    expect(() => findingsOf(unitSeparator, text, { registry })).not.toThrow();
  });
});
