import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VOCABULARY } from '../../server/src/model/keys';
import { changeBetween } from '../../server/src/text/change';
import { readIrregular } from '../../server/src/yaml/irregular';
import { child, type Node } from '../../server/src/yaml/nodes';
import { parseYaml } from '../../server/src/yaml/parse';
import { readRegular } from '../../server/src/yaml/regular-reader';
import { rereadEntry } from '../../server/src/yaml/reread';
import { placesOf, rowsOf } from './support';

const item = (n: number) =>
  `          - 序号: ${n}\n            内容: 第${n}件事\n            责任单位: [甲局, 乙局]\n`;
const TEXT = `标题: 表
一级指标:
  - 名称: 一、甲
    二级指标:
      - 名称: 1. 乙
        三级指标:
${item(1)}          # 注
${item(2)}      - 名称: 2. 丙
        三级指标:
${item(3)}
# 尾
附加项:
  否决项:
    - 序号: 1
      内容: 丁
单位:
- 名称: 甲局
- 名称: 乙局
`;

function nodeAt(root: Node | null, ...path: readonly (string | number)[]): Node | null | undefined {
  let node: Node | null | undefined = root;
  for (const step of path) {
    node = typeof step === 'string' ? child(node, step) : node?.kind === 'sequence' ? node.items[step] : undefined;
  }
  return node;
}

describe('an edit inside an entry', () => {
  const edited = (old: string, next: string) => {
    const before = parseYaml(TEXT, VOCABULARY);
    const text = TEXT.replace(old, next);
    return { root: before.root, text, after: parseYaml(text, VOCABULARY, before) };
  };

  it('makes new nodes on the way to it and leaves all others, which have moved', () => {
    const { root, text, after } = edited('第2件事', '第二件要做的事');
    const first = nodeAt(root, '一级指标', 0, '二级指标', 0);
    const second = nodeAt(root, '一级指标', 0, '二级指标', 1);
    expect(nodeAt(after.root, '一级指标', 0, '二级指标', 0)).not.toBe(first);
    expect(nodeAt(after.root, '一级指标', 0, '二级指标', 0, '三级指标', 0)).toBe(nodeAt(first ?? null, '三级指标', 0));
    expect(nodeAt(after.root, '一级指标', 0, '二级指标', 0, '三级指标', 1)).not.toBe(
      nodeAt(first ?? null, '三级指标', 1),
    );
    expect(nodeAt(after.root, '一级指标', 0, '二级指标', 1)).toBe(second);
    expect(nodeAt(after.root, '附加项')).toBe(nodeAt(root, '附加项'));
    expect(nodeAt(after.root, '单位', 1)).toBe(nodeAt(root, '单位', 1));
    expect(rowsOf(after.root)).toEqual(rowsOf(readIrregular(text, VOCABULARY).root));
  });

  it('is one, too, where it adds a line to its end', () => {
    const { root, text, after } = edited('- 名称: 乙局', '  别名: [甲]\n- 名称: 乙局');
    expect(after.regular).toBeDefined();
    expect(nodeAt(after.root, '单位', 0)).not.toBe(nodeAt(root, '单位', 0));
    expect(nodeAt(after.root, '单位', 1)).toBe(nodeAt(root, '单位', 1));
    expect(rowsOf(after.root)).toEqual(rowsOf(readIrregular(text, VOCABULARY).root));
  });

  it('leaves the nodes of other entries the same when it leaves the regular style', () => {
    const { root, text, after } = edited('            内容: 第2', '            内容：第2');
    expect(after.faults.map(({ kind }) => kind)).toEqual(['fullwidth-colon']);
    expect(nodeAt(after.root, '单位', 1)).toBe(nodeAt(root, '单位', 1));
    expect(nodeAt(after.root, '一级指标', 0, '二级指标', 1, '三级指标', 0)).toBe(
      nodeAt(root, '一级指标', 0, '二级指标', 1, '三级指标', 0),
    );
    expect(placesOf(after.root)).toEqual(placesOf(readIrregular(text, VOCABULARY).root));
    const back = parseYaml(TEXT, VOCABULARY, after);
    expect(nodeAt(back.root, '单位', 1)).toBe(nodeAt(root, '单位', 1));
    expect(rowsOf(back.root)).toEqual(rowsOf(readIrregular(TEXT, VOCABULARY).root));
  });

  it('leaves the entries the same when it is made outside of them', () => {
    const { root, text, after } = edited('标题: 表', '标题: 任务分解表');
    expect(nodeAt(after.root, '单位', 1)).toBe(nodeAt(root, '单位', 1));
    expect(rowsOf(after.root)).toEqual(rowsOf(readIrregular(text, VOCABULARY).root));
  });
});

describe('rereadEntry leaves to others', () => {
  it.each([
    ['an edit outside the entries', '标题: 表', '标题: 甲'],
    ['an edit of two entries', '乙局]\n          # 注\n          - 序号: 2', '乙局]\n          - 序号: 5'],
    ['an entry without its line break', `- 名称: 甲局\n`, '- 名称: 甲局'],
    ['an entry that became two', '            内容: 第2', '          - 内容: 第2'],
    [
      'an entry whose last line became a comment',
      '            责任单位: [甲局, 乙局]\n          # 注',
      '            # 责任单位: [甲局, 乙局]\n          # 注',
    ],
    ['an entry in another column', '          - 序号: 3', '            - 序号: 3'],
    ['a half-typed key', '            内容: 第3件事', '            内容'],
    [
      'a list of mappings under a key that has a mapping elsewhere',
      '            内容: 第3件事',
      '            附加项:\n              - 名称: 甲',
    ],
  ])('%s', (_, old, next) => {
    const before = readRegular(TEXT, VOCABULARY);
    const text = TEXT.replace(old, next);
    expect(text).not.toBe(TEXT);
    expect(before && rereadEntry(before, text, changeBetween(TEXT, text), VOCABULARY)).toBeUndefined();
    const after = parseYaml(text, VOCABULARY, parseYaml(TEXT, VOCABULARY));
    const fresh = readIrregular(text, VOCABULARY);
    expect([rowsOf(after.root), after.faults]).toEqual([rowsOf(fresh.root), fresh.faults]);
  });
});

describe('a text read again and again', () => {
  const PIECES = [
    '甲',
    '"',
    ' ',
    ':',
    '- ',
    '# 注',
    '            备注:\n',
    '          - 序号: 3\n',
    '# 注\n',
    '\n',
    '            备注: 甲\n',
  ];
  const slip = fc.record({
    where: fc.double({ min: 0, max: 1, noNaN: true }),
    atLine: fc.boolean(),
    length: fc.constantFrom(0, 0, 1, 2, 30),
    newText: fc.constantFrom('', ...PIECES),
  });

  it('is what the scanner and yaml read, whatever was taken over', () => {
    let quick = 0;
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 5 }), (slips) => {
        let text = TEXT;
        let tree = parseYaml(text, VOCABULARY);
        for (const { where, atLine, length, newText } of slips) {
          const somewhere = Math.floor(where * (text.length + 1));
          const at = atLine ? text.lastIndexOf('\n', somewhere - 1) + 1 : somewhere;
          text = text.slice(0, at) + newText + text.slice(at + length);
          tree = parseYaml(text, VOCABULARY, tree);
          if (tree.regular) quick++;
        }
        const fresh = readIrregular(text, VOCABULARY);
        expect(rowsOf(tree.root)).toEqual(rowsOf(fresh.root));
        expect(tree.faults).toEqual(fresh.faults);
      }),
      { numRuns: 120 },
    );
    expect(quick).toBeGreaterThan(20);
  });
});
