import { describe, expect, it } from 'vitest';
import { textDuplicate } from '../../server/src/rules/text-duplicate';
import { findingsOf, testRule } from './harness';

const LONG = '法治观念强不强、法治素养好不好成为衡量干部德才的重要标准，能不能遵守法律成为考察干部的重要内容。';
const SENTENCE = '严格执行重大行政执法决定法制审核制度，所有决定均经过法制机构审核';
const file = (...contents: string[]) =>
  `一级指标:\n  - 名称: 一、甲\n    三级指标:\n${contents
    .map((content, i) => `      - 序号: ${i + 87}\n        内容: ${content}\n`)
    .join('')}`;

testRule(textDuplicate, {
  valid: [
    file('全面普及行政审批服务', '编制并公布权责清单'),
    file('', ''),
    // Thirteen characters are no evidence.
    file('甲事。加强行政执法人员资格管理制', '乙乙乙事。加强行政执法人员资格管理制'),
    `${file(LONG)}附加项:\n  加分项:\n    - { 序号: 1, 内容: ${LONG} }\n考核方式:\n  - { 名称: 甲, 内容: ${LONG} }\n`,
    file(`${SENTENCE}。${SENTENCE}。`),
  ],
  invalid: [
    { text: file(LONG, `⟦${LONG}⟧`), says: '与第87项内容相同。' },
    { text: file(LONG, `"⟦${LONG.replaceAll('，', ',')}⟧"`), says: '与第87项内容相同。' },
    { text: file(LONG, '别的事', `⟦${LONG.replace('衡量', '考量')}⟧`), says: '与第87项内容相近（相似度98%）。' },
    {
      text: `编号: 分级\n${file(LONG, `⟦${LONG}⟧`)}`.replaceAll('\n', '\r\n'),
      says: '与第5行内容相同。',
    },
    {
      text: file(
        `<p>案件移送制度建立并全面执行，信息共享。${SENTENCE}。</p>`,
        `<p>⟦${SENTENCE}⟧。明确法治审核机构和人员，人员不少于总数的5%。</p>`,
      ),
      says: [{ says: '这句话在第87项中已经出现。', severity: 'warning' }],
    },
    {
      text: file(
        `案件移送制度建立并全面执行，信息共享，案情通报。${SENTENCE}。${LONG}另有三件事要做。`,
        `|\n          ⟦${SENTENCE}。\n          ${LONG.slice(0, -1)}⟧。\n          明确法治审核机构和人员，人员不少于本单位执法人员总数的百分之五。`,
      ),
      says: [{ says: '这句话在第87项中已经出现。', severity: 'warning' }],
    },
    // The third shares the sentence because it is a copy of the second.
    {
      text: file(
        `案件移送制度建立并全面执行，信息共享。${SENTENCE}。`,
        `⟦${SENTENCE}⟧。明确法治审核机构和人员，不少于总数的5%。`,
        `⟦${SENTENCE}。明确法治审核机构和人员，不少于总数的5%。⟧`,
      ),
      says: [{ says: '这句话在第87项中已经出现。', severity: 'warning' }, '与第88项内容相同。'],
    },
  ],
});

describe('text-duplicate', () => {
  it('points at the earlier text', () => {
    const text = file(LONG, LONG);
    const [finding] = findingsOf(textDuplicate, text);
    expect(finding?.related.map(({ span }) => text.slice(span.start, span.end))).toEqual([LONG]);
    expect(finding?.related[0]?.span.start).toBe(text.indexOf(LONG));
  });

  it('does not hang on hostile texts', () => {
    expect(findingsOf(textDuplicate, file('<'.repeat(200_000), `${'<p'.repeat(100_000)}`))).toHaveLength(0);
    expect(
      findingsOf(textDuplicate, file(`${SENTENCE}。`.repeat(3000), `${SENTENCE}。甲。`.repeat(3000))),
    ).toHaveLength(1);
  });
});
