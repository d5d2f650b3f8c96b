import { describe, expect, it } from 'vitest';
import { headingSequence } from '../../server/src/rules/heading-sequence';
import { findingsOf, testRule } from './harness';

/** One 一级 a list: its title, then those of its 二级. */
const tree = (...sections: string[][]) =>
  `一级指标:\n${sections
    .map(([title, ...titles]) => {
      const second = titles.map((name) => `      - 名称: ${name}\n`).join('');
      return `  - 名称: ${title}\n${second && `    二级指标:\n${second}`}`;
    })
    .join('')}`;
const first = (...titles: string[]) => tree(...titles.map((title) => [title]));

testRule(headingSequence, {
  valid: [
    first('一、甲', '二、乙', '三、丙'),
    first('二、甲', '三、乙'),
    first('甲', '乙'),
    first('一、甲', '无序号', '三、丙'),
    first('一、甲', '无序号', '二、丙'),
    tree(['一、甲', '1. 甲', '2. 乙'], ['二、乙', '1.甲', '2.乙']),
    tree(['一、甲', '（一）甲', '（二）乙'], ['二、乙', '（三）甲'], ['三、丙', '（四）甲', '（五）乙']),
    tree(['（一）甲'], ['（二）乙', '1. 甲', '2. 乙']),
    `节选: true\n${tree(['三、甲', '4. 甲', '7. 乙'], ['五、乙', '1. 甲'])}`,
    // Which style is the odd one?
    first('一、甲', '（二）乙'),
    '一级指标:\n  - 甲\n',
  ],
  invalid: [
    {
      text: first('一、甲', '⟦三⟧、乙', '四、丙'),
      says: '一级指标标题跳号：「一、」之后是「三、」，缺「二、」。',
      fix: { title: '按现有顺序重新编排一级指标标题的序号', gives: first('一、甲', '二、乙', '三、丙') },
    },
    { text: first('⟦三⟧、甲', '四、乙'), says: '一级指标标题应从「一、」开始，这里是「三、」，缺「一、」至「二、」。' },
    {
      text: first('一、甲', '二、乙', '⟦二⟧、丙', '四、丁'),
      says: '一级指标标题的序号重复：「二、」在第3行已经用过。',
      fixed: first('一、甲', '二、乙', '三、丙', '四、丁'),
    },
    {
      text: first('二、甲', '三、乙', "'⟦三⟧、丙'"),
      says: '一级指标标题的序号重复：「三、」在第3行已经用过。',
      fixed: first('二、甲', '三、乙', "'四、丙'"),
    },
    {
      text: first('一、甲', '三、乙', '⟦二⟧、丙', '四、丁').replaceAll('\n', '\r\n'),
      says: '一级指标标题次序不对：「二、」排在「三、」之后。',
      fixed: first('一、甲', '二、乙', '三、丙', '四、丁').replaceAll('\n', '\r\n'),
    },
    {
      text: tree(['一、甲', '1. 甲', '3. 乙'], ['二、乙', '4. 甲', '5. 乙', '6. 丙']).replace('3.', '⟦3⟧.'),
      says: '二级指标标题跳号：「1.」之后是「3.」，缺「2.」。',
    },
    {
      text: `层级名称: [创建内容, 创建项目]\n${tree(['一、甲', '1. 甲', '2. 乙'], ['二、乙', '1. 甲', '⟦1⟧. 乙', '3. 丙'])}`,
      says: '创建项目标题的序号重复：「1.」在第9行已经用过。',
      fixed: `层级名称: [创建内容, 创建项目]\n${tree(['一、甲', '1. 甲', '2. 乙'], ['二、乙', '1. 甲', '2. 乙', '3. 丙'])}`,
    },
    {
      text: tree(['一、甲', '"（⟦一⟧）甲"', '（二）乙'], ['二、乙', '（一）甲', '（二）乙']).replace(
        '（⟦一⟧）',
        '（⟦三⟧）',
      ),
      says: '二级指标标题次序不对：「（三）」排在「（二）」之前。',
      fixed: tree(['一、甲', '"（一）甲"', '（二）乙'], ['二、乙', '（一）甲', '（二）乙']),
    },
    { text: `节选: true\n${first('三、甲', '⟦三⟧、乙')}`, says: '一级指标标题的序号重复：「三、」在第3行已经用过。' },
    {
      text: first('一、甲', '二、乙', '⟦（三）⟧丙'),
      says: '一级指标标题的序号样式不一：这里是「（三）」，其他多为「一、」。',
      fix: { title: '改为「三、」', gives: first('一、甲', '二、乙', '三、丙') },
    },
    {
      text: tree(['一、甲', '1. 甲', '2. 乙', '⟦(3)⟧ 丙']),
      says: '二级指标标题的序号样式不一：这里是「(3)」，其他多为「1.」。',
      fix: { title: '改为「3.」', gives: tree(['一、甲', '1. 甲', '2. 乙', '3. 丙']) },
    },
  ],
});

describe('heading-sequence', () => {
  it('is sure of its fix only where no heading can be missing', () => {
    const safety = (text: string) =>
      findingsOf(headingSequence, text).flatMap(({ fixes }) => fixes.map(({ safe }) => safe));
    expect(safety(first('一、甲', '二、乙', '二、丙'))).toEqual([true]);
    expect(safety(first('一、甲', '三、乙'))).toEqual([false]);
    expect(safety(first('一、甲', '一、乙', '五、丙'))).toEqual([false, false]);
    expect(safety(`节选: true\n${first('三、甲', '三、乙')}`)).toEqual([]);
  });

  it('offers no more edits than a report can bear, however many headings are wrong', () => {
    const found = findingsOf(headingSequence, first(...new Array<string>(1_000).fill('一、甲')));
    expect(found).toHaveLength(999);
    const edits = found.reduce((sum, { fixes }) => sum + (fixes[0]?.edits.length ?? 0), 0);
    expect(edits).toBeLessThan(60_000);
    expect(found[0]?.fixes).toHaveLength(1);
  });
});
