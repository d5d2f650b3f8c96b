import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Outline, OutlineNode } from '../../server/src/protocol/outline';
import { outline, outlineDetails } from '../../server/src/service/outline';
import { open, seed } from './harness';

const county = `标题: 测试县分解表
县区: 测试县
依据: 无
单位名录: [县司法局, 县委办]
一级指标:
  - 名称: 一、政府职能
    二级指标:
      - 名称: 1. 简政放权
        三级指标:
          - 序号: 1
            内容: 全面落实行政审批事项目录管理。
            牵头单位: [县委办]
            责任单位: [县司法厅]
          - 序号: 2
            名称: 一网通办
            内容: 推行政务服务一网通办。
            责任单位: 县司法局
            完成时限: 6月底前
附加项:
  否决项:
    - { 序号: 1, 内容: 弄虚作假的。 }
合并报送:
  - 指标: 1-2
    资料: 情况说明
  - 指标: [1, 2]
阶段:
  - { 名称: 自查, 时间: 2022年5月1日至5月31日 }
`;

function shape({ kind, text, number, size, children = [] }: OutlineNode): unknown[] {
  const own = [kind, number === undefined ? text : `${number} ${text}`, ...(size === undefined ? [] : [size])];
  return children.length > 0 ? [...own, children.map(shape)] : own;
}

function all(nodes: readonly OutlineNode[]): OutlineNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children ?? [])]);
}

async function outlineOf(text: string, name = 'a.zhibiao.yaml'): Promise<Outline> {
  const { file } = await open({ [name]: text });
  const found = outline(file);
  if (!found) throw new Error('no outline');
  return found;
}

describe('outline of an indicator file', () => {
  it('has sections, items, 附加项, 合并报送 and 阶段 in the order of the file', async () => {
    const { nodes, title, size } = await outlineOf(county);
    expect([title, size]).toEqual(['测试县', 2]);
    expect(nodes.map(shape)).toEqual([
      [
        'section',
        '一、政府职能',
        2,
        [
          [
            'section',
            '1. 简政放权',
            2,
            [
              ['item', '1 全面落实行政审批事项目录管理。'],
              ['item', '2 一网通办'],
            ],
          ],
        ],
      ],
      ['extras', '附加项', 1, [['extra', '否决项', 1, [['item', '1 弄虚作假的。']]]]],
      [
        'groups',
        '合并报送',
        2,
        [
          ['group', '1-2'],
          ['group', '1、2'],
        ],
      ],
      ['phases', '阶段', 1, [['phase', '自查']]],
    ]);
  });

  it('tells units, notes and places', async () => {
    const { nodes } = await outlineOf(county);
    const [first, second] = all(nodes).filter(({ kind }) => kind === 'item');
    expect(first).toMatchObject({ leads: ['县委办'], answers: ['县司法厅'], place: { line: 9, character: 12 } });
    // The dash belongs to the item, and so does a new line below it.
    expect(first?.range).toEqual({ start: { line: 9, character: 0 }, end: { line: 13, character: 0 } });
    expect(second).toMatchObject({ answers: ['县司法局'], place: { line: 13, character: 12 } });
    expect(all(nodes).find(({ kind }) => kind === 'group')?.note).toBe('情况说明');
    expect(all(nodes).find(({ kind }) => kind === 'phase')?.note).toBe('2022年5月1日至5月31日');
  });

  it('counts findings at the item and above', async () => {
    const { nodes } = await outlineOf(county);
    const [section] = nodes;
    const items = all(section ? [section] : []).filter(({ kind }) => kind === 'item');
    expect(items[0]?.findings?.error).toBe(1);
    expect(items[1]?.findings?.error).toBeUndefined();
    expect(section?.findings?.error).toBe(1);
    expect(section?.children?.[0]?.findings?.error).toBe(1);
  });

  it('counts each finding of a bundled file at one item at most', async () => {
    const files = {
      'shapotou.zhibiao.yaml': seed('as-printed/shapotou/shapotou.zhibiao.yaml'),
      'shapotou.danwei.yaml': seed('as-printed/shapotou/shapotou.danwei.yaml'),
    };
    const { file } = await open(files);
    const found = outline(file);
    const sum = (nodes: readonly OutlineNode[]) =>
      nodes.flatMap(({ findings = {} }) => Object.values(findings)).reduce((a, b) => a + b, 0);
    const leaves = all(found?.nodes ?? []).filter(({ children }) => !children);
    expect(found?.size).toBe(100);
    expect(sum(leaves)).toBeGreaterThan(50);
    expect(sum(leaves)).toBeLessThanOrEqual(sum(found?.nodes ?? []));
    expect(sum(found?.nodes ?? [])).toBeLessThanOrEqual(file.findings.length);
  });

  it('is a tree at any stage of typing: parents reach round their children', async () => {
    const text = fc
      .tuple(fc.nat(county.length), fc.nat(40), fc.constantFrom('', '：', '- ', '\n  - 序号: ', '[', '"', '附加项:\n'))
      .map(([from, length, put]) => county.slice(0, from) + put + county.slice(from + length));
    await fc.assert(
      fc.asyncProperty(text, async (damaged) => {
        const { nodes } = await outlineOf(damaged);
        for (const { range, children = [] } of all(nodes)) {
          for (const child of children) {
            expect(isBefore(range.start, child.range.start)).toBe(true);
            expect(isBefore(child.range.start, child.place)).toBe(true);
          }
        }
      }),
      { numRuns: 150 },
    );
  });
});

function isBefore(a: OutlineNode['place'], b: OutlineNode['place']): boolean {
  return a.line < b.line || (a.line === b.line && a.character <= b.character);
}

describe('outline of other files', () => {
  it('a registry: units by 类别', async () => {
    const registry = `县区: 测试县
单位:
  - { 名称: 县委办, 类别: 党委部门 }
  - { 名称: 县司法局, 全称: 测试县司法局, 类别: 政府部门 }
  - { 名称: 县委编办, 类别: 党委部门 }
  - { 名称: 县委办, 类别: 党委部门 }
`;
    const { nodes, size } = await outlineOf(registry, 'x.danwei.yaml');
    expect(size).toBe(4);
    expect(nodes.map(shape)).toEqual([
      [
        'category',
        '党委部门',
        3,
        [
          ['unit', '县委办'],
          ['unit', '县委编办'],
          ['unit', '县委办'],
        ],
      ],
      ['category', '政府部门', 1, [['unit', '县司法局']]],
    ]);
    expect(nodes[1]?.children?.[0]?.note).toBe('测试县司法局');
    // The name that stands twice is a fault of the last unit, or of the first: of one of the category, in any case.
    expect(nodes[0]?.findings?.error).toBeGreaterThan(0);
    expect(nodes[1]?.findings?.error).toBeUndefined();
  });

  it('a registry without 类别 is a plain list', async () => {
    const { nodes } = await outlineOf('单位:\n  - 名称: 甲局\n  - 名称: 乙局\n', 'x.danwei.yaml');
    expect(nodes.map(shape)).toEqual([
      ['unit', '甲局'],
      ['unit', '乙局'],
    ]);
  });

  it('a corpus: items with how sure they are', async () => {
    const { workspace } = await open({ 'a.zhibiao.yaml': county });
    const corpus = await workspace.read('file:///builtin/2021.yaoqiu.yaml');
    const found = corpus && outline(corpus);
    expect(found?.size).toBe(100);
    expect(all(found?.nodes ?? []).find(({ kind }) => kind === 'item')?.note).toBeTruthy();
  });

  it('none for a configuration, an empty one for an empty file', async () => {
    const { file } = await open({ 'zhibiao.config.yaml': '规则: {}\n' });
    expect(outline(file)).toBeNull();
    expect(await outlineOf('')).toEqual({ title: '', size: 0, nodes: [] });
  });
});

describe('outlineDetails', () => {
  it('gives the whole text, what stands under its keys, and the findings', async () => {
    const { workspace, file } = await open({ 'a.zhibiao.yaml': county }, { locale: 'en' });
    const [item] = all(outline(file)?.nodes ?? []).filter(({ kind }) => kind === 'item');
    const details = item && outlineDetails(workspace, file, item);
    expect(details).toMatchObject({
      text: '全面落实行政审批事项目录管理。',
      rows: [
        { key: '牵头单位', value: '县委办' },
        { key: '责任单位', value: '县司法厅' },
      ],
    });
    expect(details?.findings).toEqual([
      { severity: 'error', message: '「县司法厅」 is not in the unit registry. Did you mean 「县司法局」?' },
    ]);
  });

  it('never throws, wherever it is asked', async () => {
    const { workspace, file, at } = await open({
      'a.zhibiao.yaml': county,
      'x.danwei.yaml': '单位:\n  - 名称: 甲局\n',
    });
    const registry = await at('x.danwei.yaml');
    const position = fc.record({ line: fc.integer({ min: -1, max: 40 }), character: fc.integer({ min: -1, max: 60 }) });
    fc.assert(
      fc.property(position, position, position, (place, start, end) => {
        for (const one of [file, registry])
          expect(outlineDetails(workspace, one, { place, range: { start, end } })).toBeTruthy();
      }),
    );
  });
});
