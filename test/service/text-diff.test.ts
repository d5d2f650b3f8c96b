import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineEdits, MAX_LINE_CHANGES } from '../../server/src/service/text-diff';
import { applyEdits } from '../../server/src/text/edits';

const lines = (count: number, text: (line: number) => string) =>
  Array.from({ length: count }, (_, i) => text(i)).join('');
const many = MAX_LINE_CHANGES + 2;

describe('the lines that differ', () => {
  it('are replaced, and no others', () => {
    expect(lineEdits('甲\n乙\n丙\n', '甲\n丁\n丙\n戊')).toEqual([
      { span: { start: 2, end: 4 }, newText: '丁\n' },
      { span: { start: 6, end: 6 }, newText: '戊' },
    ]);
  });

  it('of every second line of thousands, one by one', () => {
    const before = `题\n${lines(many, (i) => `${i}：甲\n同\n`)}尾`;
    const after = `题\n${lines(many, (i) => `${i}: 甲\n同\n`)}尾`;
    const edits = lineEdits(before, after);
    expect(edits).toHaveLength(many);
    expect(edits[0]).toEqual({ span: { start: 2, end: 6 }, newText: '0: 甲\n' });
    expect(applyEdits(before, edits)).toBe(after);
  });

  it('of thousands of which some come or go, at once', () => {
    const before = `题\n${lines(many, (i) => `${i}\n`)}尾`;
    const after = `题\n${lines(many, (i) => `${i}甲\n新\n`)}尾`;
    expect(lineEdits(before, after)).toEqual([
      { span: { start: 2, end: before.length - 1 }, newText: after.slice(2, -1) },
    ]);
  });

  it.each([
    ['', lines(many, (i) => `${i}\n`)],
    [lines(many, (i) => `${i}\n`), ''],
  ])('of an empty text are all', (before, after) => {
    expect(applyEdits(before, lineEdits(before, after))).toBe(after);
  });

  it('lead from any text to any other', () => {
    const text = fc.array(fc.constantFrom('甲', '乙\n', '丙\r\n', '\n')).map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, text, (before, after) => {
        expect(applyEdits(before, lineEdits(before, after))).toBe(after);
      }),
    );
  });
});
