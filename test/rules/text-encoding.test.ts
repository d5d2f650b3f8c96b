import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/model/document';
import { runRules } from '../../server/src/rules/engine';
import { renderMessage } from '../../server/src/rules/finding';
import { textEncoding } from '../../server/src/rules/text-encoding';
import { findingsOf, fixedText, item, testRule } from './harness';

const content = (text: string) => item('责任单位: [甲]').replace('做一件事', text);
const tag = '文字里混入了网页标签「<p>」，请删去。';
const tags = (count: number, text: string) => `文字里混入了${count}个网页标签，如「${text}」。请删去。`;

testRule(textEncoding, {
  valid: [
    content('建立12345热线，GDP增长，“1+1+N”，N项服务，“互联网+”。'),
    item('责任单位: [甲]', '单位名录: ./qinshui.danwei.yaml\n'),
    { text: '规则:\n  number-gap: warning\n忽略: ["old/**"]\n要求库: [./my.yaoqiu.yaml]\n', kind: 'config' },
    { text: '县区: 某县\n单位:\n  - 名称: 县司法局\n    别名: [县局]\n', kind: 'danwei' },
    // Variants are quoted as they were printed.
    {
      text: '名称: 甲\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 甲\n        异文:\n          - { 来源: 兰陵, 文字: 行政執法 responsibility 制 }\n          - 行政執法\n',
      kind: 'yaoqiu',
    },
  ],
  invalid: [
    {
      text: content('⟦<p>⟧全面推行监管。</p>'),
      says: tags(2, '<p>'),
      fixed: content('全面推行监管。'),
    },
    { text: content('"⟦<p>⟧1,5号"'), says: tag, fixed: content('"1,5号"') },
    // Without its tags the text would be read as something else, so it gets quotes.
    { text: content('⟦<p>⟧2021</p>'), says: tags(2, '<p>'), fixed: content('"2021"') },
    { text: content('⟦<p>⟧[甲]</p>'), says: tags(2, '<p>'), fixed: content('"[甲]"') },
    { text: content('⟦<p>⟧</p>').replace('⟧</p>', '</p>⟧'), says: '文字里混入了网页标签「<p></p>」，请删去。' },
    {
      text: content('|\n          ⟦<p>⟧ 甲。</p>\n          <p>乙。</p>').replaceAll('\n', '\r\n'),
      says: tags(4, '<p>'),
      fixed: content('|\n          甲。\n          乙。').replaceAll('\n', '\r\n'),
    },
    { text: content('甲⟦<b>⟧乙</b>丙&amp;丁'), says: tags(3, '<b>'), fixed: content('甲乙丙&丁') },
    // The words of two lines or cells would run together: a person has to look.
    {
      text: content('甲项⟦</p><p>⟧乙项'),
      says: '文字里混入了网页标签「</p><p>」，请删去。',
      fix: { title: '删去网页标签', gives: content('甲项乙项') },
    },
    { text: content('追究 ⟦responsibility⟧。'), says: '文字里混入了外文「responsibility」，请改为中文，或删去。' },
    {
      text: item('责任单位: [县⟦執⟧法局, "县\\u⟦6b0⟧a局"]').replace('\\u⟦6b0⟧a', '权'),
      says: '「執」是繁体字，应为「执」。',
      fixed: item('责任单位: [县执法局, "县权局"]'),
    },
    {
      text: content('"行政⟦\\u57f7⟧法制⟦權統⟧一"'),
      says: ['「執」是繁体字，应为「执」。', '「權統」是繁体字，应为「权统」。'],
      fixed: content('"行政执法制权统一"'),
    },
    {
      text: content('"甲⟦\\u200b⟧乙⟦\uE000⟧丙"'),
      says: [
        '文字里混入了看不见的控制字符（U+200B），请删去。',
        '「\uE000」（U+E000）是自造字，换一台电脑就显示不出来。请对照原文改正。',
      ],
    },
    {
      text: content('甲⟦\u200b⟧乙\u200b\u200b丙\u200e丁'),
      says: '文字里混入了3处看不见的控制字符，如 U+200B。请删去。',
      fixed: content('甲乙丙丁'),
    },
    { text: content('甲⟦\uFFFD\uFFFD⟧乙'), says: '这里有2个字读不出来，显示为「\uFFFD」。请对照原文补上。' },
    {
      text: `# ⟦\uFFFD⟧\uFFFD\n${content('甲\uFFFD乙'.repeat(20))}`,
      says: '文件编码不是 UTF-8，有22个字读不出来，显示为「\uFFFD」。多半是按 GBK 保存的，请找到原文件，另存为 UTF-8 编码。',
    },
    {
      text: '县区: 某县\n单位:\n  - 名称: 县司法局⟦<br>⟧\n    曾用名: [县⟦執⟧法局]\n',
      kind: 'danwei',
      says: ['文字里混入了网页标签「<br>」，请删去。', '「執」是繁体字，应为「执」。'],
      fixed: '县区: 某县\n单位:\n  - 名称: 县司法局\n    曾用名: [县执法局]\n',
    },
    { text: '要求库: [⟦<b>⟧甲]\n', kind: 'config', says: '文字里混入了网页标签「<b>」，请删去。' },
  ],
});

describe('text-encoding', () => {
  it('leaves a traditional file in peace', () => {
    const text = content('嚴格執行行政執法責任制與權責統一'.repeat(10));
    expect(findingsOf(textEncoding, text)).toEqual([]);
  });

  it.each([
    ['gb18030', '文件是 GB18030（GBK） 编码，应另存为 UTF-8。已按该编码读出并检查。', 1],
    ['utf-16le', '文件是 UTF-16 编码，应另存为 UTF-8。已按该编码读出并检查。', 1],
    ['binary', '这不是文字文件，没有检查。', 0],
  ])('says once that a file is in %s', (foreignEncoding, says, end) => {
    const text = end === 0 ? '' : item('责任单位: [甲]');
    const document = readDocument('file:///w/w.zhibiao.yaml', 'zhibiao', text, { foreignEncoding });
    const findings = runRules(document, [textEncoding], {});
    expect(findings.map(({ span, message, fixes }) => ({ span, says: renderMessage(message), fixes }))).toEqual([
      { span: { start: 0, end }, says, fixes: [] },
    ]);
  });

  it('takes tags out and leaves the rest of a file as it was', () => {
    const piece = fc.constantFrom('甲。', '<p>', '</p>', '<br>', '<b>', '&nbsp;', ' ', '1', '“乙”');
    const style = fc.constantFrom(
      (text: string) => text,
      (text: string) => `"${text}"`,
      (text: string) => `|-\n          ${text}`,
    );
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1 }), style, (pieces, written) => {
        const text = content(written(`甲${pieces.join('')}乙`));
        const fixed = fixedText(textEncoding, text, {});
        expect(fixed).toBe(text.replace(/<[^>]*>|&nbsp;/g, (found) => (fixed.includes(found) ? found : '')));
      }),
    );
  });
});
