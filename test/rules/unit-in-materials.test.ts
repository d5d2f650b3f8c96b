import { describe, expect, it } from 'vitest';
import { evidenceRequests } from '../../server/src/rules/shared/evidence-requests';
import { nameFinder } from '../../server/src/rules/shared/name-finder';
import { unitInMaterials } from '../../server/src/rules/unit-in-materials';
import { item, testRule } from './harness';

const registry = `单位:
  - 名称: 县司法局
    别名: [司法局]
  - 名称: 县财政局
  - 名称: 县审计局
  - 名称: 县政府办公室
  - 名称: 县政府办公室（审批局）
    类别: 挂牌
    挂牌于: 县政府办公室
  - 名称: 县委
  - 名称: 各执法单位
    类别: 集合
  - 名称: 各口
    类别: 集合
    成员: [县财政局]
`;
const says = (name: string) =>
  `这里要「${name}」提供资料，但它不在这一项的牵头单位、责任单位和配合单位中。请补列，或改由所列单位提供。`;
const second = (lines: string, tail = '') =>
  `${item('责任单位: [县司法局]')}      - 序号: 2\n        内容: 做一件事\n        ${lines.replaceAll('\n', '\n        ')}\n${tail}`;

testRule(unitInMaterials, {
  valid: [
    { text: item('责任单位: [县司法局]\n报送资料: 县司法局提供说明；请提供县财政局的文件；县财政局审核。'), registry },
    { text: item('责任单位: [县司法局]\n报送资料: 司法局提供说明'), registry },
    item('责任单位: [县司法局]\n报送资料: 县财政局提供说明'),
    { text: item('报送资料: 县财政局提供说明'), registry },
    // A collective unit may include anyone; one with members includes these.
    { text: item('责任单位: [各执法单位]\n报送资料: 县财政局提供说明'), registry },
    { text: item('责任单位: [各口]\n报送资料: 县财政局提供说明'), registry },
    { text: item('责任单位: [县司法局]\n报送资料: 各执法单位提供说明，县委提供说明'), registry },
    // The unknown unit may be the one.
    { text: item('责任单位: [县财政]\n报送资料: 县财政局提供说明'), registry },
    // A hosted body and its host are one.
    { text: item('责任单位: [县政府办公室]\n报送资料: 县政府办公室（审批局）提供说明'), registry },
    { text: item('责任单位: [县政府办公室（审批局）]\n报送资料: 县政府办公室提供说明'), registry },
    // Items that hand in one set of evidence.
    {
      text: second(
        '责任单位: [县财政局]\n报送资料: 由县司法局、县财政局提供',
        '合并报送:\n  - { 指标: 1-2, 资料: 说明 }\n',
      ),
      registry,
    },
    { text: second('责任单位: [县财政局]\n报送资料: 第1、2项由县司法局、县财政局提供'), registry },
  ],
  invalid: [
    {
      text: item('牵头单位: 县司法局\n报送资料: ⟦县财政局⟧提供说明。').replaceAll('\n', '\r\n'),
      registry,
      says: says('县财政局'),
    },
    {
      text: item(
        '牵头单位: 县司法局\n报送资料:\n  - 1. 除档案外，请⟦县财政局⟧和⟦县审计局⟧会同有关部门提供说明；\n  - "2. 由⟦县财政局⟧、县司法局等部门负责提供。"',
      ),
      registry,
      says: [says('县财政局'), says('县审计局'), says('县财政局')],
    },
    {
      text: second('责任单位: [县财政局]\n报送资料: ⟦司法局⟧报送名单'),
      registry,
      says: says('司法局'),
    },
    // A partner without units answers for nothing.
    {
      text: second('报送资料: 说明', '合并报送:\n  - { 指标: 1-2, 资料: 说明 }\n').replace(
        '责任单位: [县司法局]',
        '责任单位: [县司法局]\n        报送资料: ⟦县财政局⟧提供说明',
      ),
      registry,
      says: says('县财政局'),
    },
    {
      text: item('责任单位: [各口]\n报送资料: |\n  说明：\n  ⟦县审计局⟧分别提供'),
      registry,
      says: says('县审计局'),
    },
  ],
});

describe('evidenceRequests', () => {
  const nameAt = nameFinder(['甲局', '乙局', '甲局分局', '丙办']);
  const asked = (text: string) => evidenceRequests(text, nameAt).map(({ start, end }) => text.slice(start, end));

  it.each<[string, string[]]>([
    ['甲局提供清单', ['甲局']],
    ['甲局分局提供清单', ['甲局分局']],
    ['说明；甲局、乙局和丙办等部门统一提供清单', ['甲局', '乙局', '丙办']],
    ['请甲局提供；由乙局负责报送', ['甲局', '乙局']],
    ['甲局提供的清单由上级出具', []],
    ['市甲局提供清单', []],
    ['报请甲局同意后提供', []],
    ['请甲局审核，另行提供', []],
    ['提供甲局的清单', []],
    ['由甲局审核报送的清单', []],
    ['', []],
  ])('%s', (text, names) => expect(asked(text)).toEqual(names));

  it.each(['甲局、', '请甲局', '甲局等', '甲局负责', '甲', '甲局和'])('does not hang on a long run of %s', (part) => {
    expect(() => asked(part.repeat(300_000))).not.toThrow();
  });
});
