import { describe, expect, test } from 'vitest';
import { errors, type Kind } from './load';

const head = '标题: 任务分解表\n县区: 沁水县\n';
const item = (lines: string) =>
  `${head}一级指标:\n- 名称: 一、职能\n  三级指标:\n  - 序号: 1\n    内容: 依法行政。\n${lines.replace(/^/gm, '    ')}`;
const at = '/一级指标/0/三级指标/0';

describe('valid', () => {
  const valid: [Kind, string, string][] = [
    ['zhibiao', 'only what is required', head],
    [
      'zhibiao',
      'optional keys left empty while drafting',
      `${head}文号:\n年度:\n创建周期:\n一级指标:\n附加项:\n合并报送:`,
    ],
    ['zhibiao', 'an item with empty optional keys', item('责任单位:\n完成时限:\n报送资料:\n对应:\n分值:')],
    ['zhibiao', 'one unit as a string, several as a list', item('牵头单位: 县司法局\n责任单位: [县司法局, 县教育局]')],
    ['zhibiao', 'an empty list of units (unit-missing speaks)', item('责任单位: []')],
    [
      'zhibiao',
      'an unquoted ISO date stays a string',
      `${head}印发日期: 2021-10-20\n创建周期: { 起: 2021-10-20, 止: 2022-12-31 }`,
    ],
    ['zhibiao', 'any deadline text (deadline-format speaks)', item('完成时限: 5月31前')],
    ['zhibiao', 'a deadline that lost its glyphs is a number (deadline-format speaks)', item('完成时限: 2017322')],
    ['zhibiao', 'milestones', item('完成时限:\n- { 时间: 3月1日前, 任务: 报送 }\n- 4月1日前')],
    [
      'zhibiao',
      '对应 as number, list or 无',
      `${item('对应: 4')}\n  - { 序号: 2, 内容: 甲, 对应: [4, 5] }\n  - { 序号: 3, 内容: 乙, 对应: 无 }`,
    ],
    ['zhibiao', 'a registry in place', `${head}单位名录:\n- 县司法局\n- { 名称: 县行政审批局, 别名: 县审批局 }`],
    [
      'zhibiao',
      'the three spellings of a merged group',
      `${head}合并报送:\n- 指标: 34-46\n- 指标: [26, 27]\n- 指标: 26、27`,
    ],
    [
      'zhibiao',
      'extra items as a list or with a limit',
      `${head}附加项:\n  加分项: { 上限: 5, 条目: [{ 序号: 1, 内容: 甲 }] }\n  否决项: [{ 序号: 1, 内容: 乙, 完成时限: 7月30日前, 分值: 2 }]`,
    ],
    [
      'zhibiao',
      'three levels under both kinds of parent',
      `${head}一级指标:\n- 名称: 一、甲\n  二级指标:\n  - 名称: 1. 乙\n    三级指标: [{ 序号: 1, 内容: 丙 }]`,
    ],
    [
      'danwei',
      'a registry',
      '县区: 沁水县\n单位:\n- 名称: 县司法局\n  别名: [司法局]\n  类别: 政府部门\n  停用: 2019-03-01\n  承继: 县某局',
    ],
    [
      'yaoqiu',
      'a corpus',
      '名称: 指标体系\n简称: [2021年版]\n一级指标:\n- 名称: 一、甲\n  三级指标:\n  - 序号: 1\n    内容: 甲\n    出处: 某文第1项\n    校勘: 待核\n    异文: [甲, { 来源: 沁水, 文字: 乙 }]',
    ],
    ['config', 'an empty file', ''],
    [
      'config',
      'all keys',
      '规则: { deadline-open: off }\n单位名录: ./a.danwei.yaml\n要求库: [./a.yaoqiu.yaml]\n忽略: 归档/**\n覆盖:\n- 文件: 柞水/**\n  规则: { unit-missing: off }',
    ],
  ];
  test.each(valid)('%s: %s', (kind, _name, text) => {
    expect(errors(kind, text)).toEqual([]);
  });
});

describe('invalid: one error on the smallest node', () => {
  const invalid: [Kind, string, string, string][] = [
    ['zhibiao', 'a missing title', '县区: 沁水县', '/ required 标题'],
    ['zhibiao', 'an empty title', '标题:\n县区: 沁水县', '/标题 type'],
    ['zhibiao', 'an unknown key at the top', `${head}责任: 甲`, '/ additionalProperties 责任'],
    ['zhibiao', 'an unknown key in an item', item('责任单们: 县司法局'), `${at} additionalProperties 责任单们`],
    [
      'zhibiao',
      'a serial in words',
      `${head}一级指标: [{ 名称: 甲, 三级指标: [{ 序号: 第一, 内容: 乙 }] }]`,
      `${at}/序号 type`,
    ],
    ['zhibiao', 'serial 0', `${head}一级指标: [{ 名称: 甲, 三级指标: [{ 序号: 0, 内容: 乙 }] }]`, `${at}/序号 minimum`],
    ['zhibiao', 'no text', `${head}一级指标: [{ 名称: 甲, 三级指标: [{ 序号: 1 }] }]`, `${at} required 内容`],
    ['zhibiao', 'a section without a title', `${head}一级指标: [{ 三级指标: [] }]`, '/一级指标/0 required 名称'],
    ['zhibiao', 'a section that is a string', `${head}一级指标: [一、甲]`, '/一级指标/0 type'],
    ['zhibiao', 'an empty entry among units', item('责任单位: [县司法局, ]\n牵头单位:\n-'), `${at}/牵头单位/0 type`],
    ['zhibiao', 'units as a mapping', item('责任单位: { 甲: 乙 }'), `${at}/责任单位 type`],
    ['zhibiao', 'a milestone without its date', item('完成时限: [{ 任务: 报送 }]'), `${at}/完成时限/0 required 时间`],
    ['zhibiao', '对应 in words other than 无', item('对应: 没有'), `${at}/对应 pattern`],
    ['zhibiao', 'another numbering', `${head}编号: 顺序`, '/编号 enum'],
    ['zhibiao', '编号 of a wrong type', `${head}编号: 1`, '/编号 enum'],
    ['zhibiao', 'yes is no boolean', `${head}节选: 是`, '/节选 type'],
    ['zhibiao', 'a year with its unit', `${head}年度: 2021年`, '/年度 type'],
    ['zhibiao', 'a two-digit year', `${head}年度: 21`, '/年度 minimum'],
    ['zhibiao', 'four levels', `${head}层级名称: [甲, 乙, 丙, 丁]`, '/层级名称 maxItems'],
    ['zhibiao', 'a registry entry without a name', `${head}单位名录: [{ 别名: 甲 }]`, '/单位名录/0 required 名称'],
    [
      'zhibiao',
      'extra items with a limit only',
      `${head}附加项: { 加分项: { 上限: 5 } }`,
      '/附加项/加分项 required 条目',
    ],
    ['zhibiao', 'a merged group of words', `${head}合并报送: [{ 指标: [甲] }]`, '/合并报送/0/指标/0 type'],
    ['danwei', 'no list of units', '县区: 沁水县', '/ required 单位'],
    ['danwei', 'another category', '单位: [{ 名称: 甲, 类别: 企业 }]', '/单位/0/类别 enum'],
    ['yaoqiu', 'no name', '发布机关: 某办', '/ required 名称'],
    [
      'yaoqiu',
      'another certainty',
      '名称: 甲\n一级指标: [{ 名称: 甲, 三级指标: [{ 序号: 1, 内容: 乙, 校勘: 存疑 }] }]',
      `${at}/校勘 enum`,
    ],
    [
      'yaoqiu',
      'a unit in a corpus',
      '名称: 甲\n一级指标: [{ 名称: 甲, 三级指标: [{ 序号: 1, 内容: 乙, 责任单位: 丙 }] }]',
      `${at} additionalProperties 责任单位`,
    ],
    [
      'yaoqiu',
      'a variant without text',
      '名称: 甲\n一级指标: [{ 名称: 甲, 三级指标: [{ 序号: 1, 内容: 乙, 异文: [{ 来源: 沁水 }] }] }]',
      `${at}/异文/0 required 文字`,
    ],
    ['config', 'an unknown rule', '规则: { number-gaps: off }', '/规则 additionalProperties number-gaps'],
    ['config', 'another severity', '规则: { number-gap: warn }', '/规则/number-gap enum'],
    ['config', 'an override of nothing', '覆盖: [{ 规则: {} }]', '/覆盖/0 required 文件'],
  ];
  test.each(invalid)('%s: %s', (kind, _name, text, error) => {
    expect(errors(kind, text)).toEqual([error]);
  });
});
