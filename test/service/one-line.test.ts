import { expect, test } from 'vitest';
import { oneLine } from '../../server/src/service/one-line';

test.each([
  ['一、 甲\r\n  乙\t丙', '一、 甲 乙 丙'],
  ['  前后 ', '前后'],
  ['a\u202Eb\u0000c\u200Bd', 'abcd'],
  ['', ''],
])('%j', (text, line) => {
  expect(oneLine(text)).toBe(line);
});

test('cuts a long text between characters', () => {
  expect(oneLine('𠀀𠀁𠀂𠀃', 3)).toBe('𠀀𠀁𠀂…');
  expect(oneLine('𠀀𠀁𠀂', 3)).toBe('𠀀𠀁𠀂');
  expect(oneLine(`甲${' '.repeat(100)}乙`, 3)).toBe('甲…');
  expect(oneLine('甲'.repeat(1_000_000), 5)).toBe('甲甲甲甲甲…');
});
