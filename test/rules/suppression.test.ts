import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/model/document';
import { runRules } from '../../server/src/rules/engine';
import { renderMessage } from '../../server/src/rules/finding';
import type { Rule } from '../../server/src/rules/rule';
import { applySuppressions } from '../../server/src/rules/suppress';
import { applyEdits } from '../../server/src/text/edits';
import { marked } from './harness';

/** Stands for any rule: finds each 甲 of a text. */
const findsJia: Rule = {
  id: 'finds-jia',
  summary: '',
  severity: 'error',
  fixable: false,
  kinds: ['zhibiao'],
  messages: { jia: '甲' },
  check({ document, report }) {
    for (const { index } of document.lines.text.matchAll(/甲/g)) {
      report({ at: { start: index, end: index + 1 }, message: 'jia' });
    }
  },
};
const KNOWN = ['finds-jia', 'other-rule', 'suppression'];

function check(text: string, severities = {}) {
  const document = readDocument('file:///w/w.zhibiao.yaml', 'zhibiao', text);
  const findings = applySuppressions(document, runRules(document, [findsJia], {}, severities), severities, KNOWN);
  return {
    kept: findings.filter(({ rule }) => rule === 'finds-jia').map(({ span }) => document.lines.lineAt(span.start) + 1),
    about: findings.filter(({ rule }) => rule === 'suppression'),
  };
}

describe('what is silenced', () => {
  it.each([
    ['disable-line: its own line', '标题: 甲 # zhibiao-disable-line finds-jia 原文如此\n县区: 甲\n', [2]],
    ['disable-next-line: the line below', '# zhibiao-disable-next-line finds-jia 原文如此\n标题: 甲\n县区: 甲\n', [3]],
    ['disable-file: everything', '# zhibiao-disable-file finds-jia 原文如此\n标题: 甲\n县区: 甲\n', []],
    ['with CRLF', '标题: 甲 # zhibiao-disable-line finds-jia 原文如此\r\n县区: 甲\r\n', [2]],
    ['by colon and dash', '标题: 甲 # zhibiao-disable-line finds-jia: 原文如此\n', []],
    [
      'comments in a pile: the line below them all',
      '  # zhibiao-disable-next-line other-rule 原文如此\n  # zhibiao-disable-next-line finds-jia 原文如此\n标题: 甲\n',
      [],
    ],
    ['all findings of the line', '标题: 甲甲 # zhibiao-disable-line finds-jia 原文如此\n', []],
    ['no finding of another rule', '标题: 甲 # zhibiao-disable-line other-rule 原文如此\n', [1]],
    ['nothing without a rule', '标题: 甲 # zhibiao-disable-line\n', [1]],
    ['also without a reason', '标题: 甲 # zhibiao-disable-line finds-jia\n', []],
    ['nothing by a comment inside quotes', '标题: "甲 # zhibiao-disable-line finds-jia 理由"\n', [1]],
    [
      'nothing by a line of a block text',
      '说明: |\n  # zhibiao-disable-next-line finds-jia 理由\n  甲\n备注: 甲 # zhibiao-disable-line finds-jia 理由\n',
      [3],
    ],
    ['by a comment behind the header of a block text', '甲: | # zhibiao-disable-line finds-jia 理由\n  文字\n', []],
    [
      'any line of a block text, by a comment above it',
      '# zhibiao-disable-next-line finds-jia 原文如此\n说明: >-\n  文\n  甲\n备注: 甲\n',
      [5],
    ],
    [
      'any line of a text in quotes, by a comment above it',
      '# zhibiao-disable-next-line finds-jia 原文如此\n说明: "文\n  甲"\n',
      [],
    ],
    [
      'the last line of a text, by a comment behind it',
      '说明: "甲\n  甲" # zhibiao-disable-line finds-jia 原文如此\n',
      [1],
    ],
    ['by a comment below a block text', '说明: |\n  文字\n# zhibiao-disable-next-line finds-jia 理由\n标题: 甲\n', []],
  ])('%s', (_, text, kept) => {
    expect(check(text).kept).toEqual(kept);
  });
});

describe('suppression', () => {
  it.each([
    '标题: 甲 # zhibiao-disable-line finds-jia 原文如此\n',
    '标题: 甲 # zhibiao-disable-line finds-jia 理由：原文如此\n',
    '标题: "甲 # zhibiao-disable-line" \n',
    '说明: >-\n  文字\n  # zhibiao-disable-line 无此规则\n',
    '标题: 甲 # 与 zhibiao-disable-line 无关\n',
    '标题: 甲\n',
  ])('has nothing to say of %j', (text) => {
    expect(check(text).about).toEqual([]);
  });

  it.each([
    [
      '标题: 甲 ⟦# zhibiao-disable-line⟧\n',
      '这条注释没有写要忽略哪条规则，不起作用。请写明规则名和理由。',
      undefined,
      undefined,
    ],
    [
      '标题: 甲 ⟦# zhibiao-disable-line 原文如此⟧\n',
      '这条注释没有写要忽略哪条规则，不起作用。请写明规则名和理由。',
      undefined,
      undefined,
    ],
    [
      '标题: 甲 ⟦# zhibiao-disable-line finds-jia⟧\n',
      '忽略「finds-jia」没有写理由。请在规则名后面写明理由。',
      undefined,
      undefined,
    ],
    [
      '标题: 甲 ⟦# zhibiao-disable-line finds-jia 理由：⟧\n',
      '忽略「finds-jia」没有写理由。请在规则名后面写明理由。',
      undefined,
      undefined,
    ],
    [
      '标题: 甲 ⟦# zhibiao-disable-line finds-jia ——⟧  \n',
      '忽略「finds-jia」没有写理由。请在规则名后面写明理由。',
      undefined,
      undefined,
    ],
    [
      '标题: 甲 # zhibiao-disable-line ⟦find-jia⟧ 原文如此\n',
      '没有「find-jia」这条规则，这条注释不起作用。是否为「finds-jia」？',
      '标题: 甲 # zhibiao-disable-line finds-jia 原文如此\n',
      undefined,
    ],
    [
      '标题: 甲 # zhibiao-disable-line ⟦number-gap⟧\n',
      '没有「number-gap」这条规则，这条注释不起作用。',
      undefined,
      undefined,
    ],
    [
      '标题: 乙  ⟦# zhibiao-disable-line finds-jia 原文如此⟧\r\n县区: 乙\r\n',
      '这里没有「finds-jia」的问题，这条注释不起作用。请删去。',
      '标题: 乙\r\n县区: 乙\r\n',
      'unnecessary',
    ],
    [
      '标题: 乙\r\n  ⟦# zhibiao-disable-next-line finds-jia⟧\r\n县区: 乙\r\n',
      '这里没有「finds-jia」的问题，这条注释不起作用。请删去。',
      '标题: 乙\r\n县区: 乙\r\n',
      'unnecessary',
    ],
    [
      '⟦# zhibiao-disable-file finds-jia 原文如此⟧\n标题: 乙\n',
      '整个文件没有「finds-jia」的问题，这条注释不起作用。请删去。',
      '标题: 乙\n',
      'unnecessary',
    ],
    [
      '标题: 乙\n⟦# zhibiao-disable-line suppression 不要提醒⟧',
      '这里没有「suppression」的问题，这条注释不起作用。请删去。',
      '标题: 乙\n',
      'unnecessary',
    ],
  ])('%j', (source, says, fixed, tag) => {
    const { text, spans } = marked(source);
    const { about } = check(text);
    expect(about.map(({ message }) => renderMessage(message))).toEqual([says]);
    expect(about.map(({ span }) => span)).toEqual(spans);
    const [finding] = about;
    expect(finding?.tag).toBe(tag);
    expect(finding?.fixes.map(({ edits, safe }) => ({ text: applyEdits(text, edits), safe }))).toEqual(
      fixed === undefined ? [] : [{ text: fixed, safe: false }],
    );
  });

  it('cannot be silenced itself', () => {
    const text = '# zhibiao-disable-file suppression 不要提醒\n标题: 甲 # zhibiao-disable-line finds-jia\n';
    expect(check(text).about.map(({ message }) => message.template)).toHaveLength(2);
  });

  it('says nothing of comments for a rule that did not run, and obeys its own severity', () => {
    const text = '标题: 甲 # zhibiao-disable-line finds-jia 原文如此\n';
    expect(check(text, { 'finds-jia': 'off' }).about).toEqual([]);
    const unused = '标题: 乙 # zhibiao-disable-line finds-jia 原文如此\n';
    expect(check(unused, { suppression: 'off' }).about).toEqual([]);
    expect(check(unused, { suppression: 'error' }).about.map(({ severity }) => severity)).toEqual(['error']);
    expect(check(unused).about.map(({ severity }) => severity)).toEqual(['warning']);
  });

  it('judges ten thousand comments', () => {
    const text = `${'# zhibiao-disable-next-line finds-jia 理由\n'.repeat(10_000)}标题: 甲\n${'"甲": "乙" # zhibiao-disable-line finds-jia 理由\n'.repeat(2_000)}`;
    expect(check(text).about).toHaveLength(9_999);
  });
});
