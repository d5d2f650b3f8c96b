import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { applyEdits, EditSet, OffsetMap, withoutOverlaps } from '../../server/src/text/edits';
import type { TextEdit } from '../../server/src/text/span';

const edit = (start: number, end: number, newText: string): TextEdit => ({ span: { start, end }, newText });

/** Edits of a text with 20 characters, in any order, overlapping or not. */
const edits = fc.array(
  fc
    .tuple(fc.nat(20), fc.nat(4), fc.string({ maxLength: 4 }))
    .map(([start, length, newText]) => edit(start, Math.min(start + length, 20), newText)),
  { maxLength: 8 },
);
const text = '一二三四五六七八九十甲乙丙丁戊己庚辛壬癸';

describe('withoutOverlaps', () => {
  it('sorts, and keeps the first of those that collide', () => {
    expect(withoutOverlaps([edit(5, 6, 'b'), edit(0, 2, 'a'), edit(1, 3, 'x')])).toEqual([
      edit(0, 2, 'a'),
      edit(5, 6, 'b'),
    ]);
    expect(withoutOverlaps([edit(2, 2, 'a'), edit(2, 2, 'b')])).toEqual([edit(2, 2, 'a')]);
  });

  it('lets neighbours stand', () => {
    expect(withoutOverlaps([edit(2, 4, 'b'), edit(0, 2, 'a')])).toHaveLength(2);
    expect(withoutOverlaps([edit(0, 2, 'a'), edit(2, 2, 'b')])).toHaveLength(2);
  });
});

describe('applyEdits', () => {
  it('replaces, inserts and deletes', () => {
    expect(applyEdits('甲乙丙', [edit(0, 0, '〇'), edit(1, 2, ''), edit(3, 3, '丁')])).toBe('〇甲丙丁');
  });
});

describe('OffsetMap', () => {
  it('leads offsets behind an edit back by its growth, and new text to what it replaced', () => {
    // 甲乙丙丁 → 甲XYZ丁
    const map = new OffsetMap([edit(1, 3, 'XYZ')]);
    expect([0, 1, 2, 3, 4, 5].map((offset) => map.before(offset))).toEqual([0, 1, 2, 3, 3, 4]);
  });

  it('leads a deletion to its end', () => {
    const map = new OffsetMap([edit(1, 3, '')]);
    expect([0, 1, 2].map((offset) => map.before(offset))).toEqual([0, 3, 4]);
  });

  it('is monotonous, and right for every character that no edit touched', () => {
    fc.assert(
      fc.property(edits, (some) => {
        const kept = withoutOverlaps(some);
        const after = applyEdits(text, kept);
        const map = new OffsetMap(kept);
        let last = 0;
        for (let offset = 0; offset <= after.length; offset++) {
          const before = map.before(offset);
          expect(before).toBeGreaterThanOrEqual(last);
          expect(before).toBeLessThanOrEqual(text.length);
          last = before;
        }
        let shift = 0;
        let at = 0;
        for (const { span, newText } of [...kept, edit(text.length, text.length, '')]) {
          for (; at < span.start; at++) expect(map.before(at + shift)).toBe(at);
          shift += newText.length - (span.end - span.start);
          at = span.end;
        }
      }),
    );
  });
});

describe('EditSet', () => {
  it('takes a group whole or not at all', () => {
    const set = new EditSet();
    expect(set.add([edit(0, 1, 'a'), edit(5, 6, 'b')])).toBe(true);
    expect(set.add([edit(2, 3, 'c'), edit(5, 7, 'd')])).toBe(false);
    expect(set.edits).toEqual([edit(0, 1, 'a'), edit(5, 6, 'b')]);
  });

  it('takes the same edit twice as one', () => {
    const set = new EditSet();
    set.add([edit(0, 1, 'a')]);
    expect(set.add([edit(0, 1, 'a'), edit(3, 4, 'b')])).toBe(true);
    expect(set.edits).toHaveLength(2);
  });

  it('refuses two insertions at one place, and edits that collide within a group', () => {
    const set = new EditSet();
    set.add([edit(2, 2, 'a')]);
    expect(set.add([edit(2, 2, 'b')])).toBe(false);
    expect(new EditSet().add([edit(0, 3, 'a'), edit(1, 2, 'b')])).toBe(false);
  });

  it('never holds edits that cannot be applied together', () => {
    fc.assert(
      fc.property(fc.array(edits, { maxLength: 5 }), (groups) => {
        const set = new EditSet();
        for (const group of groups) set.add(group);
        expect(withoutOverlaps(set.edits)).toEqual(set.edits);
      }),
    );
  });
});
