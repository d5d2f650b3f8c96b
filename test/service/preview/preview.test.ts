import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { preview } from '../../../server/src/service/preview';
import { open, seed } from '../harness';
import { asText, grid, textOf } from './grid';

const documents = [
  'as-printed/qinshui/qinshui',
  'as-printed/shapotou/shapotou',
  'as-printed/zhashui/zhashui',
  'as-printed/lanling/lanling',
  'as-printed/baofeng/plan',
  'as-printed/baofeng/scheme',
  'corrected/qinshui/qinshui',
  'corrected/shapotou/shapotou',
  'corrected/zhashui/zhashui',
  'corrected/lanling/lanling',
  'corrected/baofeng/plan',
  'corrected/baofeng/scheme',
] as const;

async function printed(text: string, options: Parameters<typeof preview>[2] = {}, name = 'a.zhibiao.yaml') {
  const { workspace, file } = await open({ [name]: text });
  const result = preview(workspace, file, options);
  if (!result) throw new Error('no preview');
  return { ...result, file };
}

const head = '标题: 任务表\n县区: 某县\n';
const items = `一级指标:
  - 名称: 一、甲
    二级指标:
      - 名称: 1. 子
        三级指标:
          - 序号: 1
            名称: 短题
            内容: 第一件事
            牵头单位: [甲局]
            责任单位: [乙局, 丙局]
            完成时限: [{ 时间: 3月1日前, 任务: 报送 }, 年底前]
            分值: 0.1
          - 序号: 2
            内容: 第二件事
            责任单位: 甲局
            分值: 0.2
      - 名称: 2. 丑
        三级指标:
          - 序号: 3
            内容: 第三件事
            报送资料: [一, 二]
  - 名称: 二、乙
    三级指标:
      - 序号: 4
        内容: 第四件事
`;

describe('the printed table', () => {
  it.each(documents)('of %s', async (name) => {
    const text = seed(`${name}.zhibiao.yaml`);
    await expect(asText(await printed(text))).toMatchFileSnapshot(`snapshots/${name.replaceAll('/', '-')}.txt`);
  });

  it('has merged cells and only the columns that the file fills', async () => {
    expect(asText(await printed(head + items))).toBe(`<title> 任务表

一级指标 | 二级指标 | 序号 | 三级指标 | 牵头单位 | 责任单位 | 完成时限 | 报送资料 | 分值
一、甲 | 1. 子 | 1 | 短题／第一件事 | 甲局 | 乙局／丙局 | 3月1日前：报送／年底前 |  | 0.1
〃 | 〃 | 2 | 第二件事 |  | 甲局 |  |  | 0.2
〃 | 2. 丑 | 3 | 第三件事 |  |  |  | 一／二 | 
二、乙 | → | 4 | 第四件事 |  |  |  |  | 
(total) 合计 | → | → | 共4项 |  |  |  |  | 0.3

`);
  });

  it('has head, phases, methods and notes', async () => {
    const text = `标题: 方案
县区: 某县
文号: 某发〔2021〕3号
印发机关: 某县委
印发日期: 2021-03-05
阶段: [{ 名称: 自查, 时间: 6月底前, 内容: 对照 }, 乱]
考核方式: [{ 名称: 日常, 内容: 评价, 分值: 20 }]
等次: [优秀, 良好]
合并报送: [{ 指标: 8-9, 资料: [甲, 乙] }]
说明: |
  第一段
  第二段
`;
    expect(asText(await printed(text))).toBe(`<annex> 某发〔2021〕3号附件
<title> 方案
<issue> （某县委　2021年3月5日印发）

阶段 | 时间 | 工作内容
自查 | 6月底前 | 对照
(damaged) 乱 |  | 

考核方式 | 考核内容 | 分值
日常 | 评价 | 20

<text> 第8-9项合并报送：甲／乙
<text> 考核等次：优秀、良好
<heading> 说明
<text> 第一段
<text> 第二段
`);
  });

  it('shows damaged entries as they stand and sections without items', async () => {
    const text = `${head}一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: "没有收尾
  - 名称: 二、乙
    三级指标:
      - 只有一句话
  - 三、丙
  - 名称: 四、丁
`;
    const result = await printed(text);
    expect(result.tables[0]?.rows.map(({ kind }) => kind)).toContain('damaged');
    expect(asText(result)).toMatch(/\(damaged\) 二、乙 \| {2}\| 只有一句话/);
    expect(asText(result)).toMatch(/\(damaged\) {2}\| 三、丙 \| →/);
    expect(asText(result)).toMatch(/\(empty\) 四、丁 \| {2}\| →/);
  });

  it('is none of a registry or a configuration, and one of a corpus', async () => {
    for (const name of ['a.danwei.yaml', 'zhibiao.config.yaml']) {
      const { workspace, file } = await open({ [name]: '县区: 某县\n' });
      expect(preview(workspace, file, {})).toBeNull();
    }
    const corpus = await printed(seed('requirements/2021.yaoqiu.yaml'), {}, 'a.yaoqiu.yaml');
    expect(corpus.tables[0]?.columns.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['一级指标', '二级指标', '序号', '三级指标', '出处', '校勘']),
    );
  });
});

describe('merged evidence', () => {
  const item = (number: number, rest = '') => `      - 序号: ${number}\n        内容: 事${number}\n${rest}`;
  const evidence = (text: string) => `        报送资料: ${text}\n`;
  const table = (list: string, groups: string) =>
    printed(`${head}一级指标:\n  - 名称: 一、甲\n    三级指标:\n${list}合并报送: ${groups}\n`);

  it('reaches over neighbours and is told once', async () => {
    const list = item(1) + item(2) + item(3) + item(4);
    expect(asText(await table(list, '[{ 指标: [1, 2, 4], 资料: 全套 }]'))).toContain(
      '1 | 事1 | 全套\n〃 | 2 | 事2 | 〃\n〃 | 3 | 事3 | \n〃 | 4 | 事4 | \n',
    );
  });

  it('leaves out common evidence that the first item repeats', async () => {
    const list = item(1, evidence('第1、2项合并提供：全套。')) + item(2);
    expect(asText(await table(list, '[{ 指标: 1-2, 资料: 全套 }]'), 99)).toContain(
      '1 | 事1 | 第1、2项合并提供：全套。\n〃 | 2 | 事2 | 〃\n',
    );
  });

  it('does not merge items that each have their own', async () => {
    const list = item(1, evidence('甲')) + item(2, evidence('乙'));
    expect(asText(await table(list, '[{ 指标: 1-2, 资料: 全套 }]'))).toContain(
      '1 | 事1 | 甲／全套\n〃 | 2 | 事2 | 乙\n',
    );
  });

  it('belongs to the group in the file, too', async () => {
    const result = await table(item(1) + item(2), '[{ 指标: 1-2, 资料: 全套 }]');
    const cell = result.tables[0]?.rows[0]?.cells.find(({ rowSpan }) => rowSpan === 2 && true);
    const merged = result.tables[0]?.rows[0]?.cells.at(-1);
    expect(cell?.column).toBe(0);
    expect(merged?.outside).toEqual([
      { line: 4, lines: 1 },
      { line: 4, lines: 1 },
    ]);
  });
});

describe('places', () => {
  it('count from the row, so that an edit above changes nothing else', async () => {
    const [before, after] = [await printed(head + items), await printed(`# 一行\n${head}${items}`)];
    const rows = (result: typeof before) => result.tables[0]?.rows.map(({ place, ...row }) => row);
    expect(rows(after)).toEqual(rows(before));
    expect(before.tables[0]?.rows.map(({ place }) => place?.line)).toEqual([7, 14, 20, 25, undefined]);
    expect(after.tables[0]?.rows[0]?.place).toEqual({ line: 8, lines: 7 });
    const [section] = before.tables[0]?.rows[0]?.cells ?? [];
    expect(section?.line).toBe(-4);
    expect(section?.outside).toEqual([{ line: -4, lines: 1 }]);
  });
});

describe('findings', () => {
  it('mark the characters, in a quoted text too', async () => {
    const text = head + items.replace('第一件事', '"第\\u4e00件�事"');
    const { tables, counts } = await printed(text);
    const cell = tables[0]?.rows[0]?.cells.find(({ column }) => column === 3);
    const [name, content] = cell?.paragraphs ?? [];
    expect(name).toEqual([{ text: '短题', strong: true }]);
    const marked = content?.filter(({ finding }) => finding !== undefined).map(({ text: piece }) => piece);
    expect(marked).toEqual([expect.stringContaining('�')]);
    expect(cell?.findings?.[0]).toMatchObject({ severity: 'error', rule: 'text-encoding', line: 2 });
    expect(counts.error).toBeGreaterThan(0);
  });

  it('stand at the title of a section, at a key, and elsewhere', async () => {
    const text = `${head}创建周期: { 起: 2022-01-01, 止: 2021-01-01 }\n${items.replace('二、乙', '四、乙').replace('            分值: 0.2', '            分直: 0.2')}`;
    const { tables, elsewhere } = await printed(text);
    const rules = (row: number, column: number) =>
      tables[0]?.rows[row]?.cells.find((one) => one.column === column)?.findings?.map(({ rule }) => rule);
    expect(rules(3, 0)).toContain('heading-sequence');
    expect(rules(1, 2)).toContain('schema');
    expect(elsewhere.map(({ line }) => line)).toContain(2);
  });

  it('all find a place or are told elsewhere', async () => {
    for (const name of documents) {
      const result = await printed(seed(`${name}.zhibiao.yaml`));
      const shown = [
        ...[...result.head, ...result.notes].flatMap(({ findings = [] }) => findings),
        ...result.tables.flatMap(({ rows }) =>
          rows.flatMap(({ cells }) => cells.flatMap(({ findings = [] }) => findings)),
        ),
      ];
      expect(shown.length + result.elsewhere.length).toBe(result.file.findings.length);
    }
  });

  it('can be all that is shown', async () => {
    const text = head + items.replace('第三件事', '第三�件事');
    const result = await printed(text, { onlyFindings: true });
    const numbers = result.tables[0]?.rows.flatMap(({ cells }) =>
      cells.filter(({ column }) => column === 2).map((cell) => textOf(cell)),
    );
    expect(numbers).toContain('3');
    expect(result.tables[0]?.rows.some(({ kind }) => kind === 'total')).toBe(false);
    expect(result.notes).toEqual([]);
  });
});

describe('the list of a unit', () => {
  it('keeps numbers, says what the unit has to do, and sets its name off', async () => {
    const result = await printed(head + items, { unit: '甲局' });
    expect(asText(result)).toBe(`<title> 任务表
<unit> 甲局任务清单（牵头1项、责任1项）

一级指标 | 二级指标 | 序号 | 三级指标 | 职责 | 牵头单位 | 责任单位 | 完成时限 | 报送资料 | 分值
一、甲 | 1. 子 | 1 | 短题／第一件事 | 牵头 | 甲局 | 乙局／丙局 | 3月1日前：报送／年底前 |  | 0.1
〃 | 〃 | 2 | 第二件事 | 责任 |  | 甲局 |  |  | 0.2
(total) 合计 | → | → | 共2项 |  |  |  |  |  | 0.3

`);
    expect(result.unit).toBe('甲局');
    const units = result.tables[0]?.rows[0]?.cells.flatMap(({ paragraphs }) => paragraphs.flat());
    expect(units?.filter(({ strong }) => strong).map(({ text }) => text)).toEqual(['短题', '甲局']);
    expect(result.units).toEqual([
      { name: '甲局', lead: 1, responsible: 1, support: 0 },
      { name: '乙局', lead: 0, responsible: 1, support: 0 },
      { name: '丙局', lead: 0, responsible: 1, support: 0 },
    ]);
  });

  it('is the whole file for a unit that it does not name', async () => {
    const result = await printed(head + items, { unit: '没有的局' });
    expect(result.unit).toBeUndefined();
    expect(asText(result)).toBe(asText(await printed(head + items)));
  });
});

/** Positions of the text where a slip is made, and what it is. */
const slip = fc.record({
  at: fc.double({ min: 0, max: 1, noNaN: true }),
  length: fc.integer({ min: 0, max: 40 }),
  text: fc.constantFrom('', '：', '"', '[', '- ', '\n', ' ', '  - 名称: 乙\n', '\t', '&a ', '*a', '|', '{'),
});

describe('a damaged text', () => {
  it('has a table without holes or overlaps, whatever is shown of it', async () => {
    const texts = documents.map((name) => seed(`${name}.zhibiao.yaml`));
    const { workspace, project } = await open({ 'a.zhibiao.yaml': head });
    await fc.assert(
      fc.asyncProperty(
        fc.nat(texts.length - 1),
        fc.array(slip, { minLength: 1, maxLength: 4 }),
        async (index, slips) => {
          let text = texts[index] ?? '';
          for (const { at, length, text: by } of slips) {
            const offset = Math.floor(at * text.length);
            text = text.slice(0, offset) + by + text.slice(offset + length);
          }
          const file = await project.check('file:///w/a.zhibiao.yaml', text);
          const whole = preview(workspace, file, {});
          const unit = whole?.units[0]?.name;
          for (const options of [
            {},
            { onlyFindings: true },
            ...(unit ? [{ unit }, { unit, onlyFindings: true }] : []),
          ]) {
            for (const table of preview(workspace, file, options)?.tables ?? []) grid(table);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is shown after each keystroke of an item', async () => {
    const { workspace, project } = await open({ 'a.zhibiao.yaml': head });
    const text = head + items;
    for (let end = 0; end <= text.length; end++) {
      const file = await project.check('file:///w/a.zhibiao.yaml', text.slice(0, end));
      for (const table of preview(workspace, file, {})?.tables ?? []) grid(table);
    }
  });
});
