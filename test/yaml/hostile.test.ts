import { describe, expect, it } from 'vitest';
import { toData } from '../../server/src/yaml/nodes';
import { MAX_LENGTH } from '../../server/src/yaml/parse';
import { faultsOf, isInOrder, read } from './support';

const deep = (levels: number) => Array.from({ length: levels }, (_, i) => `${' '.repeat(i)}a:\n`).join('');
const kinds = (text: string) => read(text).faults.map((fault) => fault.kind);

describe('hostile texts are refused with one fault', () => {
  it.each([
    ['flow sequences', '['.repeat(10_000)],
    ['flow sequences, closed', '['.repeat(10_000) + ']'.repeat(10_000)],
    ['flow mappings', '{a: '.repeat(10_000)],
    ['block sequences in one line', '- '.repeat(10_000)],
    ['block mappings', deep(1000)],
  ])('10,000 levels of %s', (_, text) => {
    expect(kinds(text)).toEqual(['too-deep']);
  });

  it('but what stands before is read', () => {
    expect(toData(read(`标题: 表\n备注: ${'['.repeat(500)}\n`).root)).toEqual({ 标题: '表' });
  });

  it('a file that is too large', () => {
    expect(kinds(' '.repeat(MAX_LENGTH + 1))).toEqual(['too-large']);
  });

  it('an alias bomb', () => {
    const lines = Array.from({ length: 30 }, (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i}, `.repeat(9)}]\n`);
    expect(kinds(`a0: &a0 [x, y]\n${lines.join('')}`)).toEqual(['alias-bomb']);
  });

  it('many aliases of one list, none of which is a bomb', () => {
    const text = (aliases: number) => `a: &a [${'x, '.repeat(999)}]\nb: [${'*a, '.repeat(aliases)}]\n`;
    expect(kinds(text(200))).toEqual([]);
    expect(kinds(text(201))).toEqual(['alias-bomb']);
  });

  it('a node that is its own alias', () => {
    expect(kinds('a: &a [*a]\n')).toEqual(['unknown-alias']);
    expect(kinds('a: &a\n  b: *a\n')).toEqual(['unknown-alias']);
  });
});

describe('a megabyte of one thing is read without an exception', () => {
  const size = 1_000_000;
  it.each([
    '[',
    '- ',
    '"',
    "'",
    '：',
    ' ',
    '\t',
    '\0',
    '\r',
    '\n',
    'a',
    '{',
    '- a\n',
    'a: "b\n',
    '- &a *a\n',
    '>',
    '|\n',
    '#',
    '<<<<<<<\n',
    '---\n',
  ])('%j', (unit) => {
    const text = unit.repeat(size / 10 / unit.length);
    expect(isInOrder(read(text).faults, text.length)).toBe(true);
  });

  it('a line of five megabytes', () => {
    const value = '做一件事，'.repeat(1_000_000);
    expect(toData(read(`内容: ${value}\n县区: 某县\n`).root)).toEqual({ 内容: value, 县区: '某县' });
  });

  it('a list with more slips than a call has room for arguments', () => {
    const { root, faults } = read(`成员: [${'甲，'.repeat(200_000)}乙]\n`);
    expect(faults).toHaveLength(200_000);
    expect((toData(root) as { 成员: string[] }).成员).toHaveLength(200_001);
  });

  it('a list with more entries than a call has room for arguments', () => {
    expect((toData(read(`单位:\n${'- 甲\n'.repeat(200_000)}`).root) as { 单位: string[] }).单位).toHaveLength(200_000);
  });

  it('a key of a megabyte', () => {
    const text = `${'键'.repeat(size)}: 甲\n县区: 某县\n`;
    expect(isInOrder(read(text).faults, text.length)).toBe(true);
  });
});

describe('odd line ends', () => {
  it('takes a lone CR for a line end, as editors do', () => {
    expect(toData(read('标题: 表\r县区: 某县\r').root)).toEqual({ 标题: '表', 县区: '某县' });
    expect(faultsOf('标题：表\r县区: 某县\r')).toEqual(['fullwidth-colon@：']);
  });

  it('takes mixed line ends', () => {
    expect(toData(read('标题: 表\r\n县区: 某县\n文号: 甲\r年度: 2021').root)).toEqual({
      标题: '表',
      县区: '某县',
      文号: '甲',
      年度: 2021,
    });
  });
});
