import { describe, expect, it } from 'vitest';
import { unitAt, unitPlaces, unitPlacesIn } from '../../server/src/service/unit-places';
import { open, uriOf } from './harness';

const REGISTRY = `县区: 某县
单位:
  - 名称: 县司法局
    全称: 某县司法局
    别名: [司法局]
    曾用名: [县法制办]
  - 名称: 各部门
    成员: [县司法局, 县财政局]
  - 名称: 县财政局
  - 名称: 公共法律服务中心
    挂牌于: "司法局"
  - 名称: 县依法治县办
    停用: 2019-03-01
    承继: [县司法局]
`;
const A = `标题: 甲
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 由县司法局负责。
        牵头单位: 县法制办
        责任单位: [县财政局, '司法局']
附加项:
  加分项:
    - 序号: 1
      内容: 丑
      责任单位:
        - 县司法局
`;
const B = '标题: 乙\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        配合单位: [某县司法局]\n';
const OTHER = `${B}单位名录: [县司法局]\n`;

describe('the places that name a unit', () => {
  it('are found by all its names, in every file of the registry', async () => {
    const { workspace, file } = await open({
      'a.zhibiao.yaml': A,
      'b.zhibiao.yaml': B,
      'c.zhibiao.yaml': OTHER,
      'x.danwei.yaml': REGISTRY,
    });
    const found = await unitPlaces(workspace, file, '司法局');
    expect(found.map(({ uri, places }) => [uri, places.map(({ role, name }) => `${role} ${name}`)])).toEqual([
      [uriOf('a.zhibiao.yaml'), ['牵头单位 县法制办', '责任单位 司法局', '责任单位 县司法局']],
      [uriOf('b.zhibiao.yaml'), ['配合单位 某县司法局']],
      [
        uriOf('x.danwei.yaml'),
        [
          '名称 县司法局',
          '全称 某县司法局',
          '别名 司法局',
          '曾用名 县法制办',
          '成员 县司法局',
          '挂牌于 司法局',
          '承继 县司法局',
        ],
      ],
    ]);
    expect(found[0]?.places[1]?.range).toEqual({ start: { line: 7, character: 22 }, end: { line: 7, character: 25 } });
  });

  it('are found from the registry too', async () => {
    const { workspace, file } = await open({ 'a.zhibiao.yaml': A, 'x.danwei.yaml': REGISTRY.replace('县法', '县|法') });
    const name = unitAt(file, file.document.lines.text.indexOf('县法制办') + 1);
    expect(name).toBe('县司法局');
    const found = await unitPlaces(workspace, file, name ?? '');
    expect(found.map(({ uri, places }) => [uri, places.length])).toEqual([
      [uriOf('x.danwei.yaml'), 7],
      [uriOf('a.zhibiao.yaml'), 3],
    ]);
  });

  it('of a string that no registry knows are those with the same string', async () => {
    const text = B.replace('某县司法局', '县信访局, 县信访局 ');
    const { workspace, file } = await open({
      'a.zhibiao.yaml': text,
      'b.zhibiao.yaml': text,
      'x.danwei.yaml': REGISTRY,
    });
    expect((await unitPlaces(workspace, file, '县信访局')).map(({ places }) => places.length)).toEqual([2, 2]);
  });

  it('stay within a file that lists its own units', async () => {
    const { workspace, file } = await open({
      'c.zhibiao.yaml': OTHER.replace('[县司法局]', '[{名称: 县司法局, 全称: 某县司法局}]'),
    });
    const [own, ...others] = await unitPlaces(workspace, file, '县司法局');
    expect(own?.places.map(({ role, name }) => `${role} ${name}`)).toEqual([
      '配合单位 某县司法局',
      '名称 县司法局',
      '全称 某县司法局',
    ]);
    expect(others).toEqual([]);
  });

  it('stop at the files that were read when nobody waits any more', async () => {
    const { workspace, file } = await open({ 'a.zhibiao.yaml': A, 'b.zhibiao.yaml': B, 'x.danwei.yaml': REGISTRY });
    const found = await unitPlaces(workspace, file, '司法局', () => true);
    expect(found.map(({ uri }) => uri)).toEqual([uriOf('a.zhibiao.yaml')]);
  });

  it('are given once where a YAML alias repeats a list', async () => {
    const text = B.replace('[某县司法局]', '&a [某县司法局]\n        责任单位: *a');
    const { file } = await open({ 'b.zhibiao.yaml': text, 'x.danwei.yaml': REGISTRY });
    expect(unitPlacesIn(file, '县司法局')).toHaveLength(1);
  });

  it('of an entry that shares its name with an earlier one are its own', async () => {
    const registry = '单位:\n  - 名称: 甲局\n    别名: [乙局]\n  - 名称: 丙局\n    别名: [乙|局]\n';
    const { file, offset } = await open({ 'x.danwei.yaml': registry });
    expect(unitAt(file, offset)).toBe('丙局');
  });
});

describe('the unit at an offset', () => {
  it.each([
    ['牵头单位: 县法|制办', '县司法局'],
    ["'司法局|'", '县司法局'],
    ['内容: 由县司|法局负责。', undefined],
    ['牵头|单位: 县法制办', undefined],
  ])('%s', async (marked, expected) => {
    const text = A.replace(marked.replace('|', ''), marked);
    const { file, offset } = await open({ 'a.zhibiao.yaml': text, 'x.danwei.yaml': REGISTRY });
    expect(unitAt(file, offset)).toBe(expected);
  });
});
