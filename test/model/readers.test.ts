import { describe, expect, it } from 'vitest';
import type { ConfigFile } from '../../server/src/model/config';
import { answersTo, createCorpus } from '../../server/src/model/corpus';
import { readDocument } from '../../server/src/model/document';
import { createRegistry } from '../../server/src/model/registry';
import type { FileKind, IndicatorFile, RegistryFile } from '../../server/src/model/types';
import { LineIndex } from '../../server/src/text/lines';

const modelOf = (kind: FileKind, text: string) => readDocument('file:///w', kind, text).model;
const file = (text: string) => modelOf('zhibiao', text) as IndicatorFile;

const text = `标题: 任务表
县区: 某县
年度: 2021
创建周期: { 起: 2021-10-20, 止: 2022-12-31 }
层级名称: [创建内容, 创建项目]
节选: true
编号: 分级
一级指标:
  - 名称: 一、甲
    二级指标:
      - 名称: （一）乙
        三级指标:
          - 序号: 1
            名称: 短题
            内容: 做一件事
            牵头单位: 甲局
            责任单位: [乙局, 丙局]
            配合单位:
              - 丁局
            完成时限: 5月30日前
            报送资料: [资料一, 资料二]
            分值: 2
            对应: [4, 5]
          - 序号: "2"
            内容: 做另一件事
            完成时限:
              - { 时间: 5月底前, 任务: 上半 }
              - 年底前
            对应: 无
    三级指标:
      - 序号: 3
        内容: 直接在一级之下
附加项:
  加分项: { 上限: 5, 条目: [ { 序号: 1, 内容: 加分 } ] }
  否决项:
    - { 序号: 1, 内容: 否决 }
合并报送:
  - 指标: 1-2
    资料: [甲]
阶段:
  - { 名称: 自查, 时间: 2023年11月17日至11月26日, 内容: 逐项自查 }
考核方式: [ { 名称: 日常评价, 内容: 结合日常, 分值: 20 } ]
等次: [优秀, 良好]
单位名录: [甲局, { 名称: 乙局, 别名: [乙] }]
`;

describe('an indicator file', () => {
  const model = file(text);
  const [first, second, third] = model.items;

  it('gives its head', () => {
    expect(model).toMatchObject({
      title: { value: '任务表' },
      county: { value: '某县' },
      year: { value: 2021 },
      period: { from: { value: '2021-10-20' }, to: { value: '2022-12-31' } },
      isExtract: true,
      numbering: 'by-parent',
      levelNames: ['创建内容', '创建项目', '三级指标'],
    });
    expect(model.inlineUnits?.map(({ name, aliases }) => [name?.value, aliases.length])).toEqual([
      ['甲局', 0],
      ['乙局', 1],
    ]);
  });

  it('gives its sections and items, each with its place', () => {
    expect(model.sections.map(({ title, sections, items }) => [title?.value, sections.length, items.length])).toEqual([
      ['一、甲', 1, 1],
    ]);
    expect(model.items.map(({ number, section }) => [number?.value, section?.level])).toEqual([
      [3, 1],
      [1, 2],
      [2, 2],
    ]);
    expect(second?.number && text.slice(second.number.node.place.start, second.number.node.place.end)).toBe('1');
    expect(first?.head && text.slice(first.head.start, first.head.end)).toBe('序号');
  });

  it('reads units, deadlines and the like in any form', () => {
    expect(second?.units.map(({ role, style, units }) => [role, style, units.map(({ value }) => value)])).toEqual([
      ['牵头单位', 'single', ['甲局']],
      ['责任单位', 'flow', ['乙局', '丙局']],
      ['配合单位', 'block', ['丁局']],
    ]);
    expect(third?.deadlines.map(({ text: at, task }) => [at.value, task?.value])).toEqual([
      ['5月底前', '上半'],
      ['年底前', undefined],
    ]);
    expect(second?.corresponds).toMatchObject({ numbers: [4, 5], none: false });
    expect(third?.corresponds).toMatchObject({ numbers: [], none: true });
    expect(third?.number?.value).toBe(2);
  });

  it('reads extras, groups and phases', () => {
    expect(model.extras.map(({ key, limit, items }) => [key, limit?.value, items.length])).toEqual([
      ['加分项', 5, 1],
      ['否决项', undefined, 1],
    ]);
    expect(model.groups[0]?.targets).toBeDefined();
    expect(model.phases[0]?.name?.value).toBe('自查');
    expect(model.phases[0]?.content?.value).toBe('逐项自查');
    const [method] = model.methods;
    expect([method?.name?.value, method?.content?.value, method?.score?.value]).toEqual(['日常评价', '结合日常', 20]);
    expect(model.grades.map(({ value }) => value)).toEqual(['优秀', '良好']);
    expect(model.runs.map(({ label, items }) => [label, items.length])).toEqual([
      ['', 1],
      ['', 2],
      ['加分项', 1],
      ['否决项', 1],
    ]);
  });

  it('lists every text in order with its key: those of an item with the item, the others with the file', () => {
    const written = (texts: typeof model.outerTexts) => texts.map(({ key, value }) => `${key}=${value}`);
    expect(written(model.outerTexts).slice(0, 3)).toEqual(['标题=任务表', '县区=某县', '起=2021-10-20']);
    expect(written(model.outerTexts).slice(-2)).toEqual(['名称=乙局', '别名=乙']);
    const [, first] = model.items;
    expect(written(first?.texts ?? [])).toEqual([
      '名称=短题',
      '内容=做一件事',
      '牵头单位=甲局',
      '责任单位=乙局',
      '责任单位=丙局',
      '配合单位=丁局',
      '完成时限=5月30日前',
      '报送资料=资料一',
      '报送资料=资料二',
    ]);
  });

  it('takes over the items that an edit leaves as they are, at their new places and in their new sections', () => {
    const before = readDocument('file:///w', 'zhibiao', text);
    const [, , second] = (before.model as IndicatorFile).items;
    const start = second?.node.place.start ?? 0;
    const after = readDocument('file:///w', 'zhibiao', text.replace('做一件事', '做一件大事'), { previous: before });
    const model = after.model as IndicatorFile;
    expect(model.items[2] === second).toBe(true);
    expect(second?.head.start).toBe(start + 1);
    expect(second?.section === model.sections[0]?.sections[0]).toBe(true);
    expect(model.items[1]?.content?.value).toBe('做一件大事');
  });

  it('reads items anew where the year of their deadlines changes', () => {
    const before = readDocument('file:///w', 'zhibiao', text);
    const after = readDocument('file:///w', 'zhibiao', text.replace('年度: 2021', '年度: 2022'), { previous: before });
    expect((after.model as IndicatorFile).items[1]?.deadlines[0]?.reading).toMatchObject({ last: '2022-05-30' });
  });

  it('reads an item that an alias repeats once for each place', () => {
    const twice = file(
      '一级指标:\n  - 名称: 甲\n    三级指标:\n      - &x\n        序号: 1\n  - 名称: 乙\n    三级指标:\n      - *x\n',
    );
    expect(twice.items.map(({ section }) => section?.title?.value)).toEqual(['甲', '乙']);
  });

  it('keeps the number of an item that cannot be read', () => {
    const damaged = file(
      '一级指标:\n  - 三级指标:\n      - 序号: 7\n        内容: "\\q"\n      - 序号: 8\n        内容: 乙\n',
    );
    expect(damaged.items.map((one) => [one.damaged, one.number?.value])).toEqual([
      [true, 7],
      [false, 8],
    ]);
  });

  it.each([
    '',
    '甲',
    '[]',
    '一级指标: 甲',
    '一级指标: [甲, [乙], {三级指标: 丙}]',
    '附加项: [甲]\n合并报送: 乙\n阶段: [丙]',
  ])('is read from %j without an exception', (odd) => expect(file(odd).items).toEqual([]));
});

describe('a registry', () => {
  const model = modelOf(
    'danwei',
    '县区: 某县\n单位:\n  - 名称: 甲局\n    全称: 某县甲局\n    别名: [甲]\n    曾用名: [老局]\n  - 名称: 老局\n  - 名称: 乙局\n    停用: 2019-03-01\n',
  ) as RegistryFile;
  const registry = createRegistry('file:///w', model.units, model.county?.value);

  it('knows a unit by each of its names, a present name before a former one', () => {
    expect(registry.find('某县甲局')).toMatchObject({ form: 'full-name' });
    expect(registry.find(' 甲 ')).toMatchObject({ form: 'alias' });
    expect(registry.find('老局')).toMatchObject({ form: 'name' });
    expect(registry.find('丙局')).toBeUndefined();
  });

  it('offers the names of units that are not closed', () => {
    expect(registry.currentNames).toEqual(['甲局', '老局']);
  });
});

describe('a corpus', () => {
  const corpusOf = (text: string) =>
    createCorpus('file:///w', modelOf('yaoqiu', text) as IndicatorFile, new LineIndex(text));
  const read = (head: string) => corpusOf(`${head}一级指标:\n  - 三级指标:\n      - 序号: 4\n        内容: 甲\n`);

  it('answers to its names, whatever the brackets', () => {
    const corpus = read('名称: 指标体系（2021年版）\n简称: [2021年版]\n');
    expect(
      corpus && [answersTo(corpus, '《指标体系(2021年版)》'), answersTo(corpus, '2021年版'), answersTo(corpus, '甲')],
    ).toEqual([true, true, false]);
    expect(corpus?.item(4)?.content?.value).toBe('甲');
    expect(corpus?.total).toBe(1);
  });

  it('is none without a name or an item', () => {
    expect(read('')).toBeUndefined();
    expect(corpusOf('名称: 甲\n')).toBeUndefined();
  });
});

describe('a configuration', () => {
  it('gives rules, files and overrides', () => {
    const model = modelOf(
      'config',
      '规则: { schema: off, unit-alias: warning }\n要求库: [a.yaml]\n忽略: 甲/**\n覆盖:\n  - 文件: [乙/**]\n    规则: { schema: error }\n',
    ) as ConfigFile;
    expect(model.rules.map(({ rule, severity }) => [rule.value, severity.value])).toEqual([
      ['schema', 'off'],
      ['unit-alias', 'warning'],
    ]);
    expect(model.ignore.map(({ value }) => value)).toEqual(['甲/**']);
    expect(model.overrides[0]?.files[0]?.value).toBe('乙/**');
  });
});

it('reads a list of more items and units than a call has room for arguments', () => {
  const entries = (count: number, line: (at: number) => string) => Array.from({ length: count }, (_, at) => line(at));
  const items = entries(130_000, (at) => `      - 序号: ${at}\n`).join('');
  const units = entries(130_000, (at) => `          - 甲${at}局\n`).join('');
  const list = `一级指标:\n  - 名称: 一、甲\n    三级指标:\n${items}        责任单位:\n${units}`;
  const model = file(list);
  expect(model.items).toHaveLength(130_000);
  expect(model.items.at(-1)?.units[0]?.units).toHaveLength(130_000);
});
