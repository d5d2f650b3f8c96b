import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cut, sideBySide, wrap } from '../../server/src/cli/table';
import { displayWidth } from '../../server/src/cli/width';

describe('wrapping', () => {
  it.each([
    ['县政府办公室、县司法局', 12, ['县政府办公室、', '县司法局']],
    ['abc def', 5, ['abc', 'def']],
    ['abcdefgh', 3, ['abc', 'def', 'gh']],
    ['2021年版', 5, ['2021', '年版']],
    ['', 4, ['']],
  ])('%j to %i columns', (text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines);
  });

  it('loses nothing and keeps to the width, but for punctuation that hangs over', () => {
    const texts = fc.string({ unit: fc.constantFrom('县', '局', '、', '。', 'a', '1', ' '), maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 2, max: 20 }), (text, columns) => {
        const lines = wrap(text, columns);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
        for (const line of lines) expect(displayWidth(line.replace(/[、。]+$/, ''))).toBeLessThanOrEqual(columns);
      }),
    );
  });
});

it('puts cells side by side whatever their height', () => {
  const cells = [
    { text: '单位', columns: 4 },
    { text: '县司法局县税务局', columns: 8 },
    { text: '一\n二', columns: 2, tint: (text: string) => `<${text}>` },
  ];
  expect(sideBySide(cells)).toEqual(['单位  县司法局  <一>', '      县税务局  <二>']);
});

it('cuts a text to a width', () => {
  expect([cut('县司法局', 8), cut('县司法局', 7), cut('abc', 2)]).toEqual(['县司法局', '县司法…', 'a…']);
});
