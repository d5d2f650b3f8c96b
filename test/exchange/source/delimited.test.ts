import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDelimited, readDelimited, separatorOf } from '../../../server/src/exchange/source/delimited';
import { readSource } from '../../../server/src/exchange/source/index';
import { shown } from './documents';

it.each([
  ['commas', '序号,内容\n1,甲', ['序号 | 内容', '1 | 甲']],
  ['semicolons', '序号;内容\n1;甲,乙', ['序号 | 内容', '1 | 甲,乙']],
  ['tabs', '序号\t内容\r\n1\t甲\r\n', ['序号 | 内容', '1 | 甲']],
  ['Chinese commas', '序号，内容\n1，甲', ['序号 | 内容', '1 | 甲']],
  ['quotes', '序号,内容\n1,"甲,""乙""\n丙"', ['序号 | 内容', '1 | 甲,"乙"⏎丙']],
  ['a quote that is never closed', 'a,b\n1,"甲\n2,乙', ['a | b', '1 | "甲', '2 | 乙']],
  [
    'a title above and a remark below',
    '指标表\n\n序号,内容\n1,甲\n注：略',
    ['指标表', '序号 | 内容', '1 | 甲', '注：略'],
  ],
  ['numbers and dates stay as they are', 'a,b\n1-5,007', ['a | b', '1-5 | 007']],
])('%s', (_, text, expected) => {
  expect(shown(readDelimited(text, 'a.csv'))).toEqual(expected);
});

it('tells the line that a record begins on', () => {
  const { blocks } = readDelimited('a,"b\nc"\n\nd,e', 'a.csv');
  const [grid] = blocks;
  expect(grid?.kind === 'grid' && grid.rows.map(({ at }) => at)).toEqual(['第1行', '第4行']);
});

it('reads GBK', async () => {
  const text = Uint8Array.from([0xb7, 0xa8, 0xd6, 0xce, 0x2c, 0xd6, 0xce, 0x0a, 0xb7, 0xa8, 0x2c, 0xd6, 0xce]);
  expect(shown(await readSource(text, 'a.csv'))).toEqual(['法治 | 治', '法 | 治']);
});

it('reads back what was written', () => {
  const field = fc.string({ unit: fc.constantFrom('甲', '"', ',', '\n', ' ', '1') });
  fc.assert(
    fc.property(fc.array(fc.array(field, { minLength: 1 }), { minLength: 1 }), (records) => {
      const text = records.map((fields) => fields.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
      expect(parseDelimited(text, ',').map(({ fields }) => fields)).toEqual(records);
    }),
  );
});

it('never throws, however the text is damaged', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('甲', '"', ',', '\t', '\r', '\n') }), (text) => {
      const separator = separatorOf(text);
      const fields = parseDelimited(text, separator).flatMap((record) => record.fields);
      // Nothing is lost but separators, quotes and line breaks.
      const kept = (one: string) => one.replace(/[^甲]/g, '');
      expect(kept(fields.join(''))).toBe(kept(text));
    }),
  );
});
