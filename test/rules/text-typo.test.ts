import { textTypo } from '../../server/src/rules/text-typo';
import { altered, central, county } from './central';
import { testRule } from './harness';

const setting = central();
const doubtful = (number: number, reading: string) =>
  central({ [number]: `校勘: 待核\n异文:\n  - { 来源: 甲县, 文字: ${reading} }` });
const file = (number: number, from: string, to: string, more = '') => ({
  text: county({ [number]: altered(number, from, to) + more }),
  ...setting,
});
const slip = (number: number) => altered(number, '规范性', '规定性');
const evidence = (text: string) => ({
  text: county({ 4: `${altered(4, '全面', '全面')}\n报送资料: ${text}` }),
  ...setting,
});

testRule(textTypo, {
  valid: [
    { text: county(), ...setting },
    file(3, '或者', '或'),
    file(4, '努力', '逐步'),
    file(6, '20个', '12个'),
    file(3, '协调决策', '协調决策'),
    // What the corpus doubts, and knows.
    { ...doubtful(3, '协调决定力度'), text: county({ 3: altered(3, '决策力度', '决定力度') }) },
    // The same exchange in three items is how the county puts it.
    { text: county({ 3: slip(3), 5: slip(5), 7: slip(7) }), ...setting },
    evidence('提供跨部门综合监管工作的情况说明和大力推进的措施'),
    evidence('提供推进职能部门综合监管的说明'),
  ],
  invalid: [
    {
      text: county({ 3: altered(3, '规范性', '⟦规定⟧性'), 5: altered(5, '规范性', '⟦规定⟧性') }),
      ...setting,
      says: ['疑似错字：「规定」在上级原文中为「规范」。', '疑似错字：「规定」在上级原文中为「规范」。'],
    },
    {
      ...file(4, '联合', '⟦联全⟧'),
      says: '疑似错字：「联全」在上级原文中为「联合」。',
      fix: { title: '改为「联合」', gives: county() },
    },
    {
      ...file(3, '制度建设', '⟦制制度⟧建设'),
      says: '疑似错字：「制制度」在上级原文中为「制度」。',
    },
    {
      // Explained departures are departures from the requirement; a slip stays one.
      ...file(4, '联合', '⟦联全⟧', '\n说明: 按本地实际调整'),
      says: '疑似错字：「联全」在上级原文中为「联合」。',
    },
    {
      ...evidence('除档案资料外，提供推进跨部门⟦联全⟧监管工作的情况说明'),
      says: '疑似错字：「联全」在上级原文中为「联合」。',
      fix: { title: '改为「联合」', gives: evidence('除档案资料外，提供推进跨部门联合监管工作的情况说明').text },
    },
    {
      // In doubt, but the rest of the file writes it otherwise.
      ...doubtful(2, '全面开展政府服务'),
      text: county({
        2: altered(2, '全面开展政务', '全面开展⟦政府⟧'),
        3: `${altered(3, '加大', '加大')}\n报送资料: 政务服务事项清单`,
      }),
      says: '疑似错字：「政府」在上级原文中为「政务」。',
    },
    {
      // Two slips close together are one finding.
      ...file(4, '跨部门联合监管', '⟦跨们门联全⟧监管'),
      text: county({ 4: altered(4, '大力推进跨部门联合监管', '大力推进跨⟦步门联全⟧监管') }),
      says: '疑似错字：「步门联全」在上级原文中为「部门联合」。',
    },
    {
      ...central({ 4: '校勘: 两县互校一致' }),
      text: county({ 4: `'${altered(4, '联合', '⟦联全⟧')}'` }).replaceAll('\n', '\r\n'),
      says: '疑似错字：「联全」在上级原文中为「联合」。',
      fixed: county({ 4: `'${altered(4, '全面', '全面')}'` }).replaceAll('\n', '\r\n'),
    },
  ],
});
