import { describe, expect, it } from 'vitest';
import { wordsAt } from '../../server/src/domain/word';

describe('wordsAt', () => {
  it.each([
    ['大力推进跨部门联⟦合⟧监管', '联合'],
    ['全面开展政⟦务⟧服务“好差评”', '政务'],
    ['举报及时⟦处⟧置、限时办结', '处置'],
    ['突发事件处置⟦中⟧需要', '置中'],
    ['⟦应⟧当', '应当'],
    ['甲', '甲'],
  ])('%s', (marked, expected) => {
    const start = Math.max(0, marked.indexOf('⟦'));
    const end = marked.includes('⟧') ? marked.indexOf('⟧') - 1 : 1;
    const text = marked.replace(/[⟦⟧]/g, '');
    const span = wordsAt(text, { start, end });
    expect(text.slice(span.start, span.end)).toBe(expected);
  });

  it('takes the words on both sides of a gap', () => {
    const span = wordsAt('全面实施行政事业性收费', { start: 6, end: 6 });
    expect(span.start).toBeLessThan(6);
    expect(span.end).toBeGreaterThan(6);
  });
});
