import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/model/document';
import type { IndicatorFile } from '../../../server/src/model/types';
import { replaceIn } from '../../../server/src/rules/shared/scalar-edit';

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
