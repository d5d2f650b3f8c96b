import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../../server/src/model/document';
import type { IndicatorFile } from '../../../server/src/model/types';
import { reorder } from '../../../server/src/rules/shared/reorder';
import { applyEdits, withoutOverlaps } from '../../../server/src/text/edits';
import { seed } from '../../service/harness';

function read(text: string) {
  const { lines, model } = readDocument('file:///w/a.zhibiao.yaml', 'zhibiao', text);
  return { lines, file: model as IndicatorFile };
}

/** The text with item `from` (an index) in the place of item `to`, or undefined where it cannot be moved. */
function moved(text: string, from: number, to: number): string | undefined {
  const { lines, file } = read(text);
  const [run] = file.runs;
  const item = run?.items[from];
  const edits = run && item ? reorder(lines, file, run, item, to) : [];
  expect(withoutOverlaps(edits)).toHaveLength(edits.length);
  return edits.length > 0 ? applyEdits(text, withoutOverlaps(edits)) : undefined;
}

const contents = ({ items }: IndicatorFile) => items.map(({ content }) => content?.value);
const numbers = ({ items }: IndicatorFile) => items.map(({ number }) => number?.value);
/** The texts of the items that each group means. */
function groups(file: IndicatorFile): (string | undefined)[][] {
  const byNumber = new Map(file.items.map(({ number, content }) => [number?.value, content?.value]));
  return file.groups.map(({ targets }) => targets?.targets.map((number) => byNumber.get(number)) ?? []);
}

describe('reorder', () => {
  const text = seed('corrected/qinshui/qinshui.zhibiao.yaml');
  const { file } = read(text);
  const index = fc.integer({ min: 0, max: file.items.length - 1 });

  it('moves one item; places keep their numbers, and groups have the items that they had', () => {
    fc.assert(
      fc.property(index, index, fc.boolean(), (from, to, isCrlf) => {
        const after = moved(isCrlf ? text.replaceAll('\n', '\r\n') : text, from, to);
        if (after === undefined) {
          // The only item of a section stays.
          expect(from === to || file.items[from]?.section?.items.length === 1).toBe(true);
          return;
        }
        const result = read(after).file;
        const order = contents(file);
        order.splice(to, 0, ...order.splice(from, 1));
        expect(contents(result)).toEqual(order);
        expect(numbers(result)).toEqual(numbers(file));
        const before = groups(file);
        for (const [i, group] of groups(result).entries())
          expect(group).toEqual(expect.arrayContaining(before[i] ?? []));
      }),
      { numRuns: 60 },
    );
  });

  it('and back gives the text as it was, within a section', () => {
    fc.assert(
      fc.property(index, fc.integer({ min: -3, max: 3 }), (from, by) => {
        const to = from + by;
        fc.pre(by !== 0 && file.items[to]?.section === file.items[from]?.section);
        const there = moved(text, from, to) ?? '';
        expect(there).not.toBe('');
        // A number list that was written out stays so: the same items, in other words.
        const plain = (one: string) => one.replace(/^ {2}- 指标: .*$/gm, '');
        const back = moved(there, to, from) ?? '';
        expect(plain(back)).toBe(plain(text));
        expect(groups(read(back).file).map((group) => [...group].sort())).toEqual(
          groups(file).map((group) => [...group].sort()),
        );
      }),
      { numRuns: 60 },
    );
  });

  it('leaves an extract alone', () => {
    const extract = text.replace('县区: 沁水县', '县区: 沁水县\n节选: true');
    expect(moved(extract, 3, 5)).toBeUndefined();
  });
});
