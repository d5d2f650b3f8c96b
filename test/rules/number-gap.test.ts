import { describe, expect, it } from 'vitest';
import { numberGap } from '../../server/src/rules/number-gap';
import { findingsOf, items, testRule } from './harness';

const extract = (text: string) => `节选: true\n${text}`;
const extras = (key: string, ...numbers: (number | string)[]) =>
  `${items(1)}附加项:\n  ${key}:\n${numbers.map((n) => `    - { 序号: ${n}, 内容: 甲 }\n`).join('')}`;
const withText = (text: string, ...numbers: (number | string)[]) => `${items(...numbers)}        备注: ${text}\n`;

testRule(numberGap, {
  valid: [
    items(1, 2, 3),
    items(),
    extract(items(71, 76, 83)),
    // A word that the schema does not know still tells what is meant.
    `节选: 是\n${items(71, 76, 83)}`,
    `编号: 分级编号\n${items(1, 2)}  - 名称: 二、乙\n    三级指标:\n      - { 序号: 1, 内容: 甲 }\n`,
    items(1, 2, 2, 4),
    items(1, 2, 2, 3),
    items(1, 2, 4, 3, 5),
    items(1, '', 3),
    items(1, 0, 3),
    items(1, 1.5, 3),
    `编号: 分级\n${items(1, 2)}  - 名称: 二、乙\n    三级指标:\n      - { 序号: 1, 内容: 甲 }\n`,
    extras('加分项', 1, 2),
    // A damaged entry has a finding of its own.
    '一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n      - 甲\n      - 序号: 3\n',
  ],
  invalid: [
    {
      text: items(1, 2, '⟦4⟧'),
      says: '序号跳号：第2项之后是第4项，缺第3项。',
      fixed: items(1, 2, 3),
    },
    { text: `节选: 否\n编号: 连续编号\n${items(1, '⟦3⟧')}`, says: '序号跳号：第1项之后是第3项，缺第2项。' },
    {
      text: items(1, '⟦5⟧', 6, '⟦8⟧'),
      says: ['序号跳号：第1项之后是第5项，缺第2项至第4项。', '序号跳号：第6项之后是第8项，缺第7项。'],
      fixed: items(1, 2, 3, 4),
    },
    {
      text: items('⟦3⟧', 4),
      says: '序号应从1开始，这里是第3项，缺第1项至第2项。',
      fixed: items(1, 2),
    },
    { text: items(1, '', '⟦4⟧'), says: '序号跳号：第1项之后是第4项，缺第3项。', fixed: items(1, '', 3) },
    {
      text: items(1, "⟦'3'⟧", '⟦"5"⟧'),
      says: ['序号跳号：第1项之后是第3项，缺第2项。', '序号跳号：第3项之后是第5项，缺第4项。'],
      fixed: items(1, "'2'", '"3"'),
    },
    {
      text: extras('否决项', 1, '⟦3⟧'),
      says: '序号跳号：第1项之后是第3项，缺第2项。',
      fixed: extras('否决项', 1, 2),
    },
    {
      text: items(1, 2, '⟦4⟧').replaceAll('\n', '\r\n'),
      says: '序号跳号：第2项之后是第4项，缺第3项。',
      fixed: items(1, 2, 3).replaceAll('\n', '\r\n'),
    },
    {
      text: `编号: 分级\n${items(1)}  - 名称: 二、乙\n    三级指标:\n      - { 序号: ⟦2⟧, 内容: 甲 }\n`,
      says: '序号应从1开始，这里是第2项，缺第1项。',
      fixed: `编号: 分级\n${items(1)}  - 名称: 二、乙\n    三级指标:\n      - { 序号: 1, 内容: 甲 }\n`,
    },
    // References follow.
    {
      text: `${withText('"同第4项，\\"第1-2项\\"不变"', 1, 2, '⟦4⟧', 5)}合并报送:\n  - 指标: 4-5\n    资料: 第4、5项合并提供\n  - 指标: [1, 2]\n  - 指标:\n      - 4 # 甲\n      - "5"\n`,
      says: '序号跳号：第2项之后是第4项，缺第3项。',
      fixed: `${withText('"同第3项，\\"第1-2项\\"不变"', 1, 2, 3, 4)}合并报送:\n  - 指标: 3-4\n    资料: 第3、4项合并提供\n  - 指标: [1, 2]\n  - 指标:\n      - 3 # 甲\n      - "4"\n`,
    },
    {
      text: withText('|\n          见第1项。\n          另见第4项。', 1, 2, '⟦4⟧'),
      says: '序号跳号：第2项之后是第4项，缺第3项。',
      fixed: withText('|\n          见第1项。\n          另见第3项。', 1, 2, 3),
    },
    // A reference to the item that is missing: somebody has to look.
    {
      text: withText('同第3项', 1, 2, '⟦4⟧'),
      says: '序号跳号：第2项之后是第4项，缺第3项。',
      fix: { title: '按现有顺序重新编号为1至3', gives: withText('同第3项', 1, 2, 3) },
    },
  ],
});

describe('number-gap', () => {
  const safety = (text: string) => findingsOf(numberGap, text).flatMap(({ fixes }) => fixes.map(({ safe }) => safe));

  it('is sure of its fix only where every reference has one meaning', () => {
    expect(safety(withText('同第2项', 1, 2, 4))).toEqual([true]);
    expect(safety(withText('同第3项', 1, 2, 4))).toEqual([false]);
    expect(safety(withText('同第2项', 1, 2, 2, 5))).toEqual([false]);
    expect(safety(`编号: 分级\n${withText('同第3项', 1, 3)}`)).toEqual([false]);
    expect(safety(`${withText('同第9项', 1, 2)}附加项:\n  加分项:\n    - { 序号: 2, 内容: 甲 }\n`)).toEqual([true]);
    expect(safety(`${items(1, 3)}      - 甲\n`)).toEqual([false]);
  });

  it('is not sure where the numbers run to the expected total, so that an item is missing', () => {
    expect(safety(`指标总数: 4\n${items(1, 2, 4)}`)).toEqual([false]);
    expect(safety(`指标总数: 3\n${items(1, 2, 4)}`)).toEqual([true]);
    const central = `名称: 甲体系\n${items(1, 2, 3, 4)}`;
    const [finding] = findingsOf(numberGap, items(1, 2, 4), { corpus: central });
    expect(finding?.fixes.map(({ safe }) => safe)).toEqual([false]);
  });

  it('points at references to the missing item', () => {
    const text = `${withText('同第2项、第3项', 1, 2, 4)}合并报送:\n  - 指标: [3, 4]\n`;
    const [finding] = findingsOf(numberGap, text);
    const places = finding?.related.map(({ span }) => text.slice(span.start - 1, span.end + 1));
    expect(places).toEqual(['第3项', '[3,']);
  });

  it('offers no fix where one item stands in two places', () => {
    const text = '一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - &a { 序号: 2, 内容: 甲 }\n      - *a\n';
    expect(safety(text)).toEqual([]);
  });

  it('finds ten thousand gaps', () => {
    const text = items(...Array.from({ length: 10_000 }, (_, i) => i * 2 + 1));
    expect(findingsOf(numberGap, text)).toHaveLength(9_999);
  });
});
