import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { items } from '../../server/src/model/read';
import { child, type Node, toData } from '../../server/src/yaml/nodes';
import { itemsOf, lostItems, ODD_CHARACTERS, PIECES, pieces, placesOf, read, seeds } from './support';

const change = fc.record({
  where: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.nat(6),
  newText: fc.oneof(fc.constantFrom(...ODD_CHARACTERS), fc.constantFrom(...PIECES), fc.constant('')),
});

function expectSame(text: string, tree: ReturnType<typeof read>): void {
  const fresh = read(text);
  expect(toData(tree.root)).toEqual(toData(fresh.root));
  expect(placesOf(tree.root)).toEqual(placesOf(fresh.root));
  expect(tree.faults).toEqual(fresh.faults);
}

function edited(text: string, { where, length, newText }: { where: number; length: number; newText: string }): string {
  const at = Math.floor(where * text.length);
  return text.slice(0, at) + newText + text.slice(at + length);
}

describe('a text read with its earlier version is read as if it were new', () => {
  it('after any edits of any lines', () => {
    fc.assert(
      fc.property(pieces, fc.array(change, { minLength: 1, maxLength: 6 }), (start, changes) => {
        let text = start;
        let tree = read(text);
        for (const one of changes) {
          text = edited(text, one);
          tree = read(text, tree);
          expectSame(text, tree);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('after a dash alone is left of a document marker', () => {
    const text = '---\n标题: 表\n标题: 表\n标题: 表\n';
    expectSame(text.slice(2), read(text.slice(2), read(text)));
  });

  it('after any edits of a seed', () => {
    const seed = fc.constantFrom(...seeds.filter(({ name }) => /shapotou|2019/.test(name)));
    fc.assert(
      fc.property(seed, fc.array(change, { minLength: 1, maxLength: 4 }), (start, changes) => {
        let text = start.text;
        let tree = read(text);
        for (const one of changes) {
          text = edited(text, one);
          tree = read(text, tree);
        }
        expectSame(text, tree);
      }),
      { numRuns: 40 },
    );
  });

  it('after a swap of two lines', () => {
    const text = seeds.find(({ name }) => name.includes('qinshui.zhibiao'))?.text ?? '';
    const lines = text.split('\n');
    fc.assert(
      fc.property(fc.nat(lines.length - 1), fc.nat(lines.length - 1), (a, b) => {
        const swapped = [...lines];
        swapped[a] = lines[b] ?? '';
        swapped[b] = lines[a] ?? '';
        const tree = read(swapped.join('\n'), read(text));
        expectSame(swapped.join('\n'), tree);
      }),
      { numRuns: 20 },
    );
  });
});

describe('what an edit does not touch', () => {
  const text =
    '标题: 表\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n' +
    [1, 2, 3].map((n) => `      - 序号: ${n}\n        内容: 第${n}件事\n`).join('');
  const itemNodes = (root: Node | null): readonly Node[] => {
    const [section] = items(child(root, '一级指标'));
    return items(child(section, '三级指标'));
  };

  it('is taken over as the same nodes, which have moved', () => {
    const before = read(text);
    const [one, two, three] = itemNodes(before.root);
    const start = three?.place.start ?? 0;
    const after = read(text.replace('第2件事', '第二件要做的事'), before);
    const list = itemNodes(after.root);
    expect(list[0]).toBe(one);
    expect(list[1]).not.toBe(two);
    expect(list[2]).toBe(three);
    expect(three?.place.start).toBe(start + 3);
    expect(toData(list[1] ?? null)).toEqual({ 序号: 2, 内容: '第二件要做的事' });
  });

  it('is taken over as often as it stands there, each time at its own place', () => {
    const twice = text.replace(/ {6}- 序号: [123]\n {8}内容: 第.件事\n/g, '      - 序号: 7\n        内容: 同一件事\n');
    const before = read(twice);
    const after = read(`# 注\n${twice}`, before);
    expect(new Set(itemNodes(after.root)).size).toBe(3);
    expect(placesOf(after.root)).toEqual(placesOf(read(`# 注\n${twice}`).root));
  });

  it('keeps its faults, at their new places', () => {
    const wrong = text.replace('内容: 第3件事', '内容：第3件事').replace('第1件事', '要求: 两份');
    const after = read(`# 注\n${wrong}`, read(wrong));
    expect(after.faults).toEqual(read(`# 注\n${wrong}`).faults);
    expect(after.faults.map((fault) => fault.kind)).toEqual(['colon-in-text', 'fullwidth-colon']);
  });

  it('is not taken over where a suspicion about it has changed', () => {
    const before = read(text);
    expect(lostItems(itemsOf(before.root), read(text.replace('- 序号: 2', '- 序号: 2 '), before).root)).toBe(0);
  });
});
