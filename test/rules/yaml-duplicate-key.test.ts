import { yamlDuplicateKey } from '../../server/src/rules/yaml-duplicate-key';
import { item, testRule } from './harness';

testRule(yamlDuplicateKey, {
  valid: ['标题: 甲\n县区: 乙\n', item('责任单位: [甲]\n配合单位: [甲]'), item('备注: |\n  备注: 甲\n  备注: 乙')],
  invalid: [
    { text: '标题: 甲\n⟦标题⟧: 乙\n', says: '「标题」在第1行已经写过，这里的不起作用。请合并或删去一处。' },
    {
      text: item('责任单位: [甲]\n备注: 乙\n⟦责任单位⟧: [丙]\n⟦责任单位⟧: [丁]').replaceAll('\n', '\r\n'),
      says: [
        '「责任单位」在第8行已经写过，这里的不起作用。请合并或删去一处。',
        '「责任单位」在第8行已经写过，这里的不起作用。请合并或删去一处。',
      ],
    },
    {
      text: '创建周期: { 起: 2021-10-20, ⟦起⟧: 2022-12-31 }\n',
      says: '「起」在第1行已经写过，这里的不起作用。请合并或删去一处。',
    },
  ],
});
