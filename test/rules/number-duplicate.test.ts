import { describe, expect, it } from 'vitest';
import { numberDuplicate } from '../../server/src/rules/number-duplicate';
import { numberGap } from '../../server/src/rules/number-gap';
import { numberOrder } from '../../server/src/rules/number-order';
import { applyEdits, withoutOverlaps } from '../../server/src/text/edits';
import { findingsOf, items, testRule } from './harness';

testRule(numberDuplicate, {
  valid: [items(1, 2, 3), items(1, 2, 4), items(1, 2, 4, 3, 5), items(1, '', ''), items(0, 0, 1)],
  invalid: [
    { text: items(1, 2, '⟦2⟧', 3), says: '序号重复：第2项在第8行已经出现。', fixed: items(1, 2, 3, 4) },
    { text: items(1, 2, '⟦2⟧', 4), says: '序号重复：第2项在第8行已经出现。', fixed: items(1, 2, 3, 4) },
    { text: items(1, '⟦5⟧', 3, 4, 5), says: '序号重复：第14行也是第5项。', fixed: items(1, 2, 3, 4, 5) },
    {
      text: items(1, 2, 3, '⟦1⟧', 2, 3),
      says: '序号重复：第1项至第3项从第6行起已经出现。',
      fixed: items(1, 2, 3, 4, 5, 6),
    },
    {
      text: `节选: true\n${items(71, 76, '⟦76⟧')}`,
      says: '序号重复：第76项在第9行已经出现。',
    },
    {
      text: `${items(1)}附加项:\n  扣分项: { 条目: [{ 序号: 1, 内容: 甲 }, { 序号: ⟦1⟧, 内容: 乙 }] }\n`,
      says: '序号重复：第1项在第9行已经出现。',
      fixed: `${items(1)}附加项:\n  扣分项: { 条目: [{ 序号: 1, 内容: 甲 }, { 序号: 2, 内容: 乙 }] }\n`,
    },
  ],
});

describe('number-duplicate', () => {
  it('points at the other place', () => {
    const text = items(1, 2, 2);
    const [finding] = findingsOf(numberDuplicate, text);
    expect(finding?.related.map(({ span }) => span.start)).toEqual([text.indexOf('序号: 2') + 4]);
  });

  it('is not sure of its fix where a whole item stands twice', () => {
    const content = '全面推行行政执法公示制度，规范执法行为';
    const safety = (...contents: string[]) => {
      const rows = contents.map((text) => `      - { 序号: 1, 内容: ${text} }\n`).join('');
      const found = findingsOf(numberDuplicate, `一级指标:\n  - 名称: 一、甲\n    三级指标:\n${rows}`);
      return found.flatMap(({ fixes }) => fixes.map(({ safe }) => safe));
    };
    expect(safety(content, content)).toEqual([false]);
    expect(safety(content, '别的事')).toEqual([true]);
    expect(safety('甲', '甲')).toEqual([true]);
  });

  it('gives no fix in an extract', () => {
    expect(findingsOf(numberDuplicate, `节选: true\n${items(71, 71)}`).flatMap(({ fixes }) => fixes)).toEqual([]);
  });

  it('applied together with the fixes of the other number rules gives the same text', () => {
    const text = `${items(1, 2, 2, 9, 5, 7, 6)}        备注: 同第5项、第7项\n`;
    const all = [numberGap, numberDuplicate, numberOrder].flatMap((rule) => findingsOf(rule, text));
    expect(all.map(({ rule }) => rule).sort()).toEqual(['number-duplicate', 'number-order', 'number-order']);
    const fixed = `${items(1, 2, 3, 4, 5, 6, 7)}        备注: 同第5项、第6项\n`;
    const edits = all.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
    expect(applyEdits(text, withoutOverlaps(edits))).toBe(fixed);
    for (const { fixes } of all) expect(applyEdits(text, fixes[0]?.edits ?? [])).toBe(fixed);
  });
});
