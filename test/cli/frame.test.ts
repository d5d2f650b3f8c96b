import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '../../server/src/cli/excerpt';
import { frame } from '../../server/src/cli/frame';
import { displayWidth } from '../../server/src/cli/width';
import { LineIndex } from '../../server/src/text/lines';

/** A text whose ⟦offending part⟧ is marked, as frame lines. */
function framed(marked: string, columns = 80): string[] {
  const start = marked.indexOf('⟦');
  const end = marked.indexOf('⟧') - 1;
  const { line, mark } = frame(excerpt(new LineIndex(marked.replace(/[⟦⟧]/g, '')), { start, end }), columns);
  return [line, mark];
}

describe('frame', () => {
  it('marks Chinese characters two columns wide each', () => {
    expect(framed('  牵头单位: [⟦区工信和商务局区民社局⟧, 区财政局]\n')).toEqual([
      '牵头单位: [区工信和商务局区民社局, 区财政局]',
      '           ~~~~~~~~~~~~~~~~~~~~~~',
    ]);
  });

  it('counts half-width, combining and astral characters as a terminal does', () => {
    expect(framed('é𠮷a: ⟦𠮷b⟧')).toEqual(['é𠮷a: 𠮷b', '      ~~~']);
    expect(framed('e\u0301: ⟦x⟧')).toEqual(['e\u0301: x', '   ~']);
  });

  it('keeps the indentation that is itself the fault', () => {
    expect(framed('  ⟦\u3000⟧- 序号: 1')).toEqual(['\u3000- 序号: 1', '~~']);
    expect(framed('⟦\t⟧- 序号: 1')).toEqual(['  - 序号: 1', '~~']);
  });

  it('shows controls and invisible characters, and marks what it shows', () => {
    expect(framed('a: x⟦\u200b⟧y\u001b[31m')).toEqual(['a: x‹U+200B›y‹U+001B›[31m', '    ~~~~~~~~']);
  });

  it('marks one column where there is nothing to mark', () => {
    expect(framed('责任单位:⟦⟧')).toEqual(['责任单位:', '         ~']);
    expect(framed('责⟦⟧任')).toEqual(['责任', '  ~~']);
    expect(framed('⟦⟧')).toEqual(['', '~']);
  });

  it('marks the rest of the line when the span goes on', () => {
    expect(framed('甲: |\n  乙⟦丙\n  丁⟧\n')).toEqual(['乙丙', '  ~~']);
  });

  it('cuts long lines around the mark', () => {
    const text = `内容: ${'前'.repeat(60)}⟦错⟧${'后'.repeat(60)}`;
    const [line = '', mark = ''] = framed(text, 40);
    expect(line).toBe('…前前前前前错后后后后后后后后后后后后后…');
    expect(mark).toBe('           ~~');
    expect(displayWidth(line)).toBeLessThanOrEqual(40);
  });

  it('cuts only one side where the mark is near the other', () => {
    expect(framed(`⟦错⟧${'后'.repeat(60)}`, 20)).toEqual(['错后后后后后后后后…', '~~']);
    expect(framed(`${'前'.repeat(60)}⟦错⟧`, 20)).toEqual(['…前前前前前前前前错', '                 ~~']);
  });

  it('is as wide as asked at most, whatever the line, and its mark stands under the line', () => {
    const text = fc.string({
      unit: fc.constantFrom('甲', 'a', '\t', '\u0301', '𠮷', '\u202e', ' ', '：'),
      maxLength: 200,
    });
    fc.assert(
      fc.property(text, fc.nat(200), fc.nat(200), fc.integer({ min: 20, max: 90 }), (line, a, b, columns) => {
        const span = { start: Math.min(a, b, line.length), end: Math.min(Math.max(a, b), line.length) };
        const { line: shown, mark } = frame(excerpt(new LineIndex(line), span), columns);
        expect(displayWidth(shown)).toBeLessThanOrEqual(columns);
        expect(mark).toMatch(/^ *~+$/);
        expect(mark.length).toBeLessThanOrEqual(columns + 1);
      }),
    );
  });

  it('reads only the neighbourhood of a mark in a line of a megabyte', () => {
    const lines = new LineIndex('甲'.repeat(1_000_000));
    const { text } = excerpt(lines, { start: 500_000, end: 500_003 });
    expect(text.length).toBeLessThan(1_000);
  });
});
