import { requirementDropped } from '../../server/src/rules/requirement-dropped';
import { altered, central, county } from './central';
import { testRule } from './harness';

const setting = central();
const file = (number: number, from: string, to: string, more = '') => ({
  text: county({ [number]: altered(number, from, to) + more }),
  ...setting,
});

testRule(requirementDropped, {
  valid: [
    { text: county(), ...setting },
    // Words within a clause are the county's wording.
    file(3, '地方政府规章或者', ''),
    file(4, '，大力推进跨部门联合监管，探索推进“互联网+监管”', '，探索推进“互联网+监管”，大力推进跨部门联合监管'),
    file(4, '大力推进跨部门联合监管，', '', '\n说明: 本级不适用'),
    file(4, '大力推进跨部门联合监管，', '', '\n说明: 由市级统一推进'),
    file(4, '大力推进跨部门联合监管，', '', '\n对应: 无'),
    // Two items made from one: the other has the rest.
    {
      text: county({ 4: altered(4, '大力推进跨部门联合监管，', ''), 5: '大力推进跨部门联合监管。\n对应: 4' }),
      ...setting,
    },
    // 对应 names two items: there is no one text to compare with.
    file(4, '大力推进跨部门联合监管，', '', '\n对应: [4, 5]'),
  ],
  invalid: [
    {
      ...file(4, '监管，大力推进跨部门联合监管，', '监⟦管，⟧'),
      says: '漏了上级要求中的一句：「大力推进跨部门联合监管」。',
      fix: { title: '补上「大力推进跨部门联合监管」', gives: county() },
    },
    {
      ...file(4, '监管，大力推进跨部门联合监管，', '监⟦管，⟧', '\n说明: 地方从严'),
      says: '漏了上级要求中的一句：「大力推进跨部门联合监管」。',
    },
    {
      ...file(6, '监督，并动态更新。', '监⟦督。⟧'),
      says: '漏了上级要求中的一句：「并动态更新」。',
      fix: { title: '补上「并动态更新」', gives: county() },
    },
    {
      ...setting,
      text: county({
        1: altered(1, '“多证合一”。进一步压缩企业开办时间，实际办理时限不超过5个工作日，', '“多证合⟦一”。⟧'),
      }),
      says: '漏了上级要求中的一句：「进一步压缩企业开办时间，实际办理时限不超过5个工作日」。',
    },
    {
      // The first clause of a text: the gap has nothing before it.
      ...file(7, '除法律另有规定外，行', '⟦行⟧'),
      says: '漏了上级要求中的一句：「除法律另有规定外」。',
      fix: { title: '补上「除法律另有规定外」', gives: county() },
    },
    {
      ...setting,
      text: county({
        4: '>-\n  全面推行“双随机、一公开”监⟦管，⟧探索推进“互联网+监管”，\n  努力实现职能部门综合监管。',
      }).replaceAll('\n', '\r\n'),
      says: '漏了上级要求中的一句：「大力推进跨部门联合监管」。',
    },
    {
      // Numbers that never align: the text tells which item it is.
      ...setting,
      text: county({ 2: '' })
        .replace('序号: 3', '序号: 2')
        .replace('序号: 4', '序号: 3')
        .replace('监管，大力推进跨部门联合监管，', '监⟦管，⟧'),
      says: '漏了上级要求中的一句：「大力推进跨部门联合监管」。',
    },
  ],
});
