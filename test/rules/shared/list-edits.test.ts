import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/model/document';
import type { IndicatorFile, RegistryFile, UnitRef } from '../../../server/src/model/types';
import {
  appendUnit,
  fillKey,
  insertKeys,
  removeEntry,
  replaceEntry,
  splitEntry,
  written,
} from '../../../server/src/rules/shared/list-edits';
import { applyEdits } from '../../../server/src/text/edits';
import type { LineIndex } from '../../../server/src/text/lines';
import type { TextEdit } from '../../../server/src/text/span';
import { child } from '../../../server/src/yaml/nodes';
import { item } from '../harness';

function read(text: string): { lines: LineIndex; file: IndicatorFile } {
  const document = readDocument('file:///w/w.zhibiao.yaml', 'zhibiao', text);
  return { lines: document.lines, file: document.model as IndicatorFile };
}

/** The text after an edit of the `index`-th unit of the only item. */
function edited(text: string, index: number, edit: (lines: LineIndex, unit: UnitRef) => TextEdit[]): string {
  const { lines, file } = read(text);
  const unit = file.items[0]?.units.flatMap(({ units }) => units)[index];
  if (!unit) throw new Error('the text has no such unit');
  return applyEdits(text, edit(lines, unit));
}

const crlf = (text: string) => text.replaceAll('\n', '\r\n');
const eachLineBreak = [
  ['LF', (text: string) => text],
  ['CRLF', crlf],
] as const;

describe.each(eachLineBreak)('replaceEntry, %s', (_, broken) => {
  it.each([
    ['责任单位: [甲局, 乙局] # 注', 1, '责任单位: [甲局, 丙局] # 注'],
    ['责任单位: 甲局 # 注', 0, '责任单位: 丙局 # 注'],
    ['责任单位:\n  - 甲局\n  - 乙局 # 注\n备注: 无', 1, '责任单位:\n  - 甲局\n  - 丙局 # 注\n备注: 无'],
    [`责任单位: ["甲局", '乙局']`, 0, `责任单位: ["丙局", '乙局']`],
    [`责任单位: ["甲局", '乙局']`, 1, `责任单位: ["甲局", '丙局']`],
    ['责任单位: |-\n  甲局\n备注: 无', 0, '责任单位: 丙局\n备注: 无'],
    ['责任单位:\n  - >\n    甲局\n  - 乙局', 0, '责任单位:\n  - 丙局\n  - 乙局'],
  ])('%j', (before, index, after) => {
    expect(edited(broken(item(before)), index, (_, unit) => [replaceEntry(unit, '丙局')])).toBe(broken(item(after)));
  });
});

describe.each(eachLineBreak)('splitEntry, %s', (_, broken) => {
  it.each([
    ['责任单位: [甲乙, 丙] # 注', 0, '责任单位: [甲, 乙, 丙] # 注'],
    ['责任单位: [丙, "甲乙"]', 1, '责任单位: [丙, "甲", "乙"]'],
    [`责任单位: ['甲乙']`, 0, `责任单位: ['甲', '乙']`],
    ['责任单位: 甲乙 # 注', 0, '责任单位: [甲, 乙] # 注'],
    ['责任单位: "甲乙"', 0, '责任单位: ["甲", "乙"]'],
    ['责任单位:\n  甲乙\n备注: 无', 0, '责任单位:\n  [甲, 乙]\n备注: 无'],
    ['责任单位: |\n  甲\n  乙\n备注: 无', 0, '责任单位: [甲, 乙]\n备注: 无'],
    ['责任单位:\n  -  甲乙 # 注\n  -  丙\n备注: 无', 0, '责任单位:\n  -  甲\n  -  乙 # 注\n  -  丙\n备注: 无'],
    ['责任单位:\n- "甲乙"', 0, '责任单位:\n- "甲"\n- "乙"'],
    ['责任单位:\n  - |\n    甲乙\n  - 丙', 0, '责任单位:\n  - 甲\n  - 乙\n  - 丙'],
    ['责任单位: [\n  甲乙,\n  丙\n]', 0, '责任单位: [\n  甲, 乙,\n  丙\n]'],
    ['责任单位: &units [甲乙]', 0, '责任单位: &units [甲, 乙]'],
  ])('%j', (before, index, after) => {
    const split = (lines: LineIndex, unit: UnitRef) => splitEntry(lines, unit, ['甲', '乙']);
    expect(edited(broken(item(before)), index, split)).toBe(broken(item(after)));
  });

  it('leaves an entry alone that an alias brought in', () => {
    const text = broken(item('备注: &a 甲乙\n责任单位: *a'));
    expect(edited(text, 0, (lines, unit) => splitEntry(lines, unit, ['甲', '乙']))).toBe(text);
  });
});

describe.each(eachLineBreak)('removeEntry, %s', (_, broken) => {
  it.each([
    ['责任单位: [甲, 乙, 丙] # 注', 0, '责任单位: [乙, 丙] # 注'],
    ['责任单位: [甲, 乙, 丙]', 1, '责任单位: [甲, 丙]'],
    ['责任单位: [甲, 乙, "丙"]', 2, '责任单位: [甲, 乙]'],
    ['责任单位: [ 甲 , 乙 ]', 0, '责任单位: [ 乙 ]'],
    ['责任单位: [ 甲 , 乙 ]', 1, '责任单位: [ 甲 ]'],
    ['责任单位: [\n  甲, # 一\n  乙, # 二\n  丙\n]', 1, '责任单位: [\n  甲, # 一\n  丙\n]'],
    ['责任单位: [甲,\n  乙]', 1, '责任单位: [甲]'],
    ['责任单位: [甲,\n  乙]', 0, '责任单位: [乙]'],
    ['责任单位:\n  - 甲 # 一\n  - 乙 # 二\n备注: 无', 0, '责任单位:\n  - 乙 # 二\n备注: 无'],
    ['责任单位:\n  - 甲 # 一\n  - 乙 # 二\n备注: 无', 1, '责任单位:\n  - 甲 # 一\n备注: 无'],
    ['责任单位:\n  - >-\n    甲\n  - 乙', 0, '责任单位:\n  - 乙'],
    ['牵头单位: [丙]\n责任单位: [甲] # 注\n备注: 无', 1, '牵头单位: [丙]\n备注: 无'],
    ['牵头单位: [丙]\n责任单位: 甲\n备注: 无', 1, '牵头单位: [丙]\n备注: 无'],
    ['牵头单位: [丙]\n责任单位:\n  - 甲\n备注: 无', 1, '牵头单位: [丙]\n备注: 无'],
    ['牵头单位: [丙]\n责任单位: |\n  甲\n备注: 无', 1, '牵头单位: [丙]\n备注: 无'],
  ])('%j', (before, index, after) => {
    expect(edited(broken(item(before)), index, removeEntry)).toBe(broken(item(after)));
  });

  it('takes the line break before a last line that has none of its own', () => {
    const text = broken(item('牵头单位: 丙\n责任单位: 甲').trimEnd());
    expect(edited(text, 1, removeEntry)).toBe(broken(item('牵头单位: 丙').trimEnd()));
  });

  it.each([
    '牵头单位: &a [丙]\n责任单位: *a',
    '牵头单位: 丙\n责任单位: &a [甲]',
    '牵头单位: 丙\n责任单位: [&a 甲, 乙]',
    '牵头单位: 丙\n责任单位:\n  - &a 甲\n  - 乙',
  ])('leaves %j alone', (lines) => {
    const text = broken(item(lines));
    expect(edited(text, 1, removeEntry)).toBe(text);
  });
});

describe.each(eachLineBreak)('insertKeys and fillKey, %s', (_, broken) => {
  const inserted = (text: string) => {
    const { lines, file } = read(text);
    const node = file.items[0]?.node;
    if (node?.kind !== 'mapping') throw new Error('the text has no item');
    return applyEdits(
      text,
      insertKeys(lines, node, '内容', [
        ['责任单位', '[甲, 乙]'],
        ['备注', '无'],
      ]),
    );
  };
  const rows = (lines: string) => broken(`一级指标:\n  - 三级指标:\n${lines}`);

  it.each([
    [
      '      - 序号: 1\n        内容: 甲 # 注\n',
      '      - 序号: 1\n        内容: 甲 # 注\n        责任单位: [甲, 乙]\n        备注: 无\n',
    ],
    [
      '      - 内容: 甲\n        序号: 1\n',
      '      - 内容: 甲\n        责任单位: [甲, 乙]\n        备注: 无\n        序号: 1\n',
    ],
    ['    - 序号: 1\n      内容: 甲', '    - 序号: 1\n      内容: 甲\n      责任单位: [甲, 乙]\n      备注: 无'],
    [
      '      - 内容: |\n          甲\n\n          乙\n        序号: 1\n',
      '      - 内容: |\n          甲\n\n          乙\n        责任单位: [甲, 乙]\n        备注: 无\n        序号: 1\n',
    ],
    [
      '      - 内容: 甲\n          乙\n        序号: 1\n',
      '      - 内容: 甲\n          乙\n        责任单位: [甲, 乙]\n        备注: 无\n        序号: 1\n',
    ],
    ['      - { 序号: 1, 内容: 甲 } # 注\n', '      - { 序号: 1, 内容: 甲, 责任单位: [甲, 乙], 备注: 无 } # 注\n'],
    ['      - 序号: 1\n', '      - 序号: 1\n        责任单位: [甲, 乙]\n        备注: 无\n'],
  ])('inserts into %j', (before, after) => {
    expect(inserted(rows(before))).toBe(rows(after));
  });

  it.each([
    ['责任单位: # 待定\n备注: 无', '责任单位: [甲] # 待定\n备注: 无'],
    ['责任单位:', '责任单位: [甲]'],
    ['责任单位: [ ] # 待定', '责任单位: [甲] # 待定'],
    ['责任单位: ~', '责任单位: [甲]'],
  ])('fills %j', (before, after) => {
    const text = broken(item(before));
    const { lines, file } = read(text);
    const node = file.items[0]?.node;
    const entry = node?.kind === 'mapping' ? node.entries.find(({ key }) => key.value === '责任单位') : undefined;
    if (!entry) throw new Error('the text has no such key');
    expect(applyEdits(text, fillKey(lines, entry.key, entry.value, '[甲]'))).toBe(broken(item(after)));
  });
});

describe.each(eachLineBreak)('appendUnit, %s', (_, broken) => {
  it.each([
    ['单位:\n  - 名称: 甲\n    别名: [乙] # 注\n', '单位:\n  - 名称: 甲\n    别名: [乙] # 注\n  - 名称: 丙\n'],
    ['单位:\n- 名称: 甲', '单位:\n- 名称: 甲\n- 名称: 丙'],
    ['单位:\n  - 名称: 甲\n\n说明: 完\n', '单位:\n  - 名称: 甲\n  - 名称: 丙\n\n说明: 完\n'],
    [
      '单位:\n  - 名称: 甲\n    别名:\n      - 乙\n# 完\n',
      '单位:\n  - 名称: 甲\n    别名:\n      - 乙\n  - 名称: 丙\n# 完\n',
    ],
    ['单位: [{ 名称: 甲 }]\n', '单位: [{ 名称: 甲 }, { 名称: 丙 }]\n'],
    ['单位: []\n', '单位: [{ 名称: 丙 }]\n'],
  ])('to a registry %j', (before, after) => {
    const text = broken(before);
    const document = readDocument('file:///w/w.danwei.yaml', 'danwei', text);
    const { list } = document.model as RegistryFile;
    expect(applyEdits(text, appendUnit(document.lines, list, '丙'))).toBe(broken(after));
  });

  it.each([
    ['单位名录: [甲, 乙] # 注\n', '单位名录: [甲, 乙, 丙] # 注\n'],
    ['单位名录:\n  - 甲\n  - 乙 # 注\n标题: 表\n', '单位名录:\n  - 甲\n  - 乙 # 注\n  - 丙\n标题: 表\n'],
    ['单位名录:\n  - 甲\n  - 名称: 乙\n', '单位名录:\n  - 甲\n  - 名称: 乙\n  - 名称: 丙\n'],
  ])('to an inline list %j', (before, after) => {
    const text = broken(before);
    const { lines, file } = read(text);
    expect(applyEdits(text, appendUnit(lines, child(file.root, '单位名录') ?? undefined, '丙'))).toBe(broken(after));
  });
});

describe('any list', () => {
  const name = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'县局办、（）'), minLength: 1, maxLength: 6 }).map((text) => `县${text}`),
    fc.string({ unit: fc.constantFrom(...`县,:#'"[]{}-& `), minLength: 1, maxLength: 6 }).map((text) => `县${text}县`),
  );
  const quoting = fc.constantFrom('plain', 'single', 'double');
  const lists = fc.record({
    names: fc.array(fc.tuple(name, quoting), { minLength: 1, maxLength: 4 }),
    layout: fc.constantFrom('flow', 'block', 'flow over lines'),
    comment: fc.constantFrom('', ' # 注'),
    lineBreak: fc.constantFrom('\n', '\r\n'),
    index: fc.nat({ max: 3 }),
  });
  const unitsIn = (text: string) =>
    read(text).file.items[0]?.units.flatMap(({ units }) => units.map(({ value }) => value));

  it('holds what it should after each edit, and reads the same around it', () => {
    fc.assert(
      fc.property(lists, name, name, ({ names, layout, comment, lineBreak, index }, one, other) => {
        const entries = names.map(([value, style]) => written(value, style as 'plain' | 'single' | 'double'));
        const value =
          layout === 'block'
            ? entries.map((entry) => `\n  - ${entry}${comment}`).join('')
            : layout === 'flow'
              ? ` [${entries.join(', ')}]${comment}`
              : ` [\n${entries.map((entry) => `    ${entry},${comment}\n`).join('')}  ]`;
        const text = item(`责任单位:${value}\n备注: 无`).replaceAll('\n', lineBreak);
        const values = names.map(([entry]) => entry);
        const at = index % values.length;
        expect(unitsIn(text)).toEqual(values);
        const replaced = edited(text, at, (_, unit) => [replaceEntry(unit, one)]);
        expect(unitsIn(replaced)).toEqual(values.with(at, one));
        const divided = edited(text, at, (lines, unit) => splitEntry(lines, unit, [one, other]));
        expect(unitsIn(divided)).toEqual(values.toSpliced(at, 1, one, other));
        const removed = edited(text, at, removeEntry);
        expect(unitsIn(removed)).toEqual(values.toSpliced(at, 1));
        for (const result of [replaced, divided, removed]) {
          const { file } = read(result);
          expect(file.items[0]?.remark?.value).toBe('无');
          expect(result.replaceAll(lineBreak, '')).not.toMatch(/[\r\n]/);
        }
      }),
      { numRuns: 400 },
    );
  });
});

describe('written', () => {
  it.each([
    ['县司法局', '县司法局'],
    ['各乡镇、各部门（单位）', '各乡镇、各部门（单位）'],
    ['甲, 乙', '"甲, 乙"'],
    ['县委 政府', '"县委 政府"'],
    ['“甲”', '"“甲”"'],
    ['110', '"110"'],
    ['a: b', '"a: b"'],
    ['', '""'],
  ])('%j is %s', (value, expected) => expect(written(value)).toBe(expected));

  it('doubles the quotes of a quoted style', () => {
    expect(written("甲'乙", 'single')).toBe("'甲''乙'");
    expect(written('甲"乙', 'double')).toBe('"甲\\"乙"');
  });
});
