import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { VOCABULARY } from '../../server/src/model/keys';
import type { Span } from '../../server/src/text/span';
import type { Fault } from '../../server/src/yaml/faults';
import { type Node, type ScalarNode, toData } from '../../server/src/yaml/nodes';
import { parseYaml, type SyntaxTree } from '../../server/src/yaml/parse';

const folder = resolve(import.meta.dirname, '../../seeds');

/** Every file of the repository's seeds. */
export const seeds: readonly { readonly name: string; readonly text: string }[] = readdirSync(folder, {
  recursive: true,
  encoding: 'utf8',
})
  .filter((name) => name.endsWith('.yaml'))
  .sort()
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join(folder, name), 'utf8') }));

export const SEED_LINES: readonly string[] = seeds.flatMap(({ text }) => text.split('\n'));

export function read(text: string, previous?: SyntaxTree): SyntaxTree {
  return parseYaml(text, VOCABULARY, previous);
}

/** Faults as `kind@text`, in order. */
export function faultsOf(text: string): string[] {
  return read(text).faults.map((fault) => `${fault.kind}@${text.slice(fault.span.start, fault.span.end)}`);
}

/** Every node of a tree with its place, for comparisons. */
export function placesOf(root: Node | null): unknown[] {
  const found: unknown[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node | null): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    found.push([node.kind, node.place.start, node.place.end]);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        found.push([key.value, key.place.start, key.place.end]);
        visit(value);
      }
    }
  };
  visit(root);
  return found;
}

export function scalarsOf(root: Node | null): ScalarNode[] {
  const found: ScalarNode[] = [];
  const seen = new Set<Node>();
  const visit = (node: Node | null): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'scalar') found.push(node);
    if (node.kind === 'sequence') node.items.forEach(visit);
    if (node.kind === 'mapping') {
      for (const { key, value } of node.entries) {
        found.push(key);
        visit(value);
      }
    }
  };
  visit(root);
  return found;
}

/** Entries of lists that a person counts as items: 三级指标, extras, units, phases; as JSON with how often each occurs. */
export function itemsOf(root: Node | null): Map<string, number> {
  const found = new Map<string, number>();
  const seen = new Set<Node>();
  const isItem = (node: Node) =>
    node.kind === 'mapping' &&
    node.entries.some(({ key }) => key.value === '序号' || key.value === '名称') &&
    !node.entries.some(({ key }) => /级指标$/.test(String(key.value)));
  const visit = (node: Node | null): void => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    if (node.kind === 'mapping') for (const { value } of node.entries) visit(value);
    if (node.kind !== 'sequence') return;
    for (const item of node.items) {
      visit(item);
      if (!isItem(item)) continue;
      const json = JSON.stringify(toData(item));
      found.set(json, (found.get(json) ?? 0) + 1);
    }
  };
  visit(root);
  return found;
}

/** How many of the items before are not there afterwards. */
export function lostItems(before: ReadonlyMap<string, number>, root: Node | null): number {
  const after = itemsOf(root);
  let lost = 0;
  for (const [json, count] of before) lost += Math.max(0, count - (after.get(json) ?? 0));
  return lost;
}

/** What must hold of the faults of any text. */
export function isInOrder(faults: readonly Fault[], length: number): boolean {
  const inside = ({ start, end }: Span) => start >= 0 && start <= end && end <= length;
  return (
    faults.every((fault) => inside(fault.span) && (fault.repair ?? []).every((edit) => inside(edit.span))) &&
    faults.every((fault, i) => i === 0 || (faults[i - 1]?.span.start ?? 0) <= fault.span.start)
  );
}

export const ODD_CHARACTERS = [
  ...'：，。　\t-"\'[]{}#&*!|>@',
  '\n',
  '\r',
  '\0',
  '\ufeff',
  '\u00a0',
  '😀',
  ' ',
  ':',
  '甲',
  'a',
];

/** One change to a text, as a slip of the keyboard makes it. */
export interface Mutation {
  readonly text: string;
  readonly what: string;
  readonly at: number;
}

/** Applies one slip to a text; `where` and `which` are fractions of 1. */
export function mutate(text: string, kind: number, where: number, which: number): Mutation {
  const at = Math.min(Math.floor(where * text.length), Math.max(0, text.length - 1));
  const character = ODD_CHARACTERS[Math.floor(which * ODD_CHARACTERS.length)] ?? ' ';
  const lineStart = text.lastIndexOf('\n', at - 1) + 1;
  const lineEnd = text.indexOf('\n', at) < 0 ? text.length : text.indexOf('\n', at);
  const splice = (start: number, end: number, newText: string, what: string): Mutation => ({
    text: text.slice(0, start) + newText + text.slice(end),
    what: `${what} at ${start}`,
    at: start,
  });
  // The first characters of a line carry its structure and are hit as often as all others together.
  const head = /^ *(?:- )?[^:\n]*:? ?/.exec(text.slice(lineStart, lineEnd))?.[0].length ?? 0;
  const inHead = lineStart + Math.floor(((which * 7919) % 1) * (head + 1));
  switch (kind % 7) {
    case 0:
      return splice(at, at, character, `insert ${JSON.stringify(character)}`);
    case 1:
      return splice(at, at + 1, '', `delete ${JSON.stringify(text[at] ?? '')}`);
    case 2:
      return splice(at, at + 1, character, `replace ${JSON.stringify(text[at] ?? '')} by ${JSON.stringify(character)}`);
    case 3:
      return splice(inHead, inHead, character, `insert ${JSON.stringify(character)}`);
    case 4:
      return splice(lineStart, lineStart, ' ', 'indent');
    case 5:
      return splice(lineStart, lineStart + (text[lineStart] === ' ' ? 1 : 0), '', 'outdent');
    default:
      return splice(inHead, inHead + 1, '', `delete ${JSON.stringify(text[inHead] ?? '')}`);
  }
}

export const slip = fc.record({
  seed: fc.nat(seeds.length - 1),
  kind: fc.nat(6),
  where: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
  which: fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
});

/** Lines of indicator files, right and wrong, to be put together in any order. */
export const PIECES = [
  '标题: 表\n',
  '一级指标:\n',
  '  - 名称: 一、甲\n',
  '    二级指标:\n',
  '      - 名称: 1. 乙\n',
  '        三级指标:\n',
  '          - 序号: 1\n',
  '          - 序号: 2\n            内容: 做一件事\n            责任单位: [甲局, 乙局]\n',
  '            内容: 要求: 两份\n',
  '            内容：甲\n',
  '            报送资料:\n              - 资料一\n              - 资料：二\n',
  '            责任单位: [甲局，乙局]\n',
  '            责任单位: [甲局\n',
  '            备注: "没有写完\n',
  '            备注: |\n              一行: 二行\n\n              三行\n',
  '           完成时限: 5月底前\n',
  '          －序号：3\n',
  '          -序号: 4\n',
  '　　　- 序号: 5\n',
  '\t备注: 甲\n',
  '            责任\n',
  '            备注: @甲\n',
  '            备注: &甲 乙\n            说明: *甲\n',
  '附加项:\n  否决项: [ {序号: 1, 内容: 甲} ]\n',
  '单位:\n  - 名称: 甲局\n    别名: [甲, 乙]\n',
  '# 注\n',
  '\n',
  '---\n',
  '<<<<<<< 甲\n标题: 甲\n=======\n标题: 乙\n>>>>>>> 乙\n',
  '      ，。\n',
] as const;

export const pieces = fc.array(fc.constantFrom(...PIECES), { maxLength: 14 }).map((lines) => lines.join(''));

/** A tree with all that is known of each node, one row a node, for comparisons that show where trees begin to differ. */
export function rowsOf(root: Node | null): string[] {
  const rows: string[] = [];
  const visit = (node: Node | null, depth: number): void => {
    const { start, end } = node?.place ?? { start: -1, end: -1 };
    const row = [depth, node?.kind ?? 'nothing', start, end];
    if (node?.kind === 'scalar') {
      const { value, raw, style } = node;
      rows.push([...row, typeof value, Object.is(value, -0) ? '-0' : value, style, raw].join(' '));
    } else if (node?.kind === 'sequence') {
      rows.push([...row, node.flow].join(' '));
      for (const item of node.items) visit(item, depth + 1);
    } else if (node?.kind === 'mapping') {
      rows.push([...row, node.flow].join(' '));
      for (const { key, value } of node.entries) {
        visit(key, depth + 1);
        visit(value, depth + 2);
      }
    } else rows.push([...row, node?.raw].join(' '));
  };
  visit(root, 0);
  return rows;
}
