import { describe, expect, it } from 'vitest';
import { deadlineGroup } from '../../server/src/rules/deadline-group';
import { findingsOf, items, testRule } from './harness';

/** A file with items 1, 2, … that have these deadlines, and a group. */
function file(deadlines: (string | null)[], group: string, top = ''): string {
  const numbers = deadlines.map((deadline, i) =>
    deadline === null ? i + 1 : `${i + 1}\n        完成时限: ${deadline}`,
  );
  return `${top}${items(...numbers)}合并报送:\n  - 指标: ${group}\n    资料: 一份\n`;
}

const says = (number: number, text: string, head: number, headText: string) =>
  `第${number}项与第${head}项合并报送，完成时限却不同：这里是「${text}」，第${head}项是「${headText}」。请统一。`;

testRule(deadlineGroup, {
  valid: [
    file(['5月30日前', '5月30日前'], '1-2'),
    file(['5月31日前', '5月底前', '5月 31 日前'], '1-3'),
    file(['5月30日前', null, '5月30日前'], '1-3'),
    file([null, null], '1-2'),
    file(['5月30日前', '7月30日前', '5月30日前'], '[1, 3]'),
    file(['长期坚持', '长期坚持'], '1-2'),
    // A faulty one has a finding of its own.
    file(['5月30日前', '7月30'], '1-2'),
    file(['5月30日前', '7月30日前'], '1-2', '编号: 分级\n'),
    file(['5月30日前', '7月30日前'], '2-9'),
    // What is wrong with the numbers of a group is said of them, and brings in items that were not meant.
    file(['5月30日前', '7月30日前'], '1-9'),
    file(['5月30日前', '6月30日前', '7月30日前'], '[1, 3]'),
    `${file(['5月30日前', '5月30日前', '7月30日前'], '1-2')}  - 指标: 2-3\n`,
    file(['5月30日前', '5月30日前\n      - 序号: 1\n        内容: 别的事\n        完成时限: 8月底前'], '1-2'),
  ],
  invalid: [
    {
      text: file(['7月30日前', '7月30日前', '⟦5月30日前⟧', '5月30日前'], '1-4'),
      says: says(3, '5月30日前', 1, '7月30日前'),
    },
    {
      text: file([null, '7月30日前', '⟦"4月30日前"⟧'], '[1, 2, 3]').replaceAll('\n', '\r\n'),
      says: says(3, '4月30日前', 2, '7月30日前'),
    },
    {
      text: file(['[3月1日前, 4月1日前]', '[⟦3月1日前⟧, 5月1日前]'], '1、2'),
      says: says(2, '3月1日前、5月1日前', 1, '3月1日前、4月1日前'),
    },
    { text: file(['5月30日前', '⟦每年5月30日前⟧'], '1-2'), says: says(2, '每年5月30日前', 1, '5月30日前') },
  ],
});

describe('deadline-group', () => {
  it('leads to the head and to the group', () => {
    const text = file(['7月30日前', '5月30日前'], '1-2');
    const [finding] = findingsOf(deadlineGroup, text);
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual(['7月30日前', '1-2']);
  });
});
