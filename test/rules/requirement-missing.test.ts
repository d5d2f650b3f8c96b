import { requirementMissing } from '../../server/src/rules/requirement-missing';
import { altered, central, county } from './central';
import { testRule } from './harness';

const setting = central();
const quote = '全面推行“双随机、一公开”监管，大力推进跨部门联合监管，……';
const says = `缺上级第4项：「${quote}」。`;
const marked = (text: string) => text.replace('2. 加强事中事后监管', '⟦2. 加强事中事后监管⟧');

testRule(requirementMissing, {
  valid: [
    { text: county(), ...setting },
    { text: county({ 4: '' }, '节选: true\n'), ...setting },
    // Its text is there, shortened: that is not missing but changed.
    { text: county({ 4: '全面推行“双随机、一公开”监管。' }), ...setting },
    // One item holds two.
    { text: county({ 4: '', 5: '信用监管\n对应: [4, 5]' }), ...setting },
    { text: county({ 4: '', 5: altered(5, '加强', `${altered(4, '全面', '全面')}加强`) }), ...setting },
    // An item that could not be read.
    { text: county().replace('序号: 4\n            内容: ', '序号: 4\n            内容: ["'), ...setting },
    // Numbers that restart do not tell which item an empty one is.
    { text: county({}, '编号: 分级\n').replace(/(序号: 4\n *内容:).*/, '$1'), ...setting },
    // What stands behind the mark was not read.
    { text: county().replace(/^ *- 序号: 6/m, '---\n$&'), ...setting },
    // A document of another make.
    {
      text: '标题: 表\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 做一件事\n',
      ...setting,
    },
  ],
  invalid: [
    {
      text: marked(county({ 4: '' })),
      ...setting,
      says,
      fix: { title: '补上这一项，序号为4', gives: county() },
    },
    {
      text: marked(county({ 4: '' })).replaceAll('\n', '\r\n'),
      ...setting,
      says,
      fix: { title: '补上这一项，序号为4', gives: county().replaceAll('\n', '\r\n') },
    },
    {
      text: marked(
        county({ 4: '' }).replace('序号: 5', '序号: 4').replace('序号: 6', '序号: 5').replace('序号: 7', '序号: 6'),
      ),
      ...setting,
      says,
      fix: {
        title: '补上这一项，序号为7',
        gives: county()
          .replace('序号: 4', '序号: 七')
          .replace('序号: 5', '序号: 4')
          .replace('序号: 6', '序号: 5')
          .replace('序号: 7', '序号: 6')
          .replace('七', '7'),
      },
    },
  ],
});
