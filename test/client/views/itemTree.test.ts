import { describe, expect, test } from 'vitest';
import { itemElementAt, itemElements, itemLook } from '../../../client/src/views/itemTree';
import { viewMessages } from '../../../client/src/views/messages';
import type { OutlineNode } from '../../../server/src/protocol/outline';

const { chinese, english } = viewMessages;

function node(kind: OutlineNode['kind'], text: string, from: number, to: number, more: Partial<OutlineNode> = {}) {
  const range = { start: { line: from, character: 0 }, end: { line: to, character: 10 } };
  return { kind, text, range, place: { line: from, character: 4 }, ...more };
}

const nodes: OutlineNode[] = [
  node('section', '一、甲', 1, 10, {
    size: 2,
    children: [node('item', '事项', 2, 5, { number: 1 }), node('item', '另一事项', 5, 9, { number: 2 })],
  }),
  node('section', '一、甲', 11, 12),
];
const elements = itemElements({ title: '', size: 2, nodes }, 'file:///a.yaml');
const at = (line: number, character = 5) => itemElementAt(elements, { line, character })?.id;

describe('itemElements', () => {
  test('have ids of their own, which a new sibling does not change', () => {
    expect(elements.map(({ id }) => id)).toEqual(['file:///a.yaml/section 一、甲', 'file:///a.yaml/section 一、甲#2']);
    expect(elements[0]?.children().map(({ id }) => id)).toEqual([
      'file:///a.yaml/section 一、甲/item 1',
      'file:///a.yaml/section 一、甲/item 2',
    ]);
  });

  test('know their parent, and stay the same', () => {
    const [child] = elements[0]?.children() ?? [];
    expect(child?.parent).toBe(elements[0]);
    expect(elements[0]?.children()[0]).toBe(child);
  });
});

describe('itemElementAt', () => {
  test.each([
    [1, 'file:///a.yaml/section 一、甲'],
    [3, 'file:///a.yaml/section 一、甲/item 1'],
    [10, 'file:///a.yaml/section 一、甲'],
    [11, 'file:///a.yaml/section 一、甲#2'],
    [20, undefined],
  ])('line %i', (line, id) => {
    expect(at(line)).toBe(id);
  });

  test('the later of two items that share a line has it', () => {
    expect(at(5)).toBe('file:///a.yaml/section 一、甲/item 2');
  });

  test('finds a unit below the category that it belongs to, though another seems to hold it, too', () => {
    const units = [
      node('category', '党委部门', 1, 9, { children: [node('unit', '县委办', 1, 2), node('unit', '县委编办', 8, 9)] }),
      node('category', '政府部门', 4, 6, { children: [node('unit', '县司法局', 4, 6)] }),
    ];
    const found = (line: number) =>
      itemElementAt(itemElements({ title: '', size: 3, nodes: units }, ''), { line, character: 0 })?.node.text;
    expect([1, 5, 8].map(found)).toEqual(['县委办', '县司法局', '县委编办']);
    // Between two units nobody can say.
    expect(found(3)).toBeUndefined();
  });
});

describe('itemLook', () => {
  test('an item: number, text, units; the icon of its worst finding', () => {
    const item = node('item', '对各类证明事项', 1, 2, {
      number: 4,
      leads: ['区政府办公室'],
      answers: ['县司法局', '县行政审批局', '县公安局'],
      findings: { warning: 2, hint: 1 },
    });
    expect(itemLook(item, chinese)).toEqual({
      label: '4. 对各类证明事项',
      description: '牵头 区政府办公室 · 责任 县司法局、县行政审批局等3个',
      icon: 'warning',
      color: 'problemsWarningIcon.foreground',
      problems: { errors: 0, warnings: 2 },
      spoken: '4. 对各类证明事项，牵头 区政府办公室 · 责任 县司法局、县行政审批局等3个，2 个警告',
      context: 'item',
    });
    expect(itemLook(item, english).description).toBe(
      'Lead: 区政府办公室 · Responsible: 县司法局, 县行政审批局 and 1 more',
    );
  });

  test.each<[OutlineNode, string, string]>([
    [node('section', '', 1, 2, { size: 0 }), '（没有名称）', ''],
    [node('section', '一、甲', 1, 2, { size: 20 }), '一、甲', '20 项'],
    [node('item', '', 1, 2, { number: 3 }), '3. （没有内容）', ''],
    [node('item', '没有序号', 1, 2), '没有序号', ''],
    [node('group', '34-46', 1, 2, { note: '清单' }), '第34-46项', '清单'],
    [node('group', '第34项至第46项', 1, 2), '第34项至第46项', ''],
    [node('group', '', 1, 2), '（没有序号）', ''],
    [node('groups', '合并报送', 1, 2, { size: 5 }), '合并报送', '5 组'],
    [node('category', '', 1, 2, { size: 3 }), '（没有类别）', '3 个'],
    [node('unit', '县司法局', 1, 2, { note: '沁水县司法局' }), '县司法局', '沁水县司法局'],
  ])('%#', (given, label, description) => {
    expect(itemLook(given, chinese)).toMatchObject({ label, description });
  });

  test('hints alone are not worth an icon, infos are at an item', () => {
    expect(itemLook(node('item', '', 1, 2, { findings: { hint: 3 } }), chinese).icon).toBe('circle-small');
    expect(itemLook(node('item', '', 1, 2, { findings: { info: 1 } }), chinese).icon).toBe('info');
    expect(itemLook(node('section', '', 1, 2, { findings: { info: 1 } }), chinese).icon).toBe('list-tree');
    expect(itemLook(node('item', '', 1, 2, { findings: { info: 1 } }), chinese).problems).toBeUndefined();
  });
});
