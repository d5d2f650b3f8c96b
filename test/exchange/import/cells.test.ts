import { describe, expect, it } from 'vitest';
import { readDeadlines } from '../../../server/src/exchange/import/deadlines';
import { groupEvidence, readEvidence } from '../../../server/src/exchange/import/evidence';
import { gluedNumber, wholeNumber } from '../../../server/src/exchange/import/looks';
import { splitItems } from '../../../server/src/exchange/import/numbered';
import { affinity, joinTitle, titlesIn, unwrapped } from '../../../server/src/exchange/import/titles';

describe('readDeadlines', () => {
  it.each<[string, { text: string; task?: string }[]]>([
    ['', []],
    ['5月30日前', [{ text: '5月30日前' }]],
    ['另行通知', [{ text: '另行通知' }]],
    ['3月底前；长期坚持', [{ text: '3月底前' }, { text: '长期坚持' }]],
    [
      '4月底前制定方案；\n10月底前：完成整改。',
      [
        { text: '4月底前', task: '制定方案' },
        { text: '10月底前', task: '完成整改' },
      ],
    ],
    ['4月底前制定方案；其余另行通知', [{ text: '4月底前制定方案；其余另行通知' }]],
  ])('%j', (text, expected) => {
    expect(readDeadlines(text)).toEqual(expected);
  });
});

describe('readEvidence', () => {
  it('joins lines that are not numbered', () => {
    expect(readEvidence('实地核查；\n\n提供说明。')).toEqual({ entries: ['实地核查；提供说明。'] });
  });

  it('makes an entry of each number', () => {
    expect(readEvidence('1. 清单； 2. 说明，见第3.2条。').entries).toEqual(['1. 清单；', '2. 说明，见第3.2条。']);
    expect(readEvidence('1.清单；\n\n2.说明。').entries).toEqual(['1.清单；', '2.说明。']);
    expect(readEvidence('2021. 年度报告').entries).toEqual(['2021. 年度报告']);
  });

  it('tells which items share it, and takes the lead off the group', () => {
    const { entries, group } = readEvidence('第 1、2、3 项指标，请合并提供下列材料： 1. 清单； 2. 说明。');
    expect(group).toEqual([1, 2, 3]);
    expect(entries).toEqual(['第 1、2、3 项指标，请合并提供下列材料：', '1. 清单；', '2. 说明。']);
    expect(groupEvidence(entries)).toEqual(['1. 清单；', '2. 说明。']);
  });

  it.each<[string, readonly number[] | null | undefined]>([
    ['55-58项由市场监管部门提供案卷。', [55, 56, 57, 58]],
    ['71-72合并提供：1.说明；2.清单。', [71, 72]],
    ['合并提供：会议记录', null],
    ['提供2020、2021年的说明', undefined],
    ['同第26项', undefined],
  ])('%s', (text, group) => {
    expect(readEvidence(text).group).toEqual(group);
  });

  it('leaves a lead that is part of the first entry', () => {
    const { entries } = readEvidence('71-72合并提供：1.区教育局说明；2.法院说明。');
    expect(entries).toEqual(['71-72合并提供：1.区教育局说明；', '2.法院说明。']);
    expect(groupEvidence(entries)).toEqual(entries);
  });
});

describe('numbers in cells', () => {
  it.each<[string, number | null]>([
    ['12', 12],
    ['１２', 12],
    ['12.', 12],
    ['12、', 12],
    ['①', 1],
    ['（12）', 12],
    ['第12项', 12],
    ['\u200b012', 12],
    ['三', null],
    ['12项', null],
    ['', null],
  ])('%s is %s', (text, expected) => {
    expect(wholeNumber(text)).toBe(expected);
  });

  it.each<[string, number | undefined]>([
    ['37.加强', 37],
    ['96 将法治', 96],
    ['<p>7. 全面', 7],
    ['2021年', undefined],
    ['1.5倍', undefined],
  ])('%s begins with %s', (text, expected) => {
    expect(gluedNumber(text)?.number).toBe(expected);
  });

  it('part the items of a cell where they go on', () => {
    expect(splitItems('63. 推行制度，提高2. 5个百分点。 64. 实行考核。', 63, false)).toEqual({
      lead: '',
      items: [
        { number: 63, text: '推行制度，提高2. 5个百分点。' },
        { number: 64, text: '实行考核。' },
      ],
    });
    expect(splitItems('<p>7. 甲。</p> <p>8. 乙。</p>', 7, false).items).toEqual([
      { number: 7, text: '<p>甲。</p>' },
      { number: 8, text: '<p>乙。</p>' },
    ]);
    expect(splitItems('续前。 3. 丙。', 3, false)).toEqual({ lead: '续前。', items: [{ number: 3, text: '丙。' }] });
    expect(splitItems('9. 丙。', 3, false).items).toEqual([]);
    expect(splitItems('9. 丙。', 3, true).items).toEqual([{ number: 9, text: '丙。' }]);
  });
});

describe('titles', () => {
  it('of several levels in one cell are parted', () => {
    expect(titlesIn('<p>二、完善制度</p> <p>5. 完善程序，提高参与度</p>')).toEqual([
      '二、完善制度',
      '5. 完善程序，提高参与度',
    ]);
    expect(titlesIn('四、\n\n行政执法')).toEqual(['四、行政执法']);
  });

  it.each([
    ['6. 健全 行政 执法 人员 管理 制度', '6. 健全行政执法人员管理制度'],
    ['八、法 治政 府建 设', '八、法治政府建设'],
    ['治教育 培训和 考查。', '治教育培训和考查。'],
    ['1. 推进“放管服”改革 持续优化营商环境', '1. 推进“放管服”改革 持续优化营商环境'],
  ])('unwrapped %s', (wrapped, expected) => {
    expect(unwrapped(wrapped)).toBe(expected);
  });

  it('are joined, a character at the break once', () => {
    expect(joinTitle('三、重大行政决策', '策科学民主')).toEqual({ title: '三、重大行政决策科学民主', overlap: '策' });
    expect(joinTitle('五、监督科学有', '效')).toEqual({ title: '五、监督科学有效', overlap: '' });
  });

  it('share words with their items', () => {
    expect(affinity('4. 全面推行重大执法决定法制审核制度。', '重大执法决定法制审核制度执行率达 100%。')).toBe(1);
    expect(affinity('15.加强行政执法保障', '加强执法培训、教育')).toBeLessThan(0.3);
    expect(affinity('', '')).toBe(0);
  });
});
