import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/model/document';
import type { IndicatorFile, Text } from '../../../server/src/model/types';
import { rewrite, spanIn } from '../../../server/src/rules/shared/text';
import { applyEdits } from '../../../server/src/text/edits';

const STYLES: Record<string, (value: string) => string> = {
  plain: (value) => value,
  single: (value) => `'${value.replaceAll("'", "''")}'`,
  double: (value) => JSON.stringify(value).replace('甲', '\\u7532'),
  literal: (value) => `|-\n  ${value.replaceAll('\n', '\n  ')}`,
};

function titleOf(source: string): { text: string; title: Text } {
  const text = `标题: ${source}\n县区: 某县\n`;
  const { title } = readDocument('file:///w/w.zhibiao.yaml', 'zhibiao', text).model as IndicatorFile;
  if (!title) throw new Error('the title could not be read');
  return { text, title };
}

describe('spanIn and rewrite', () => {
  const value = fc
    .array(fc.constantFrom('甲', '乙', '5月', '31', '”', '"', "'", '\\', 'A'), { minLength: 1 })
    .map((parts) => `题${parts.join('')}文`);

  it.each(Object.keys(STYLES))('find every character of a %s text', (style) => {
    fc.assert(
      fc.property(value, (wanted) => {
        const { text, title } = titleOf(STYLES[style]?.(wanted) ?? '');
        expect(title.value).toBe(wanted);
        for (let i = 0; i < wanted.length; i++) {
          const { start, end } = spanIn(title, { start: i, end: i + 1 });
          const found = text.slice(start, end);
          const written = [wanted[i], "''", '\\"', '\\\\', '\\u7532'];
          expect(written).toContain(found);
          if (found.length > 1) expect(found === "''" ? "'" : JSON.parse(`"${found}"`)).toBe(wanted[i]);
        }
      }),
    );
  });

  it.each(Object.keys(STYLES))('change a %s text into another', (style) => {
    fc.assert(
      fc.property(
        value,
        value.filter((text) => !/["'\\]/.test(text)),
        (before, after) => {
          const { text, title } = titleOf(STYLES[style]?.(before) ?? '');
          const changed = applyEdits(text, [rewrite(title, after)]);
          expect(titleOf(changed.slice('标题: '.length, changed.indexOf('\n县区'))).title.value).toBe(after);
        },
      ),
    );
  });

  it('takes a number by its written form', () => {
    const { text, title } = titleOf('5.30');
    const { start, end } = spanIn(title, { start: 2, end: 4 });
    expect(text.slice(start, end)).toBe('30');
    expect(applyEdits(text, [rewrite(title, '5月30日前')])).toBe('标题: 5月30日前\n县区: 某县\n');
  });
});
