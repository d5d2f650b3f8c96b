import { expect, it } from 'vitest';
import type { Finding } from '../../../server/src/rules/finding';
import { textOf } from '../../../server/src/service/preview/draft';
import { marksIn } from '../../../server/src/service/preview/marks';
import type { Node, ScalarNode } from '../../../server/src/yaml/nodes';
import { read } from '../../yaml/support';

/** The first value of a text as pieces, and the findings that ⟦ ⟧ mark in it, outer ones first. */
function scene(marked: string) {
  const findings: Finding[] = [];
  const open: number[] = [];
  let text = '';
  for (const character of marked) {
    if (character === '⟦') open.push(text.length);
    else if (character === '⟧') {
      const span = { start: open.pop() ?? 0, end: text.length };
      findings.unshift({
        rule: '',
        severity: 'error',
        message: { template: '', data: {} },
        span,
        related: [],
        fixes: [],
      });
    } else text += character;
  }
  const value = scalarsOf(read(text).root);
  return { pieces: value.flatMap((node) => textOf({ value: String(node.value), node }).flat()), findings };
}

function scalarsOf(node: Node | null): ScalarNode[] {
  if (node?.kind === 'scalar') return [node];
  if (node?.kind === 'sequence') return node.items.flatMap(scalarsOf);
  return node?.kind === 'mapping' ? node.entries.flatMap(({ value }) => scalarsOf(value)) : [];
}

it.each([
  ['内容: 甲⟦乙⟧丙\n', [['甲乙丙', '0:1-2']]],
  ['内容: ⟦甲⟦乙⟧⟧丙\n', [['甲乙丙', '0:0-2', '1:1-2']]],
  [
    '内容: |\n  ⟦甲\n  ⟦乙⟧丙\n  丁⟧戊\n',
    [
      ['甲', '0:0-1'],
      ['乙丙', '0:0-2', '1:0-1'],
      ['丁戊', '0:0-1'],
    ],
  ],
  ['单位: [甲, ⟦乙, 丙⟧, 丁]\n', [['甲'], ['乙', '0:0-1'], ['丙', '0:0-1'], ['丁']]],
  ['单位: [&a ⟦甲⟧, *a, 乙]\n', [['甲', '0:0-1'], ['甲', '0:0-1'], ['乙']]],
  ['分值: 5.3⟦0⟧\n', [['5.30']]],
  ['内容: 甲\n⟦备注⟧: 乙\n', [['甲'], ['乙']]],
])('findings are marked where they stand in %j', (text, expected) => {
  const { pieces, findings } = scene(text);
  const marks = marksIn(pieces, findings);
  const shown = pieces.map((piece) => [
    piece.text,
    ...(marks.get(piece) ?? []).map(({ finding, start, end }) => `${finding}:${start}-${end}`),
  ]);
  expect(shown).toEqual(expected);
});
