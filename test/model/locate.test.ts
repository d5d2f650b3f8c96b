import { describe, expect, it } from 'vitest';
import { readDocument } from '../../server/src/model/document';
import { locate } from '../../server/src/model/locate';
import type { FileKind } from '../../server/src/model/types';
import { seed } from '../service/harness';

const text = `标题: 表
依据: 2021年版
单位名录: ./x.danwei.yaml
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 子
        责任单位: [县委办, 县司法局]
        完成时限: 5月31日前
        报送资料: 同第2项一并报送。
      - 序号: 2
        内容: 丑
        对应: 4
  - 名称: 二、乙
附加项:
  加分项:
    - 序号: 1
      内容: 寅
合并报送:
  - 指标: 1-2
    资料: [总结]
`;

function read(source: string, kind: FileKind = 'zhibiao') {
  return readDocument(`file:///w/t.${kind}.yaml`, kind, source);
}
const document = read(text);

describe('what stands at a cursor', () => {
  /** The target at the end of some text, with what it says of itself. */
  const at = (marker: string, source = document) => {
    const { target } = locate(source, source.lines.text.indexOf(marker) + marker.length);
    if (!target) return undefined;
    const { node, key } = target as { node?: { raw?: string }; key?: { raw: string } };
    return `${target.kind} ${node?.raw ?? key?.raw ?? ''}`.trim();
  };

  it.each([
    ['标题', 'key 标题'],
    ['标题: 表', 'text 表'],
    ['依据: 2021', 'basis 2021年版'],
    ['./x.dan', 'path ./x.danwei.yaml'],
    ['名称: 一、', 'title 一、甲'],
    ['序号: 1', 'serial 1'],
    ['内容: 子', 'content 子'],
    ['县委', 'unit 县委办'],
    ['县司法局', 'unit 县司法局'],
    ['5月31', 'deadline 5月31日前'],
    ['同第2', 'reference 同第2项一并报送。'],
    ['一并', 'text 同第2项一并报送。'],
    ['对应: 4', 'corresponds 4'],
    ['指标: 1-', 'reference 1-2'],
    ['责任单位', 'key 责任单位'],
  ])('%s', (marker, expected) => expect(at(marker)).toBe(expected));

  it('is nothing between two entries of a list', () => expect(at('[县委办,')).toBeUndefined());

  it('tells the number of a reference', () => {
    const { target } = locate(document, text.indexOf('指标: 1-2') + '指标: 1-2'.length);
    expect(target).toMatchObject({ kind: 'reference', number: 2 });
  });

  it('tells names of a unit from units that another one names', () => {
    const registry = read('单位:\n  - 名称: 各部门\n    别名: [各单位]\n    成员: [县司法局]\n', 'danwei');
    expect(at('名称: 各部', registry)).toBe('unit-name 各部门');
    expect(at('[各单', registry)).toBe('unit-name 各单位');
    expect(at('[县司', registry)).toBe('unit 县司法局');
  });

  it("tells names of units in a file's own list", () => {
    const inline = read('单位名录:\n  - 县委办\n  - { 名称: 县司法局, 成员: [县财政局] }\n');
    expect(at('- 县委', inline)).toBe('unit-name 县委办');
    expect(at('县司', inline)).toBe('unit-name 县司法局');
    expect(at('[县财', inline)).toBe('unit 县财政局');
    expect(at('- 县财', read('单位:\n  - 县财政局\n', 'danwei'))).toBe('unit-name 县财政局');
  });

  it('tells the paths of a configuration', () => {
    const config = read('单位名录: x.danwei.yaml\n要求库: [y.yaoqiu.yaml]\n忽略: [z]\n', 'config');
    expect(at('x.dan', config)).toBe('path x.danwei.yaml');
    expect(at('y.yao', config)).toBe('path y.yaoqiu.yaml');
    expect(at('[z', config)).toBe('text z');
  });

  it('has an answer at every offset of a document', () => {
    const whole = read(seed('as-printed/zhashui/zhashui.zhibiao.yaml'));
    for (let offset = -1; offset <= whole.lines.text.length + 1; offset += 7) {
      expect(locate(whole, offset).offset).toBe(offset);
    }
  });
});
