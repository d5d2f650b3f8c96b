import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { child, type ScalarNode } from '../../server/src/yaml/nodes';
import { sourceSpan } from '../../server/src/yaml/scalar-source';
import { read, scalarsOf, seeds } from './support';

function scalarAt(text: string, key = '内容'): ScalarNode {
  const node = child(read(text).root, key);
  if (node?.kind !== 'scalar') throw new Error(`no scalar under ${key}`);
  return node;
}

/** What stands in the file for a part of the value under 内容. */
function sourceOf(text: string, part: string): string {
  const node = scalarAt(text);
  const value = String(node.value);
  const start = value.indexOf(part);
  if (start < 0) throw new Error(`${JSON.stringify(value)} has no ${JSON.stringify(part)}`);
  const span = sourceSpan(node, start, start + part.length);
  return text.slice(span.start, span.end);
}

describe('sourceSpan', () => {
  it.each([
    ['plain', '内容: 甲乙丙\n', '乙丙', '乙丙'],
    ['plain, a number', '内容: 12345\n', '23', '23'],
    ['plain over two lines', '内容: 甲乙\n  丙丁\n', '丙', '丙'],
    ['plain over two lines, across the break', '内容: 甲乙\n  丙丁\n', '乙 丙', '乙\n  丙'],
    ['plain over two lines with CRLF', '内容: 甲乙\r\n  丙丁\r\n', '丁', '丁'],
    ['plain with an empty line', '内容: 甲\n\n  乙丙\n', '丙', '丙'],
    ['single', "内容: '甲乙丙'\n", '乙', '乙'],
    ['single with doubled quotes', "内容: '甲''乙''丙'\n", '乙', '乙'],
    ['single, the quote itself', "内容: '甲''乙'\n", "'", "''"],
    ['single, up to a quote', "内容: '甲''乙'\n", "甲'", "甲''"],
    ['double', '内容: "甲乙丙"\n', '丙', '丙'],
    ['double behind escapes', '内容: "甲\\t乙\\u4e19丁"\n', '丁', '丁'],
    ['double, an escape', '内容: "甲\\u4e59丙"\n', '乙', '\\u4e59'],
    ['double, an escape and more', '内容: "甲\\n乙"\n', '\n乙', '\\n乙'],
    ['double, escaped quotes', '内容: "甲\\"乙\\"丙"\n', '乙"', '乙\\"'],
    ['double, an escape beyond the basic plane', '内容: "\\U00020bb7甲"\n', '甲', '甲'],
    ['double, an escaped line break', '内容: "甲\\\n  乙丙"\n', '乙', '乙'],
    ['double, a folded line break', '内容: "甲\n  乙丙"\n', '丙', '丙'],
    ['double, a backslash', '内容: "甲\\\\乙丙"\n', '乙', '乙'],
    ['literal', '内容: |\n  甲乙\n  丙丁\n', '丙', '丙'],
    ['literal with CRLF', '内容: |\r\n  甲乙\r\n  丙丁\r\n', '丁', '丁'],
    ['literal with a deeper line', '内容: |\n  甲\n    乙\n  丙\n', '乙', '乙'],
    ['literal with a header comment', '内容: |- # 甲\n  甲乙\n', '甲', '甲'],
    ['folded', '内容: >\n  甲乙\n  丙丁\n', '丁', '丁'],
    ['folded with an empty line', '内容: >\n  甲\n\n  乙丙\n', '丙', '丙'],
    ['folded with a deeper line', '内容: >\n  甲\n    乙\n  丙丁\n', '丁', '丁'],
    ['beyond the basic plane', '内容: 😀甲𠮷乙\n', '乙', '乙'],
  ])('%s', (_, text, part, source) => {
    expect(sourceOf(text, part)).toBe(source);
  });

  it('finds the header comment no part of the text', () => {
    const text = '内容: |- # 甲\n  甲乙\n';
    expect(sourceSpan(scalarAt(text), 0, 1)).toMatchObject({ start: 13, end: 14 });
  });

  it('gives an empty span for an empty part, also at the end', () => {
    const text = "内容: '甲''乙'\n";
    const node = scalarAt(text);
    expect(sourceSpan(node, 0, 0)).toMatchObject({ start: 5, end: 5 });
    expect(sourceSpan(node, 3, 3)).toMatchObject({ start: 9, end: 9 });
  });

  it('finds every character of every scalar of the seeds', () => {
    for (const { text } of seeds) {
      for (const node of scalarsOf(read(text).root)) {
        const value = String(node.value ?? '');
        const span = sourceSpan(node, 0, value.length);
        if (node.style === 'plain') expect(text.slice(span.start, span.end)).toBe(node.raw);
      }
    }
  });

  const part = fc.constantFrom('甲', '乙', '丙。', ' ', '，', '"', "'", '\\', '\n', '\t', '😀', ': ', '# ', '12');
  const value = fc.array(part, { minLength: 1, maxLength: 12 }).map((parts) => parts.join(''));
  const style = fc.constantFrom('PLAIN', 'QUOTE_SINGLE', 'QUOTE_DOUBLE', 'BLOCK_LITERAL', 'BLOCK_FOLDED');

  it('finds each visible character of any value in any style, and in order', () => {
    fc.assert(
      fc.property(value, style, fc.constantFrom(0, 20), fc.boolean(), (given, type, lineWidth, crlf) => {
        const written = stringify({ 内容: given }, { defaultStringType: type as 'PLAIN', lineWidth });
        // The package breaks lines between the halves of a character; no editor writes such a file.
        fc.pre(!/[\ud800-\udbff]\\/.test(written));
        const text = crlf ? written.replaceAll('\n', '\r\n') : written;
        const node = scalarAt(text);
        const read = String(node.value);
        let last = 0;
        for (let i = 0; i < read.length; i++) {
          const span = sourceSpan(node, i, i + 1);
          const source = text.slice(span.start, span.end);
          expect(span.start).toBeGreaterThanOrEqual(last);
          last = span.start;
          const character = read[i] ?? '';
          if (/\s/.test(character)) continue;
          const escaped: Record<string, string[]> = { '"': ['"', '\\"'], "'": ["'", "''"], '\\': ['\\', '\\\\'] };
          expect(escaped[character] ?? [character]).toContain(source);
        }
      }),
      { numRuns: 1500 },
    );
  });
});
