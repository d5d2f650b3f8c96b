import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/model/document';
import type { FileKind } from '../../server/src/model/types';

const top = '标题: 表\n县区: 某县\n';
const item = (lines: string) =>
  `${top}一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 做一件事\n${lines}`;

/** Violations as `kind@text`, with what is expected or suggested. */
function violationsOf(kind: FileKind, text: string): string[] {
  return readDocument('file:///w', kind, text).violations.map(({ kind: what, span, expected, suggestion }) => {
    const detail = what === 'unknown-key' ? suggestion : expected;
    return `${what}@${text.slice(span.start, span.end)}${detail ? ` ${detail}` : ''}`;
  });
}

describe('every violation, on the smallest node', () => {
  it.each<[string, FileKind, string, string[]]>([
    ['a key that is missing in the file', 'zhibiao', '标题: 表\n', ['missing-key@标题 县区']],
    ['a key that is missing in an item', 'zhibiao', item('      - 序号: 2\n'), ['missing-key@序号 内容']],
    [
      'a key that is missing in a list entry',
      'zhibiao',
      item('        完成时限: [{ 任务: 甲 }]\n'),
      ['missing-key@任务 时间'],
    ],
    ['an unknown key', 'zhibiao', `${top}花色: 甲\n`, ['unknown-key@花色']],
    ['an unknown key with a near one', 'zhibiao', `${top}文好: 甲\n`, ['unknown-key@文好 文号']],
    [
      'an unknown key in an item, with a near one of the item',
      'zhibiao',
      item('        完成时间: 甲\n'),
      ['unknown-key@完成时间 完成时限'],
    ],
    ['an unknown key whose near one is taken', 'zhibiao', item('        内客: 甲\n'), ['unknown-key@内客']],
    ['a text for a number', 'zhibiao', `${top}年度: 二〇二一\n`, ['wrong-type@二〇二一 整数']],
    ['a text for a list', 'zhibiao', `${top}层级名称: 甲\n`, ['wrong-type@甲 列表']],
    ['a mapping for a text', 'zhibiao', item('        责任单位: { 甲: 乙 }\n'), ['wrong-type@责任单位 文字或列表']],
    ['a text for an item', 'zhibiao', item('      - 甲\n'), ['wrong-type@甲 若干个「键: 值」']],
    ['a file that is a text', 'zhibiao', '甲\n', ['wrong-type@甲 若干个「键: 值」']],
    ['a value that is not allowed', 'zhibiao', `${top}编号: 随意\n`, ['not-allowed@随意 「连续」、「分级」']],
    ['a value that must be one word', 'zhibiao', item('        对应: 没有\n'), ['not-allowed@没有 「无」']],
    ['a number that is too small', 'zhibiao', `${top}年度: 21\n`, ['too-small@21 1000']],
    ['a number that is too large', 'zhibiao', `${top}年度: 20211\n`, ['too-large@20211 9999']],
    ['a key without a value', 'zhibiao', '标题:\n县区: 某县\n', ['empty@标题 文字']],
    ['an empty text', 'zhibiao', "标题: ''\n县区: 某县\n", ["empty@'' 文字"]],
    ['too many entries', 'zhibiao', `${top}层级名称: [甲, 乙, 丙, 丁]\n`, ['other@层级名称']],
    [
      'a unit of no category',
      'danwei',
      '县区: 某县\n单位:\n  - 名称: 甲局\n    类别: 怪\n',
      [expect.stringMatching(/^not-allowed@怪 「党委部门」/) as string],
    ],
    ['a unit without a name', 'danwei', '县区: 某县\n单位:\n  - 全称: 甲局\n', ['missing-key@全称 名称']],
    [
      'a wrong severity',
      'config',
      '规则: { schema: fatal }\n',
      [expect.stringMatching(/^not-allowed@fatal 「off」/) as string],
    ],
  ])('%s', (_, kind, text, expected) => {
    expect(violationsOf(kind, text)).toEqual(expected);
  });

  it('an empty file, unless it is a configuration', () => {
    expect(violationsOf('zhibiao', '')).toEqual(['empty-file@ 「标题」、「县区」']);
    expect(violationsOf('danwei', '# 说明\n')).toEqual(['empty-file@ 「县区」、「单位」']);
    expect(violationsOf('config', '')).toEqual([]);
  });
});

describe('no cascade', () => {
  it.each([
    ['below an item that cannot be read', item('      - 序号: 2\n        内容: "\\q"\n')],
    ['of a value with a bracket that is not closed', item('      - 序号: 2\n        内容: [\n')],
    ['of a key that is still being typed', item('      - 序号: 2\n        内\n')],
    ['of a line of the header that is still being typed', '标题: 表\n县\n'],
  ])('%s', (_, text) => {
    expect(readDocument('file:///w', 'zhibiao', text).faults).toHaveLength(1);
    expect(violationsOf('zhibiao', text)).toEqual([]);
  });

  it('but a fault elsewhere hides nothing', () => {
    expect(violationsOf('zhibiao', '标题：表\n')).toEqual(['missing-key@标题 县区']);
    expect(violationsOf('zhibiao', `${item('        备注: @甲\n')}      - 序号: 二\n        内容: 乙\n`)).toEqual([
      'wrong-type@二 整数',
    ]);
  });
});
