import { describe, expect, it } from 'vitest';
import type { Context } from '../../../server/src/service/completion/context';
import { contextAt } from '../../../server/src/service/completion/context-at';
import { LineIndex } from '../../../server/src/text/lines';

function at(marked: string): Context {
  return contextAt(new LineIndex(marked.replace('¦', '')), marked.indexOf('¦'));
}

const shown = ({ place, path, typed }: Context) => `${place} ${path.join('/')} «${typed}»`;

const ITEM = '一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 甲\n';
const IN_ITEM = '一级指标/-/三级指标/-';

describe('contextAt', () => {
  it.each([
    ['an empty file', '¦', 'key  «»'],
    ['a key at the root', '标题: 甲\n县¦', 'key  «县»'],
    ['a value', '标题: 甲¦', 'value 标题 «甲»'],
    ['a value, half', '标题: 甲¦乙', 'value 标题 «甲»'],
    ['no blank behind the colon', '标题:¦', 'value 标题 «»'],
    ['a full-width colon', '标题：¦', 'value 标题 «»'],
    ['a key before its colon', '标¦题: 甲', 'key  «标»'],
    ['a key of an item', `${ITEM}        责¦`, `key ${IN_ITEM} «责»`],
    ['an empty line in an item', `${ITEM}        ¦`, `key ${IN_ITEM} «»`],
    ['an item', `${ITEM}      - ¦`, `entry ${IN_ITEM} «»`],
    ['a bare dash', `${ITEM}      -¦`, `entry ${IN_ITEM} «»`],
    ['the first key of an item', `${ITEM}      - 序¦`, `entry ${IN_ITEM} «序»`],
    ['a section', `${ITEM}  - ¦`, 'entry 一级指标/- «»'],
    ['a list in the column of its key', '单位:\n- 名称: 甲\n- ¦', 'entry 单位/- «»'],
    ['a flow list', `${ITEM}        责任单位: [县司法局, xs¦]`, `entry ${IN_ITEM}/责任单位/- «xs»`],
    [
      'a flow list that is open',
      `${ITEM}        责任单位: [县¦\n        备注: 甲\n`,
      `entry ${IN_ITEM}/责任单位/- «县»`,
    ],
    [
      'a flow list over lines',
      `${ITEM}        责任单位: [县司法局,\n          县¦]`,
      `entry ${IN_ITEM}/责任单位/- «县»`,
    ],
    ['behind a flow list', `${ITEM}        责任单位: [县]¦`, `value ${IN_ITEM}/责任单位 «[县]»`],
    [
      'a line below an open flow list',
      `${ITEM}        责任单位: [县\n        完成时限: ¦`,
      `value ${IN_ITEM}/完成时限 «»`,
    ],
    ['a flow mapping', '创建周期: { 起: 2021-01-01, ¦ }', 'key 创建周期 «»'],
    ['a value of a flow mapping', '创建周期: { 起: 20¦ }', 'value 创建周期/起 «20»'],
    ['a block list', `${ITEM}        责任单位:\n          - 县¦`, `entry ${IN_ITEM}/责任单位/- «县»`],
    ['an empty line under a list', `${ITEM}        责任单位:\n          ¦`, `key ${IN_ITEM}/责任单位 «»`],
    ['quotes', `${ITEM}        责任单位: ["县¦"]`, `entry ${IN_ITEM}/责任单位/- «县»`],
    ['a comment', `${ITEM}        # zhi¦`, 'comment  «# zhi»'],
    ['a comment behind a value', '标题: 甲 # 乙¦', 'comment  «# 乙»'],
    ['a # in quotes', '标题: "甲 # 乙¦"', 'value 标题 «甲 # 乙»'],
    ['a block text', '说明: |\n  甲：乙\n  丙¦', 'text  «»'],
    ['a text that goes on', '说明: 甲\n  乙¦', 'text  «»'],
    ['behind closed quotes', '标题: "甲"¦', 'text  «»'],
    ['the indentation of a line', `${ITEM}     ¦   责任单位: 甲`, 'text  «»'],
    ['right before a comment', '¦# 甲', 'text  «»'],
    ['ideographic blanks', `${ITEM}\u3000\u3000\u3000\u3000责¦`, `key ${IN_ITEM} «责»`],
    ['CRLF', '一级指标:\r\n  - 名¦\r\n    三级指标:\r\n', 'entry 一级指标/- «名»'],
  ])('%s', (_, marked, expected) => {
    expect(shown(at(marked))).toBe(expected);
  });

  it('knows what else is in the mapping and in the list, above and below', () => {
    const context = at(`${ITEM}        责任单位: [甲, ¦, "乙"]\n        备注: 丙\n      - 序号: 2\n        名称: 丁\n`);
    expect([...context.siblings]).toEqual([
      ['内容', '甲'],
      ['序号', '1'],
      ['备注', '丙'],
    ]);
    expect(context.entries).toEqual(['甲', '乙']);
    expect(at('单位:\n  - 名称: 甲\n    成员:\n      - 乙\n      - ¦\n      - 丙\n').entries).toEqual(['乙', '丙']);
  });

  it('finds the column that the keys of an item have where the cursor is off it', () => {
    const context = at(`${ITEM}       责¦`);
    expect(context.indent?.newText).toBe(' '.repeat(8));
    expect(context.column).toBe(8);
  });

  it('allows any offset', () => {
    const lines = new LineIndex('标题: 甲');
    for (const offset of [-5, 99, Number.POSITIVE_INFINITY]) expect(contextAt(lines, offset)).toBeDefined();
  });
});
