import type { Vocabulary } from '../yaml/vocabulary';

/** The keys of contract sections 2 to 4 and of the configuration, as drafters type them. */
const KEYS = [
  ['标题', '县区', '文号', '印发机关', '印发日期', '年度', '创建周期', '起', '止', '依据', '节选', '指标总数', '编号'],
  ['层级名称', '总分', '单位名录', '一级指标', '二级指标', '三级指标', '序号', '名称', '内容', '牵头单位', '责任单位'],
  ['配合单位', '完成时限', '时间', '任务', '报送资料', '分值', '对应', '说明', '备注', '阶段', '考核方式', '等次'],
  ['附加项', '加分项', '否决项', '扣分项', '上限', '条目', '合并报送', '指标', '资料'],
  ['单位', '全称', '别名', '类别', '挂牌于', '成员', '曾用名', '停用', '承继'],
  ['简称', '发布机关', '前版', '出处', '校勘', '异文', '来源', '文字'],
  ['规则', '要求库', '忽略', '覆盖', '文件'],
].flat();

export const UNIT_KEYS = ['牵头单位', '责任单位', '配合单位'] as const;
export type UnitKey = (typeof UNIT_KEYS)[number];

export const VOCABULARY: Vocabulary = {
  keys: new Set(KEYS),
  nameLists: new Set([...UNIT_KEYS, '成员', '别名', '曾用名', '简称', '等次', '层级名称', '指标', '忽略', '要求库']),
  textLists: new Set([
    '报送资料',
    '资料',
    '说明',
    '异文',
    '备注',
    '等次',
    '层级名称',
    '成员',
    '别名',
    '曾用名',
    '简称',
    ...UNIT_KEYS,
  ]),
  segmentLists: new Set(['三级指标', '单位']),
};
