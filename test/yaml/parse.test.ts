import { describe, expect, it } from 'vitest';
import { toData } from '../../server/src/yaml/nodes';
import { faultsOf, read } from './support';

const head = '标题: 表\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n';
const item = (n: number, line = '内容: 甲') => `      - 序号: ${n}\n        ${line}\n`;
const itemsIn = (text: string) => {
  const data = toData(read(text).root) as { 一级指标: { 三级指标: unknown[] }[] };
  return data.一级指标[0]?.三级指标;
};

describe('parseYaml', () => {
  it.each([
    ['nothing', '', null],
    ['blanks and comments', '\n  \n# 注\n', null],
    ['a text', '甲\n', '甲'],
    ['a byte order mark', '\ufeff标题: 表\n', { 标题: '表' }],
    ['document markers', '---\n标题: 表\n...\n', { 标题: '表' }],
    ['a directive', '%YAML 1.2\n---\n标题: 表\n', { 标题: '表' }],
  ])('reads %s', (_, text, data) => {
    expect(toData(read(text).root)).toEqual(data);
    expect(read(text).faults).toEqual([]);
  });

  it('reads the first of several documents and says where it stops', () => {
    expect(faultsOf('标题: 表\n---\n标题: 乙\n')).toEqual(['several-documents@---']);
    expect(toData(read('标题: 表\n---\n标题: 乙\n').root)).toEqual({ 标题: '表' });
  });

  it('goes on with the first version of a merge conflict', () => {
    const text = '<<<<<<< 甲\n标题: 甲\n=======\n标题: 乙\n>>>>>>> 乙\n县区: 某县\n';
    expect(toData(read(text).root)).toEqual({ 标题: '甲', 县区: '某县' });
    expect(faultsOf(text)).toEqual(['conflict-marker@<<<<<<< 甲']);
  });

  it('goes on with the first version of a merge conflict inside an item', () => {
    const text = `${head}${item(1)}      - 序号: 2\n<<<<<<< 甲\n        内容: 甲\n||||||| 原\n        内容: 丙\n=======\n        内容: 乙\n>>>>>>> 乙\n${item(3)}`;
    expect(itemsIn(text)).toEqual([1, 2, 3].map((n) => ({ 序号: n, 内容: '甲' })));
    expect(faultsOf(text)).toEqual(['conflict-marker@<<<<<<< 甲']);
  });

  it('loses only the item that cannot be read', () => {
    const text = `${head}${item(1)}${item(2, '内容: [甲, {乙')}${item(3, '内容: "\\q"')}${item(4)}`;
    expect(itemsIn(text)).toEqual([{ 序号: 1, 内容: '甲' }, expect.anything(), undefined, { 序号: 4, 内容: '甲' }]);
    expect(faultsOf(text)).toEqual(['unclosed-bracket@[', expect.stringMatching(/^bad-escape@/)]);
  });

  it('gives up single lines outside of items', () => {
    const text = `标题: 表\n县区: "\\q"\n文号: 甲\n${head.slice(6)}${item(1)}`;
    expect(itemsIn(text)).toEqual([{ 序号: 1, 内容: '甲' }]);
    expect(toData(read(text).root)).toMatchObject({ 标题: '表', 文号: '甲' });
    expect(read(text).faults).toHaveLength(1);
  });

  it('says only what has to be mended for the parser to accept the text', () => {
    const text = `标题: 表\n说明: 甲\n  接着\n备注: @乙\n${head.slice(6)}${item(1, '内容: 甲: 乙')}`;
    expect(faultsOf(text)).toEqual(['reserved-start@@', 'colon-in-text@:']);
  });

  it('keeps anchors and aliases across items', () => {
    const text = `${head}${item(1, '责任单位: &甲 [甲局]')}${item(2, '责任单位: *甲')}`;
    expect(itemsIn(text)).toEqual([
      { 序号: 1, 责任单位: ['甲局'] },
      { 序号: 2, 责任单位: ['甲局'] },
    ]);
  });

  it('trusts the parser where it accepts what the scanner doubts', () => {
    const text =
      '规则:\n    a: 1\n    三级指标:\n          - b: 1\n            c: 2\n          -\n             d: 3\n其他:\n - - e\n   - f\n';
    expect(read(text).faults).toEqual([]);
  });
});
