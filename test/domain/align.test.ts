import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { align, type Hunk } from '../../server/src/domain/align';
import { normalizeText } from '../../server/src/domain/similarity';

/** The changes between two texts as `-dropped +added`. */
function changes(a: string, b: string): string[] {
  return align(a, b).flatMap(({ kind, aText, bText }) => (kind === 'equal' ? [] : [`-${aText} +${bText}`]));
}

describe('align', () => {
  it('spans the changed words only, in both originals', () => {
    expect(align('时限不超过 5 个工作日，并', '时限不超过3个工作日，并')).toEqual([
      {
        kind: 'equal',
        aSpan: { start: 0, end: 6 },
        bSpan: { start: 0, end: 5 },
        aText: '时限不超过 ',
        bText: '时限不超过',
      },
      { kind: 'replace', aSpan: { start: 6, end: 7 }, bSpan: { start: 5, end: 6 }, aText: '5', bText: '3' },
      {
        kind: 'equal',
        aSpan: { start: 7, end: 14 },
        bSpan: { start: 6, end: 12 },
        aText: ' 个工作日，并',
        bText: '个工作日，并',
      },
    ]);
  });

  it('sees no change in punctuation and blanks', () => {
    expect(align('法律、法规 规定的。', '法律法规，规定的').map(({ kind }) => kind)).toEqual(['equal']);
    expect(align('', '')).toEqual([]);
  });

  it('takes changes with a single equal character between them as one', () => {
    expect(changes('审批中介服务事项以及收费', '审批中介服务项目及收费')).toEqual(['-事项以 +项目']);
  });

  it('shifts an ambiguous change to the clause that it is', () => {
    expect(changes('评估结果应公开，评估过程应公开，评估人员名单保密', '评估结果应公开，评估人员名单保密')).toEqual([
      '-评估过程应公开 +',
    ]);
  });

  it('shifts it to either end of the text', () => {
    expect(changes('专家论证的规则明确。专业性强的事项，组织论证', '专业性强的事项，组织论证')).toEqual([
      '-专家论证的规则明确 +',
    ]);
    expect(changes('定期论证，组织论证', '定期论证')).toEqual(['-组织论证 +']);
  });

  it('keeps a closing mark with the bracket that opened in the change', () => {
    expect(changes('活动场所，推行记录', '编制《音像记录事项清单》。活动场所，推行记录')).toEqual([
      '- +编制《音像记录事项清单》',
    ]);
  });

  it('covers both texts in order, whatever they are', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 30 }),
      fc.string({ unit: fc.constantFrom(...'甲乙丙丁，。（） 《》𠮷'), maxLength: 40 }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const hunks = align(a, b);
        expect(hunks.map((hunk) => hunk.aText).join('')).toBe(a);
        expect(hunks.map((hunk) => hunk.bText).join('')).toBe(b);
        let end: Pick<Hunk, 'aSpan' | 'bSpan'> = { aSpan: { start: 0, end: 0 }, bSpan: { start: 0, end: 0 } };
        for (const hunk of hunks) {
          expect(hunk.aSpan.start).toBe(end.aSpan.end);
          expect(hunk.bSpan.start).toBe(end.bSpan.end);
          expect(a.slice(hunk.aSpan.start, hunk.aSpan.end)).toBe(hunk.aText);
          expect(b.slice(hunk.bSpan.start, hunk.bSpan.end)).toBe(hunk.bText);
          expect(normalizeText(hunk.aText) === normalizeText(hunk.bText)).toBe(hunk.kind === 'equal');
          end = hunk;
        }
        expect(hunks.some(({ kind }) => kind !== 'equal')).toBe(normalizeText(a) !== normalizeText(b));
      }),
      { numRuns: 500 },
    );
  });

  it('does not hang on a megabyte', () => {
    const hunks = align('甲乙丙丁，'.repeat(200_000), '子丑寅卯。'.repeat(200_000));
    expect(hunks.map(({ kind }) => kind)).toContain('replace');
    align('甲'.repeat(1_000_000), '乙甲'.repeat(500_000));
  });
});
