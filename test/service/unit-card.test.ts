import { describe, expect, it } from 'vitest';
import type { RegistryFile } from '../../server/src/model/types';
import { overviewOf, unitsOverview, usesAcross } from '../../server/src/service/unit-card';
import { open, seed, uriOf } from './harness';

const REGISTRY = `单位:
  - 名称: 县财政局
  - 名称: 县司法局
    别名: [司法局]
    曾用名: [县法制办]
`;
const TEXT = `年度: 2022
单位名录: x.danwei.yaml
一级指标:
  - 三级指标:
      - 序号: 1
        内容: 甲
        牵头单位: 县司法局
        责任单位: [县信访局, 司法局, 县司法局]
        完成时限: 2月28日前
      - 序号: 2
        内容: 乙
        责任单位: [县法制办]
        完成时限: [{ 时间: 1月31日前, 任务: 起草 }, { 时间: 5月30日前, 任务: 印发 }, 长期坚持]
      - 序号: 3
        内容: 丙
        配合单位: [司法局, '', 县财政局]
        完成时限: 5月31前
附加项:
  加分项:
    - 序号: 1
      内容: 丁
      责任单位: 县司法局
      完成时限: 每年4月1日前
`;
const files = { 'a.zhibiao.yaml': TEXT, 'x.danwei.yaml': REGISTRY };

describe('unitsOverview', () => {
  it('gives each unit its items by whatever name, registered ones first', async () => {
    const { file, workspace } = await open(files);
    const shown = unitsOverview(file, workspace.today).map(({ name, known, items, nextDeadline }) => ({
      name,
      known,
      items: items.map(({ item, role, deadline }) => [
        `${item.extra ?? ''}${item.number?.value}`,
        role,
        deadline?.iso ?? deadline?.entry.text.value,
        deadline?.daysLeft,
      ]),
      next: nextDeadline && [nextDeadline.iso, nextDeadline.daysLeft, nextDeadline.item.content?.value],
    }));
    expect(shown).toEqual([
      { name: '县财政局', known: true, items: [['3', '配合单位', '5月31前', undefined]], next: undefined },
      {
        name: '县司法局',
        known: true,
        items: [
          ['1', '牵头单位', '2022-02-28', -1],
          ['1', '责任单位', '2022-02-28', -1],
          ['2', '责任单位', '2022-05-30', 90],
          ['3', '配合单位', '5月31前', undefined],
          ['加分项1', '责任单位', '2022-04-01', 31],
        ],
        next: ['2022-04-01', 31, '丁'],
      },
      { name: '县信访局', known: false, items: [['1', '责任单位', '2022-02-28', -1]], next: undefined },
    ]);
  });

  it('is counted once for a version and a day', async () => {
    const { file } = await open(files);
    const units = unitsOverview(file, '2022-03-01');
    expect(unitsOverview(file, '2022-03-01')).toBe(units);
    expect(unitsOverview(file, '2022-04-02')[1]?.nextDeadline?.iso).toBe('2022-05-30');
  });

  it('goes by the characters where there is no registry', async () => {
    const { file } = await open({ 'a.zhibiao.yaml': TEXT.replace('单位名录: x.danwei.yaml\n', '') });
    expect(unitsOverview(file, '2022-03-01').map(({ name, known }) => `${name} ${known}`)).toEqual([
      '县司法局 false',
      '县信访局 false',
      '司法局 false',
      '县法制办 false',
      '县财政局 false',
    ]);
  });

  it('is empty for other kinds of file', async () => {
    const { at } = await open(files);
    expect(unitsOverview(await at('x.danwei.yaml'), '2022-03-01')).toEqual([]);
  });

  it('counts a bundled document', async () => {
    const { file } = await open({
      'a.zhibiao.yaml': seed('as-printed/qinshui/qinshui.zhibiao.yaml').replace('qinshui.danwei.yaml', 'x.danwei.yaml'),
      'x.danwei.yaml': seed('as-printed/qinshui/qinshui.danwei.yaml'),
    });
    expect(overviewOf(file, '县司法局', '2022-03-01')?.items).toHaveLength(30);
  });
});

describe('overviewOf', () => {
  it.each([
    ['县法制办', '县司法局'],
    [' 司法局 ', '县司法局'],
    ['县信访局', '县信访局'],
    ['县教育局', undefined],
  ])('%s → %s', async (written, name) => {
    const { file } = await open(files);
    expect(overviewOf(file, written, '2022-03-01')?.name).toBe(name);
  });
});

describe('usesAcross', () => {
  it('finds a unit by any name in the files that follow its registry', async () => {
    const { at, workspace } = await open({ ...files, 'b.zhibiao.yaml': TEXT.replace('x.danwei', 'y.danwei') });
    const { units } = (await at('x.danwei.yaml')).document.model as RegistryFile;
    const [, unit] = units;
    const uses = unit ? usesAcross(workspace.index, uriOf('x.danwei.yaml'), unit) : [];
    expect(uses.map(({ file, item, role }) => [file.uri, item.number, role])).toEqual(
      [
        [1, '牵头单位'],
        [1, '责任单位'],
        [1, '责任单位'],
        [2, '责任单位'],
        [3, '配合单位'],
        [1, '责任单位'],
      ].map((use) => [uriOf('a.zhibiao.yaml'), ...use]),
    );
  });
});
