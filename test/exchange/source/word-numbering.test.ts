import { expect, it } from 'vitest';
import { createNumbering, formatted } from '../../../server/src/exchange/source/word-numbering';

it.each([
  [3, 'decimal', '3'],
  [3, 'decimalZero', '03'],
  [12, 'japaneseCounting', '十二'],
  [3, 'decimalEnclosedCircle', '③'],
  [21, 'decimalEnclosedCircle', '21'],
  [2, 'ideographTraditional', '乙'],
  [10, 'decimalFullWidth', '１０'],
  [28, 'upperLetter', 'BB'],
  [4, 'lowerRoman', 'iv'],
  [1994, 'upperRoman', 'MCMXCIV'],
  [5, 'hebrew1', '5'],
])('%d as %s is %s', (count, format, text) => {
  expect(formatted(count, format)).toBe(text);
});

it('knows nothing of a list or level that is not there', () => {
  const next = createNumbering(new Map([['1', { key: 'a', levels: [], restarts: new Map() }]]));
  expect([next('1', 0), next('2', 3)]).toEqual(['', '']);
});
