import { describe, expect, it } from 'vitest';
import { compose } from '../../server/src/yaml/compose';
import { toData } from '../../server/src/yaml/nodes';
import { faultsOf, read } from './support';

const origin = { offset: 0 };
const same = (offset: number) => offset;
const composed = (text: string) => compose(text, { text, toOriginal: same, endToOriginal: same, origin });

describe('compose', () => {
  it('reads scalars by the core schema, with their style and how they are written', () => {
    const { root } = composed(
      'a: 1\nb: 0x10\nc: 1.5\nd: true\ne: null\nf: "1"\ng: \'乙\'\nh: |\n  丙\ni: >\n  丁\nj: yes\n',
    );
    expect(toData(root)).toEqual({
      a: 1,
      b: 16,
      c: 1.5,
      d: true,
      e: null,
      f: '1',
      g: '乙',
      h: '丙\n',
      i: '丁\n',
      j: 'yes',
    });
    const styles =
      root?.kind === 'mapping' ? root.entries.map(({ value }) => value?.kind === 'scalar' && value.style) : [];
    expect(styles).toEqual([
      'plain',
      'plain',
      'plain',
      'plain',
      'plain',
      'double',
      'single',
      'literal',
      'folded',
      'plain',
    ]);
  });

  it('takes dates and version numbers for what they look like', () => {
    expect(toData(composed('a: 2021-10-20\nb: 5月30日前\nc: 34-46\n').root)).toEqual({
      a: '2021-10-20',
      b: '5月30日前',
      c: '34-46',
    });
  });

  it('gives null for an empty value, and no node', () => {
    const { root } = composed('a:\nb: [1, ]\n');
    expect(root?.kind === 'mapping' && root.entries[0]?.value).toBeNull();
    expect(toData(root)).toEqual({ a: null, b: [1] });
  });

  it('reads a pair in a flow list as a mapping of its own', () => {
    expect(toData(composed('[a: 1, b]').root)).toEqual([{ a: 1 }, 'b']);
  });

  it('puts other nodes in for items of a list', () => {
    const text = '- 1\n- 0\n- 2\n';
    const other = composed('甲').root;
    const substitute = (offset: number) => (offset === 6 && other ? [other, other] : undefined);
    const { root } = compose(text, { text, toOriginal: same, endToOriginal: same, origin, substitute });
    expect(toData(root)).toEqual([1, '甲', '甲', 2]);
  });

  it('shares the node that an alias stands for', () => {
    const { root } = composed('a: &x [1]\nb: *x\n');
    const values = root?.kind === 'mapping' ? root.entries.map(({ value }) => value) : [];
    expect(values[1]).toBe(values[0]);
  });

  it('survives keys like those of an object', () => {
    const data = toData(composed('__proto__: 1\nconstructor: 2\n').root);
    expect(Object.entries(data as object)).toEqual([
      ['__proto__', 1],
      ['constructor', 2],
    ]);
  });
});

describe('faults of the tree', () => {
  it.each([
    ['a key that stands twice', '标题: 甲\n标题: 乙\n', ['duplicate-key@标题']],
    ['a key that stands three times', 'a: 1\na: 2\na: 3\n', ['duplicate-key@a', 'duplicate-key@a']],
    ['two keys that stand twice', 'a: 1\nb: 1\nb: 2\na: 2\n', ['duplicate-key@b', 'duplicate-key@a']],
    ['keys that are repeated in order, as one', 'a: 1\nb: 1\nc: 1\na: 2\nb: 2\n', ['duplicate-key@a']],
    ['a key that stands twice in a flow mapping', '{ a: 1, a: 2 }\n', ['duplicate-key@a']],
    ['an alias without an anchor', 'a: *x\n', ['unknown-alias@*x']],
    ['a key that is a list', '? [a]\n: 1\n', ['unreadable@[a]']],
  ])('%s', (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });

  it('the first of two equal keys counts, and is named', () => {
    const text = '标题: 甲\n标题: 乙\n';
    expect(toData(read(text).root)).toEqual({ 标题: '甲' });
    expect(read(text).faults[0]).toMatchObject({ related: { start: 0, end: 2 }, data: { key: '标题' } });
  });
});
