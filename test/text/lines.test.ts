import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineIndex } from '../../server/src/text/lines';

describe('LineIndex', () => {
  it.each([
    ['', 1],
    ['甲', 1],
    ['甲\n', 2],
    ['甲\r\n乙', 2],
    ['甲\r乙', 2],
    ['\r\n\r\n', 3],
    ['\n\r', 3],
    ['\r\r\n\n', 4],
  ])('counts the lines of %j', (text, count) => {
    expect(new LineIndex(text).lineCount).toBe(count);
  });

  it.each([
    ['甲\n乙\n丙', '乙'],
    ['甲\r\n乙\r\n丙', '乙'],
    ['甲\r乙\r丙', '乙'],
    ['甲\n乙\r\n丙', '乙'],
  ])('gives a line of %j without its break', (text, line) => {
    const { start, end } = new LineIndex(text).lineSpan(1);
    expect(text.slice(start, end)).toBe(line);
  });

  it('counts UTF-16 code units, two for a character beyond the basic plane', () => {
    const lines = new LineIndex('😀甲\n𠮷乙');
    expect(lines.positionAt(2)).toEqual({ line: 0, character: 2 });
    expect(lines.positionAt(6)).toEqual({ line: 1, character: 2 });
    expect(lines.offsetAt({ line: 1, character: 2 })).toBe(6);
  });

  it('places the characters of a line break on the line that they end', () => {
    const lines = new LineIndex('甲\r\n乙');
    expect(lines.positionAt(1)).toEqual({ line: 0, character: 1 });
    expect(lines.positionAt(2)).toEqual({ line: 0, character: 2 });
    expect(lines.positionAt(3)).toEqual({ line: 1, character: 0 });
  });

  it('clamps what lies outside', () => {
    const lines = new LineIndex('甲乙\n丙');
    expect(lines.positionAt(-5)).toEqual({ line: 0, character: 0 });
    expect(lines.positionAt(99)).toEqual({ line: 1, character: 1 });
    expect(lines.offsetAt({ line: 0, character: 99 })).toBe(2);
    expect(lines.offsetAt({ line: 9, character: 0 })).toBe(4);
    expect(lines.offsetAt({ line: -1, character: 3 })).toBe(0);
    expect(lines.offsetAt({ line: 1, character: -3 })).toBe(3);
  });

  it('gives ranges for spans and back', () => {
    const lines = new LineIndex('甲乙\n丙丁');
    const range = { start: { line: 0, character: 1 }, end: { line: 1, character: 1 } };
    expect(lines.range({ start: 1, end: 4 })).toEqual(range);
    expect(lines.span(range)).toEqual({ start: 1, end: 4 });
  });

  it('leads every offset outside a line break to a position and back', () => {
    const text = fc.array(fc.constantFrom('甲', 'a', '😀', '\n', '\r', '\r\n'), { maxLength: 30 });
    fc.assert(
      fc.property(text, (parts) => {
        const whole = parts.join('');
        const lines = new LineIndex(whole);
        for (let line = 0; line < lines.lineCount; line++) {
          const { start, end } = lines.lineSpan(line);
          expect(whole.slice(start, end)).not.toMatch(/[\r\n]/);
          for (let at = start; at <= end; at++) expect(lines.offsetAt(lines.positionAt(at))).toBe(at);
        }
      }),
    );
  });

  it('finds the same lines with those of an earlier version at hand', () => {
    const parts = fc
      .array(fc.constantFrom('甲', 'a', '\n', '\r', '\r\n'), { maxLength: 20 })
      .map((all) => all.join(''));
    const startsOf = (lines: LineIndex) => Array.from({ length: lines.lineCount }, (_, i) => lines.lineSpan(i).start);
    fc.assert(
      fc.property(parts, fc.array(fc.tuple(fc.nat(20), fc.nat(5), parts), { maxLength: 4 }), (start, edits) => {
        let text = start;
        let lines = new LineIndex(text);
        for (const [where, length, newText] of edits) {
          startsOf(lines);
          const at = Math.min(where, text.length);
          const end = Math.min(at + length, text.length);
          text = text.slice(0, at) + newText + text.slice(end);
          lines = new LineIndex(text, lines, where % 2 ? { start: at, end, newEnd: at + newText.length } : undefined);
          expect(startsOf(lines)).toEqual(startsOf(new LineIndex(text)));
        }
      }),
      { numRuns: 500 },
    );
  });
});
