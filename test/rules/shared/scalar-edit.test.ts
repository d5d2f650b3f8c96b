import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/model/document';
import type { IndicatorFile } from '../../../server/src/model/types';
import { replaceIn, rewriteText, valueIn } from '../../../server/src/rules/shared/scalar-edit';
import { applyEdits } from '../../../server/src/text/edits';
import { item } from '../harness';

/** The file after characters `start` to `end` of its 标题 were replaced. */
function replaced(source: string, start: number, end: number, newText: string): string | undefined {
  const { title } = readDocument('file:///w.zhibiao.yaml', 'zhibiao', source).model as IndicatorFile;
  const edit = title && replaceIn(title, { start, end }, newText);
  return edit && source.slice(0, edit.span.start) + edit.newText + source.slice(edit.span.end);
}

describe('replaceIn', () => {
  it.each([
    ['标题: 甲乙\n', 1, 1, '“丙”', '标题: 甲“丙”乙\n'],
    ['标题: 甲乙\n', 2, 2, '丙', '标题: 甲乙丙\n'],
    ['标题: 甲乙\n', 0, 0, '丙', '标题: 丙甲乙\n'],
    ['标题: 甲乙\n', 1, 2, '90%', '标题: 甲90%\n'],
    ['标题: "甲乙"\n', 2, 2, '"丙"', '标题: "甲乙\\"丙\\""\n'],
    ["标题: '甲''乙'\n", 2, 2, "'丙", "标题: '甲''''丙乙'\n"],
    ['标题: >-\r\n  甲\r\n  乙\r\n', 3, 3, '丙', '标题: >-\r\n  甲\r\n  乙丙\r\n'],
    ['标题: 甲乙\n', 1, 1, ': 丙', undefined],
    ['标题: 甲乙\n', 1, 1, '丙\n', undefined],
    ['标题: 5.30\n', 1, 1, '丙', undefined],
  ])('%j %i-%i %j', (source, start, end, newText, expected) => {
    expect(replaced(source, start, end, newText)).toBe(expected);
  });
});

describe('valueIn', () => {
  const value = fc
    .string({
      unit: fc.constantFrom(...`县局（）-?:,[]{}#&*!|>'"%@\`~. 0189eExX_+truefalsnoy\\/=`),
      minLength: 1,
      maxLength: 12,
    })
    .filter((text) => text.trim() !== '');
  const styles = [
    ['plain', (inner: string) => inner],
    ['single', (inner: string) => `'${inner}'`],
    ['double', (inner: string) => `"${inner}"`],
  ] as const;

  it.each(styles)('gives a text back as it was, %s, in brackets and out', (style, quoted) => {
    fc.assert(
      fc.property(value, (text) => {
        const inner = quoted(valueIn({ style }, text));
        const one = readDocument(
          'file:///w/w.zhibiao.yaml',
          'zhibiao',
          item(`责任单位: [${inner}, 尾]\n备注: ${inner}`),
        );
        const [read] = (one.model as IndicatorFile).items;
        expect(read?.units[0]?.units.map((unit) => unit.node.value)).toEqual([text, '尾']);
        expect(read?.remark?.node.value).toBe(text);
      }),
      { numRuns: 300 },
    );
  });
});

describe('rewriteText', () => {
  const part = fc.string({ unit: fc.constantFrom('甲', '乙', '，', '“', "'", '"', ':', ' ', '#', '5'), maxLength: 10 });
  it.each([
    ['plain', (text: string) => text],
    ['single', (text: string) => `'${text.replaceAll("'", "''")}'`],
    ['double', (text: string) => JSON.stringify(text)],
    ['literal', (text: string) => `|\n  ${text}`],
    ['folded', (text: string) => `>-\n  ${text}`],
  ])('gives the wanted text, %s', (style, written) => {
    fc.assert(
      fc.property(part, part, part, part, (start, end, before, after) => {
        const [old, wanted] = [`甲${start}${before}${end}乙`, `甲${start}${after}${end}乙`];
        fc.pre(style !== 'plain' || !/:\s|\s#/.test(old));
        const text = item(`备注: ${written(old)}\n说明: 无`);
        const read = (source: string) =>
          (readDocument('file:///w/w.zhibiao.yaml', 'zhibiao', source).model as IndicatorFile).items[0];
        const remark = read(text)?.remark;
        if (!remark || remark.value.trimEnd() !== old) throw new Error(`not read: ${text}`);
        const result = read(applyEdits(text, [rewriteText(remark, wanted)]));
        expect(result?.remark?.value.trimEnd()).toBe(wanted);
        expect(result?.reason?.value).toBe('无');
      }),
      { numRuns: 200, examples: [['', '#', '', ' ']] },
    );
  });
});
