import { expect, it } from 'vitest';
import { VOCABULARY } from '../../server/src/model/keys';
import { schemaViolations } from '../../server/src/model/schema-check';
import { parseYaml } from '../../server/src/yaml/parse';

/** Violations of an indicator file as `kind name`, without those that only repeat a fault. */
function shown(text: string): string[] {
  const { root, faults } = parseYaml(text, VOCABULARY);
  return schemaViolations(root, 'zhibiao', faults).map(({ kind, name, expected }) => `${kind} ${name || expected}`);
}

const head = '标题: 表\n县区: 某县\n依据: 无\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n';
const item = '      - 序号: 1\n        内容: 做一件事\n        责任单位: [甲局]\n';

it('says nothing more of a key whose colon was mistyped', () => {
  expect(shown(head + item.replace('序号: ', '序号：'))).toEqual([]);
  expect(shown(head + item.replace('内容: ', '内容'))).toEqual([]);
});

it('says of the other items what is wrong with them', () => {
  const other = '      - 序号: 二\n        内容: 做另一件事\n        责任单位: [甲局]\n';
  expect(shown(head + item.replace('序号: ', '序号：') + other)).toEqual(['wrong-type 序号']);
});

it('still tells an unknown key beside a line that could not be read', () => {
  expect(shown(`${head}${item}        颜色: 红\n        责任单位 [乙局]\n`)).toEqual(['unknown-key 颜色']);
});
