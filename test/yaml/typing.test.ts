import { describe, expect, it } from 'vitest';
import { itemsOf, lostItems, read } from './support';

const head = '标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n';
const item = (n: number) =>
  `      - 序号: ${n}\n        内容: 做第${n}件事\n        责任单位: [甲局, 乙局]\n        报送资料:\n          - 资料一\n          - 资料二\n`;
const tail =
  '  - 名称: 二、乙\n    三级指标:\n      - 序号: 9\n        内容: 另一件事\n附加项:\n  加分项:\n    - 序号: 1\n      内容: 加分\n';

/** What may be said while a person types; everything else would be about something that is not there. */
const SENSIBLE = new Set([
  'missing-colon',
  'colon-without-blank',
  'unclosed-bracket',
  'unclosed-quote',
  'fullwidth-colon',
  'dash-without-blank',
  'unreadable',
  'indent-too-small',
  'indent-too-large',
]);

/** Types `typed` between two texts, character by character. */
function type(before: string, typed: string, after: string): void {
  const items = itemsOf(read(before + after).root);
  let tree = read(before + after);
  for (let i = 0; i <= typed.length; i++) {
    const text = before + typed.slice(0, i) + (typed.slice(0, i).endsWith('\n') ? '' : '\n') + after;
    tree = read(text, tree);
    const so = JSON.stringify(typed.slice(0, i));
    expect(lostItems(items, tree.root), `items lost at ${so}`).toBe(0);
    expect(tree.faults.length, `faults at ${so}: ${tree.faults.map((fault) => fault.kind)}`).toBeLessThanOrEqual(1);
    for (const { kind, span } of tree.faults) {
      expect(SENSIBLE, `${kind} at ${so}`).toContain(kind);
      expect(span.start, `place of ${kind} at ${so}`).toBeGreaterThanOrEqual(before.length - 1);
      expect(span.end, `place of ${kind} at ${so}`).toBeLessThanOrEqual(before.length + i);
    }
  }
  expect(tree.faults).toEqual([]);
}

describe('while a person types, no other item is lost', () => {
  it('a new item at the end of the file', () => {
    type(head + item(1) + item(2), item(3), '');
  });

  it('a new item at the end of a list in the middle', () => {
    type(head + item(1) + item(2), item(3), tail);
  });

  it('a new item between two others', () => {
    type(head + item(1), item(3), item(2) + tail);
  });

  it('with quotes', () => {
    type(head + item(1), '      - 序号: 3\n        内容: "一件事"\n        备注: \'另一件\'\n', item(2) + tail);
  });

  it('a line of the header', () => {
    type('标题: 表\n', '文号: 沁办发〔2021〕23号\n', head.slice('标题: 表\n'.length) + item(1) + tail);
    type(
      '标题: 表\n',
      '创建周期: { 起: 2021-10-20, 止: 2022-12-31 }\n',
      head.slice('标题: 表\n'.length) + item(1) + tail,
    );
  });

  it('a new section', () => {
    type(head + item(1), '  - 名称: 三、丙\n    三级指标:\n', tail);
  });
});

describe('while a person types in an item, only that item may be damaged', () => {
  it('a list of evidence', () => {
    const before = `${head}${item(1)}      - 序号: 2\n        内容: 乙\n        报送资料:\n`;
    const after = `        备注: 丙\n${item(3)}${tail}`;
    const items = itemsOf(read(head + item(1) + item(3) + tail).root);
    const typed = '          - 1. 请提供材料: 两份；\n          - "2. 名录"\n';
    for (let i = 0; i <= typed.length; i++) {
      const { root, faults } = read(`${before}${typed.slice(0, i)}\n${after}`);
      expect(lostItems(items, root), typed.slice(0, i)).toBe(0);
      expect(faults.length, typed.slice(0, i)).toBeLessThanOrEqual(1);
    }
  });
});
