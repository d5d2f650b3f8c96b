import { describe, expect, it } from 'vitest';
import { findCopySlips } from '../../server/src/domain/near-copy';

const source =
  '全面推行监管，大力推进跨部门联合监管，对涉及本级政府及部门的政务咨询投诉举报及时处置、限时办结，答复依申请公开政府信息的部门。';

function slips(text: string): string[] {
  return findCopySlips(source, text).map(({ a, b }) => `${source.slice(a.start, a.end)}→${text.slice(b.start, b.end)}`);
}

describe('findCopySlips', () => {
  it.each([
    ['提供推进跨部门联全监管工作的情况说明', ['合→全']],
    ['提供部门的政务咨询投诉举报及时设置、限时办结情况说明', ['处→设']],
    ['提供政府对涉及本政府及部门的政务咨询投诉举报情况', ['级→']],
    ['提供单位对涉及本级政府及部们的政务咨询投诉举报情况', ['门→们']],
    ['提供大力推进跨部门联联合监管，对涉及的说明', ['→联']],
    ['提供大力推进跨部门联合监管的说明', []],
    ['提供依申请公开政府信息和部门清单', []],
    ['提供跨部门综合监管', []],
    ['', []],
  ])('%s', (text, expected) => {
    expect(slips(text)).toEqual(expected);
  });

  it('does not hang on repetition', () => {
    const long = '监管'.repeat(200_000);
    expect(findCopySlips(long, `${long}监营`)).toEqual([]);
  });
});
