import { sectionPlacement } from '../../server/src/rules/section-placement';
import { central, county } from './central';
import { testRule } from './harness';

const setting = central();
const lines = county().split('\n');
const at = (text: string) => lines.findIndex((line) => line.includes(text));
const row = (number: number) => lines.slice(at(`序号: ${number}`), at(`序号: ${number}`) + 2);
/** The file with item 4 at the end of the section before its own. */
const misplaced = (mark = '4') =>
  [
    ...lines.slice(0, at('2. 加强')),
    ...row(4),
    ...lines.slice(at('2. 加强'), at('序号: 4')),
    ...lines.slice(at('序号: 5')),
  ]
    .join('\n')
    .replace('序号: 4', `序号: ${mark}`);
const says = '上级把这一项列在「2. 加强事中事后监管」之下，此处列在「1. 优化公共服务」之下。';

testRule(sectionPlacement, {
  valid: [
    { text: county(), ...setting },
    { text: misplaced().replace(/(序号: 4\n.*)/, '$1\n            对应: 无'), ...setting },
    // The heading is gone, and with it the section: that is said where headings are counted.
    { text: county().replace(/ {6}- 名称: 2\. 加强.*\n.*\n/, ''), ...setting },
    // A section of the county's own within the right 一级.
    { text: county().replace(/( {10}- 序号: 3\n)/, '      - 名称: 3. 自拟事项\n        三级指标:\n$1'), ...setting },
  ],
  invalid: [
    {
      text: misplaced('⟦4⟧'),
      ...setting,
      says,
      fix: { title: '移到「2. 加强事中事后监管」之下', gives: county() },
    },
    {
      text: misplaced('⟦4⟧').replaceAll('\n', '\r\n'),
      ...setting,
      says,
      fix: { title: '移到「2. 加强事中事后监管」之下', gives: county().replaceAll('\n', '\r\n') },
    },
    {
      text: `${lines.filter((line) => !row(2).includes(line)).join('\n')}${row(2).join('\n').replace('2', '⟦2⟧')}`,
      ...setting,
      says: '上级把这一项列在「1. 优化公共服务」之下，此处列在「1. 全面推行行政执法公示制度」之下。',
      fix: { title: '移到「1. 优化公共服务」之下', gives: county().trimEnd() },
    },
  ],
});
