import { describe, expect, it } from 'vitest';
import { unitOutline } from '../../server/src/service/unit-outline';
import { open, seed, uriOf } from './harness';

const registry = `县区: 测试县
单位:
  - 名称: 县委办
  - 名称: 县司法局
    别名: [司法局]
`;
const county = `县区: 测试县
年度: 2022
依据: 无
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 第一件事。
        牵头单位: [司法局]
        责任单位: [县司法局, 县档案馆, 县委办]
        完成时限: 2月底前
      - 序号: 2
        内容: 第二件事。
        责任单位: 县司法局
        配合单位: ["县档案馆 "]
        完成时限: 6月底前
附加项:
  加分项:
    - { 序号: 1, 内容: 获得表彰。, 责任单位: [县委办] }
`;

describe('unitOutline', () => {
  it('has the units of the registry first, each with its items, roles, deadlines and places', async () => {
    const { workspace, file } = await open({ 'a.zhibiao.yaml': county, 'x.danwei.yaml': registry });
    const found = unitOutline(workspace, file);
    expect(found).toMatchObject({ title: '测试县', hasRegistry: true });
    expect(found?.units.map(({ name, known, nextDay }) => [name, known, nextDay])).toEqual([
      ['县委办', true, undefined],
      ['县司法局', true, '2022-06-30'],
      ['县档案馆', false, '2022-06-30'],
    ]);
    const lines = file.document.lines;
    const tasks = found?.units.map(({ tasks }) =>
      tasks.map(({ role, item, range }) => {
        const { start, end } = lines.span(range);
        return [role, found.items[item]?.text, lines.text.slice(start, end)];
      }),
    );
    expect(tasks).toEqual([
      [
        ['责任单位', '第一件事。', '县委办'],
        ['责任单位', '获得表彰。', '县委办'],
      ],
      [
        ['牵头单位', '第一件事。', '司法局'],
        ['责任单位', '第一件事。', '县司法局'],
        ['责任单位', '第二件事。', '县司法局'],
      ],
      [
        ['责任单位', '第一件事。', '县档案馆'],
        ['配合单位', '第二件事。', '县档案馆'],
      ],
    ]);
  });

  it('tells the deadline of an item, its day and how far that is', async () => {
    const { workspace, file } = await open({ 'a.zhibiao.yaml': county, 'x.danwei.yaml': registry });
    const items = unitOutline(workspace, file)?.items.toSorted((a, b) => a.place.line - b.place.line);
    expect(items).toEqual([
      {
        number: 1,
        text: '第一件事。',
        place: { line: 6, character: 8 },
        deadline: '2月底前',
        day: '2022-02-28',
        daysLeft: -1,
      },
      {
        number: 2,
        text: '第二件事。',
        place: { line: 11, character: 8 },
        deadline: '6月底前',
        day: '2022-06-30',
        daysLeft: 121,
      },
      { number: 1, extra: '加分项', text: '获得表彰。', place: { line: 18, character: 8 } },
    ]);
  });

  it('leads to the entry in the registry, be it a file or a list in the file itself', async () => {
    const outside = await open({ 'a.zhibiao.yaml': county, 'x.danwei.yaml': registry });
    expect(unitOutline(outside.workspace, outside.file)?.units.map(({ entry }) => entry)).toEqual([
      { uri: uriOf('x.danwei.yaml'), range: { start: { line: 2, character: 8 }, end: { line: 2, character: 11 } } },
      { uri: uriOf('x.danwei.yaml'), range: { start: { line: 3, character: 8 }, end: { line: 3, character: 12 } } },
      undefined,
    ]);
    const inside = await open({ 'a.zhibiao.yaml': county.replace('依据: 无', '单位名录: [县委办]') });
    const [first] = unitOutline(inside.workspace, inside.file)?.units ?? [];
    expect(first?.entry).toEqual({
      uri: inside.file.uri,
      range: { start: { line: 2, character: 7 }, end: { line: 2, character: 10 } },
    });
  });

  it('is not for registries, nor for corpora; works without a registry and on an empty file', async () => {
    const { workspace, at } = await open({ 'x.danwei.yaml': registry });
    expect(unitOutline(workspace, await at('x.danwei.yaml'))).toBeNull();
    const alone = await open({ 'a.zhibiao.yaml': county });
    expect(unitOutline(alone.workspace, alone.file)).toMatchObject({ hasRegistry: false });
    const empty = await open({ 'a.zhibiao.yaml': '' });
    expect(unitOutline(empty.workspace, empty.file)).toEqual({ title: '', hasRegistry: false, items: [], units: [] });
  });

  it('has every item of every unit of a bundled file', async () => {
    const { workspace, file } = await open({
      'shapotou.zhibiao.yaml': seed('as-printed/shapotou/shapotou.zhibiao.yaml'),
      'shapotou.danwei.yaml': seed('as-printed/shapotou/shapotou.danwei.yaml'),
    });
    const found = unitOutline(workspace, file);
    expect(found?.items).toHaveLength(104);
    expect(found?.units.filter(({ known }) => !known).map(({ name }) => name)).toEqual(['区工信和商务局区民社局']);
    expect(found?.units.every(({ tasks }) => tasks.length > 0)).toBe(true);
  });
});
