import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { numberDuplicate } from '../../../server/src/rules/number-duplicate';
import { numberGap } from '../../../server/src/rules/number-gap';
import { numberOrder } from '../../../server/src/rules/number-order';
import { applyEdits, withoutOverlaps } from '../../../server/src/text/edits';
import { findingsOf, items } from '../harness';

const rules = [numberGap, numberDuplicate, numberOrder];
const all = (text: string) => rules.flatMap((rule) => findingsOf(rule, text));

describe('renumberFixes', () => {
  it('gives 1..N whatever the numbers were, by any finding or by all together', () => {
    const numbers = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(numbers, (list) => {
        const text = items(...list);
        const wanted = items(...list.map((_, index) => index + 1));
        const found = all(text);
        expect(found.length === 0).toBe(text === wanted);
        for (const { fixes } of found) expect(applyEdits(text, fixes[0]?.edits ?? [])).toBe(wanted);
        const edits = found.flatMap(({ fixes }) => fixes[0]?.edits ?? []);
        expect(applyEdits(text, withoutOverlaps(edits))).toBe(wanted);
      }),
      { numRuns: 60 },
    );
  });

  it('keeps references on their items when two of these are swapped', () => {
    const file = (numbers: number[], text: string) => `${items(...numbers)}        备注: ${text}\n`;
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), (n) => {
        const order = [1, 2, 3, 4, 5, 6, 7, 8].map((m) => (m === n ? n + 1 : m === n + 1 ? n : m));
        const text = file(order, '同第3项、第6项');
        const place = (m: number) => order.indexOf(m) + 1;
        const [finding] = all(text);
        expect(finding?.fixes[0]?.safe).toBe(true);
        const wanted = file([1, 2, 3, 4, 5, 6, 7, 8], `同第${place(3)}项、第${place(6)}项`);
        expect(applyEdits(text, finding?.fixes[0]?.edits ?? [])).toBe(wanted);
      }),
    );
  });
});
