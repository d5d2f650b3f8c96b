import { describe, expect, it, vi } from 'vitest';
import { rememberTexts } from '../../server/src/text/memo';

describe('rememberTexts', () => {
  it('works a text out once', () => {
    const work = vi.fn((text: string) => [text.length]);
    const remembered = rememberTexts(work);
    expect(remembered('甲乙')).toEqual([2]);
    expect(remembered('甲乙')).toBe(remembered('甲乙'));
    expect(remembered('丙')).toEqual([1]);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('does not keep long texts', () => {
    const work = vi.fn((text: string) => text.length);
    const remembered = rememberTexts(work);
    const long = '长'.repeat(100_000);
    expect([remembered(long), remembered(long)]).toEqual([100_000, 100_000]);
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('forgets before it has kept too much', () => {
    const work = vi.fn((text: string) => text);
    const remembered = rememberTexts(work);
    for (let i = 0; i <= 40_000; i++) remembered(String(i));
    const before = work.mock.calls.length;
    expect(remembered('0')).toBe('0');
    expect(work).toHaveBeenCalledTimes(before + 1);
  });
});
