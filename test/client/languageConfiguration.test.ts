import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

interface Configuration {
  wordPattern: string;
  onEnterRules: { beforeText: string; action: { indent: string; appendText?: string } }[];
}

const path = new URL('../../syntaxes/language-configuration.json', import.meta.url);
const configuration = JSON.parse(readFileSync(path, 'utf8')) as Configuration;

/** What Enter does after `line`: the first rule that fits, as VS Code chooses. */
function enter(line: string): string {
  const rule = configuration.onEnterRules.find(({ beforeText }) => new RegExp(beforeText).test(line));
  return rule === undefined ? 'none' : `${rule.action.indent}|${rule.action.appendText ?? ''}`;
}

test.each([
  ['附加项:', 'indent|', 'the keys of a mapping'],
  ['    三级指标:', 'indent|- ', 'the first item of a list'],
  ['            责任单位:', 'indent|- ', 'the first unit'],
  ['      - 县司法局', 'none|- ', 'the next unit'],
  ['          - 序号: 4', 'none|  ', 'the next key of the item'],
  ['  - 名称: 一、政府职能', 'none|  ', 'the next key of the section'],
  ['  - 单位:', 'none|  ', 'a list may stand at the column of its key'],
  ['说明: |', 'indent|', 'the text of a block scalar'],
  ['内容: 依法行政。', 'none', 'a key with a value'],
  ['  # 注释:', 'none', 'a comment'],
  ['  - ', 'none', 'an empty item'],
])('Enter after %j: %s (%s)', (line, action) => {
  expect(enter(line)).toBe(action);
});

test('a word ends at Chinese punctuation and keeps dates and rule ids whole', () => {
  const words = (text: string) => text.match(new RegExp(configuration.wordPattern, 'g'));
  expect(words('县司法局、县教育局（牵头）。')).toEqual(['县司法局', '县教育局', '牵头']);
  expect(words('印发日期: 2021-10-20')).toEqual(['印发日期', '2021-10-20']);
  expect(words('# zhibiao-disable-line number-gap 理由')).toEqual(['zhibiao-disable-line', 'number-gap', '理由']);
});
