import { describe, expect, it } from 'vitest';
import { understand } from '../../../server/src/exchange/import/index';
import { sourceOf } from './grids';

const plan = (...paragraphs: string[]) => {
  const { documents } = understand(
    sourceOf('甲县法治政府建设实施方案', '一、总体要求', '以习近平法治思想为指导。', ...paragraphs),
  );
  const [document] = documents;
  if (!document) throw new Error('nothing was understood');
  return document;
};
const itemsOf = (...paragraphs: string[]) =>
  plan(...paragraphs).sections.flatMap(({ items, sections }) => [
    ...items,
    ...sections.flatMap((section) => section.items),
  ]);

describe('measures in running text', () => {
  it.each([
    '（责任单位：县司法局、县财政局；完成时限：6月底前）',
    '(责任单位：县司法局 县财政局；完成时限：6月底前)。',
    '【责任单位：县司法局、县财政局；完成时限：6月底前】',
  ])('name their units in brackets: %s', (assignment) => {
    expect(itemsOf('二、职能', '（一）放权', `1. 优化职能。完善监管职能。${assignment}`)).toMatchObject([
      {
        number: 1,
        name: '优化职能',
        text: '完善监管职能。',
        answer: ['县司法局', '县财政局'],
        deadlines: [{ text: '6月底前' }],
      },
    ]);
  });

  it('tell who leads and who cooperates, also in a sentence or a paragraph of its own', () => {
    const roles = { lead: ['县司法局'], cooperate: ['县财政局', '各乡镇'] };
    expect(
      itemsOf('二、职能', '1. 完善职能，优化监管。牵头单位：县司法局；配合单位：县财政局、各乡镇。'),
    ).toMatchObject([roles]);
    expect(
      itemsOf('二、职能', '1. 完善职能，优化监管。', '牵头单位：县司法局；配合单位：县财政局、各乡镇', '2. 减证。'),
    ).toMatchObject([roles, {}]);
  });

  it.each<[string, object]>([
    [
      '（县司法局牵头，各部门配合，6月底前完成）',
      { lead: ['县司法局'], cooperate: ['各部门'], deadlines: [{ text: '6月底前' }] },
    ],
    ['（县司法局、县财政局按职责分工负责）', { lead: [], answer: ['县司法局', '县财政局'] }],
    ['责任单位：各行政执法单位。完成时限：持续推进', { answer: ['各行政执法单位'], deadlines: [{ text: '持续推进' }] }],
  ])('end in a sentence that says who does it: %s', (words, expected) => {
    expect(itemsOf('二、职能', `1. 完善职能，优化监管。${words}`)).toMatchObject([
      { text: '完善职能，优化监管。', ...expected },
    ]);
  });

  it('leave a sentence in brackets that is none of units', () => {
    const text = '完善职能（由县领导牵头，定期协调）。';
    expect(itemsOf('二、职能', `1. ${text}`)).toMatchObject([{ text, lead: [] }]);
  });

  it('have no numbers of pages among them', () => {
    expect(
      itemsOf('二、职能', '1. 完善经济调节、市场监管、公共服务、生态环境保护、社会', '— 2 —', '管理职能。'),
    ).toMatchObject([{ text: '完善经济调节、市场监管、公共服务、生态环境保护、社会管理职能。' }]);
  });

  it('belong to the year of their title', () => {
    const source = sourceOf('甲县2024年工作要点', '一、职能', '1. 完善监管职能，优化服务。');
    expect(understand(source).documents.map(({ year }) => year)).toEqual([2024]);
  });

  it('leave brackets that name nothing', () => {
    expect(itemsOf('二、职能', '1. 完善职能（责任：见附件）。')).toMatchObject([
      { text: '完善职能（责任：见附件）。', answer: [] },
    ]);
  });

  it('are joined over page breaks, and followed by paragraphs of their own', () => {
    expect(
      itemsOf(
        '二、职能',
        '1. 完善经济调节、市场监管、公共服务、生态环境保护、社会',
        '管理职能。',
        '强化执行。',
        '2. 减证。',
      ),
    ).toMatchObject([
      { text: '完善经济调节、市场监管、公共服务、生态环境保护、社会管理职能。强化执行。' },
      { text: '减证。' },
    ]);
  });

  it('may stand below their titles', () => {
    expect(
      itemsOf(
        '二、职能',
        '1. 优化职能',
        '完善监管职能。',
        '强化执行。',
        '2. 减证便民',
        '取消证明。',
        '各单位要抓好落实。',
      ),
    ).toMatchObject([
      { number: 1, name: '优化职能', text: '完善监管职能。强化执行。' },
      { number: 2, name: '减证便民', text: '取消证明。' },
    ]);
  });

  it('leave the rest to 说明', () => {
    expect(plan('二、职能', '1. 完善监管职能。', '各单位要抓好落实。').notes).toEqual([
      '一、总体要求',
      '以习近平法治思想为指导。',
      '各单位要抓好落实。',
    ]);
  });

  it('may have three levels of titles', () => {
    const { sections } = plan(
      '二、职能',
      '（一）放权',
      '1. 审批',
      '（1）优化流程，压缩时限。',
      '三、制度',
      '（一）规范',
      '1. 制定',
      '（1）公开征求意见。',
    );
    expect(sections.map(({ title, sections: inner }) => [title, inner.map((section) => section.title)])).toEqual([
      ['二、职能', ['（一）放权 1. 审批']],
      ['三、制度', ['（一）规范 1. 制定']],
    ]);
  });

  it('are none where the text has no numbers', () => {
    expect(understand(sourceOf('通知', '各单位：', '请抓好落实。')).documents).toEqual([]);
  });
});
