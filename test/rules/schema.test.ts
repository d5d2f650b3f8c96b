import { schema } from '../../server/src/rules/schema';
import { item, testRule } from './harness';

const HEAD = '标题: 表\n县区: 某县\n';

testRule(schema, {
  valid: [
    HEAD,
    item('责任单位: [甲]\n完成时限: 5月底前\n报送资料:'),
    { text: '县区: 某县\n单位:\n  - 名称: 县财政局\n    类别: 政府部门\n', kind: 'danwei' },
    { text: '', kind: 'config' },
    // A slip that has a finding of its own is not said to break the schema too.
    '标题：表\n县区: 某县\n',
    `${HEAD}一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 甲\n        责任\n`,
  ],
  invalid: [
    { text: '⟦⟧', says: '文件里还没有内容，请从「标题」、「县区」写起。' },
    { text: '⟦⟧# 说明\n', kind: 'danwei', says: '文件里还没有内容，请从「县区」、「单位」写起。' },
    { text: '⟦标题⟧: 表\n', says: '这里缺少必填的「县区」。' },
    { text: '⟦-⟧ 甲\n', says: '整个文件应由若干个「键: 值」组成。' },
    {
      text: item('⟦责任单住⟧: [甲]'),
      says: '不认识的键「责任单住」，是否为「责任单位」？',
      fix: { title: '改为「责任单位」', gives: item('责任单位: [甲]') },
    },
    { text: item('⟦电话⟧: 12345'), says: '不认识的键「电话」。' },
    { text: `${HEAD}编号: ⟦递增⟧\n`, says: '「编号」只能是「连续」、「分级」。' },
    { text: `${HEAD}年度: ⟦"2022年"⟧\n`, says: '「年度」的值应为整数。' },
    { text: item('责任单位: [⟦3⟧, 甲]'), says: '「责任单位」的值应为文字。' },
    { text: item('对应: ⟦0⟧'), says: '「对应」不能小于1。' },
    { text: `⟦标题⟧:\n县区: 某县\n`, says: '「标题」没有内容，请填写或删去这个键。' },
    {
      text: '县区: 某县\n单位:\n  - 名称: 县财政局\n    类别: ⟦政府⟧\n',
      kind: 'danwei',
      says: '「类别」只能是「党委部门」、「政府部门」、「垂直管理」、「人大政协」、「纪检监察」、「司法机关」、「群团」、「乡镇街道」、「挂牌」、「集合」、「其他」。',
    },
  ],
});
