import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { printoutOf } from '../../../server/src/exchange/export/index';
import { exportPhrases } from '../../../server/src/exchange/export/phrases';
import { EXPORT_VIEWS } from '../../../server/src/protocol/export';
import { seed } from '../../service/harness';
import { asText, attempt, checked, documentText, sample, view } from './support';

describe('总表', () => {
  it('is the table as it is issued, with 文号 and 附件, without a row that only counts', async () => {
    expect(documentText(await view(sample, 'master'))).toBe(`<annex> 某发〔2021〕3号附件
<title> 任务表
一级指标 | 二级指标 | 序号 | 三级指标 | 牵头单位 | 责任单位 | 配合单位 | 完成时限 | 报送资料
一、甲 | 1. 子 | 1 | 第一件事 | 甲局 | 乙局／丙局 |  | 3月1日前：报送／年底前 | 清单
〃 | 〃 | 2 | 第二件事 |  | 县甲局 |  | 长期坚持 | 合并的资料
〃 | 〃 | 3 | 第三件事 |  | 甲局 | 乙局 | 2月10日前 | 〃
二、乙 | → | 4 | 第四件事 | 甲局 | 甲局 |  | 每季度末 | 
〃 | 〃 | 5 | 第五件事 |  |  |  | 五月底 | 
附加项 | 加分项 | 1 | 奖 |  | 乙局 |  |  | 
阶段 | 时间 | 工作内容
准备 | 1月5日前 | 动员`);
  });

  it('adds up scores', async () => {
    const text =
      '标题: 表\n县区: 某县\n总分: 3\n一级指标:\n  - 名称: 一、甲\n    三级指标: [{ 序号: 1, 内容: 事, 分值: 3 }]\n';
    expect(asText((await view(text, 'master')).parts[0]?.tables[0] ?? failed())).toContain('合计 | → | 共1项 | 3');
  });
});

describe('单位清单', () => {
  it('tells the roles apart, each in the order of the deadlines, with the numbers of the whole table', async () => {
    const printout = await view(sample, 'unit', ['县甲局']);
    expect(documentText(printout)).toBe(`<title> 任务表
<unit> 甲局任务清单（牵头2项，责任2项）
职责 | 序号 | 三级指标 | 牵头单位 | 责任单位 | 配合单位 | 完成时限 | 报送资料
牵头 | 1 | 第一件事 | 甲局 | 乙局／丙局 |  | 3月1日前：报送／年底前 | 清单
〃 | 4／（牵头、责任） | 第四件事 | 甲局 | 甲局 |  | 每季度末 | 
责任 | 3 | 第三件事 |  | 甲局 | 乙局 | 2月10日前 | 第2-3项合并报送：／合并的资料
〃 | 2 | 第二件事 |  | 县甲局 |  | 长期坚持 | 第2-3项合并报送：／合并的资料`);
  });

  it('prints the name of the unit bold, by whatever name it stands there', async () => {
    const [part] = (await view(sample, 'unit', ['甲局'])).parts;
    const strong = part?.tables[0]?.rows.flatMap(({ cells }) =>
      cells.flatMap(({ column, paragraphs }) => (column > 0 ? paragraphs.flat().filter((run) => run.strong) : [])),
    );
    expect([...new Set(strong?.map(({ text }) => text))]).toEqual(['甲局', '县甲局']);
  });

  it('makes a part for each unit, those of the registry first', async () => {
    expect((await view(sample, 'unit')).parts.map(({ name }) => name)).toEqual(['甲局', '乙局', '丙局']);
  });

  it('knows no other unit', async () => {
    expect(await attempt(sample, 'unit', ['丁局'])).toEqual({
      problem: { template: exportPhrases.unknownUnit, data: { unit: '丁局' } },
    });
    const text = '标题: 表\n县区: 某县\n一级指标: []\n';
    expect(await attempt(text, 'unit')).toEqual({ problem: { template: exportPhrases.noUnits, data: {} } });
  });
});

describe('报送资料清单', () => {
  it('lists merged evidence once, with all who hand it in, and says what has none', async () => {
    expect(documentText(await view(sample, 'evidence'))).toBe(`<title> 任务表
<unit> 报送资料清单
序号 | 对应指标 | 报送资料 | 牵头单位 | 责任单位 | 配合单位 | 完成时限 | 报送情况
1 | 1 | 清单 | 甲局 | 乙局／丙局 |  | 3月1日前：报送／年底前 | 
2 | 第2-3项／（合并报送） | 合并的资料 |  | 县甲局／甲局 | 乙局 | 长期坚持／2月10日前 | 
<text> 未写报送资料的指标：4、5、加分项1。`);
  });
});

describe('时限台账', () => {
  it('has milestones and phases by month, then what has no month; nothing is left out', async () => {
    expect(documentText(await view(sample, 'deadlines'))).toBe(`<title> 任务表
<unit> 时限台账
月份 | 完成时限 | 序号 | 三级指标 | 牵头单位 | 责任单位 | 配合单位 | 报送资料
2022年1月 | 1月5日前 | 阶段 | 准备／动员 |  |  |  | 
2022年2月 | 2月10日前 | 3 | 第三件事 |  | 甲局 | 乙局 | 
2022年3月 | 3月1日前 | 1 | 报送／第一件事 | 甲局 | 乙局／丙局 |  | 清单
2022年12月 | 年底前 | 1 | 第一件事 | 甲局 | 乙局／丙局 |  | 清单
定期 | 每季度末 | 4 | 第四件事 | 甲局 | 甲局 |  | 
长期 | 长期坚持 | 2 | 第二件事 |  | 县甲局 |  | 
时限待核 | 五月底 | 5 | 第五件事 |  |  |  | 
未定时限 |  | 加分项／1 | 奖 |  | 乙局 |  | `);
  });

  it('names no year where nobody did, and 每年 where it recurs', async () => {
    const items = ['2月底前', '每年3月1日前', '2023年1月5日前'].map(
      (when, index) => `{ 序号: ${index + 1}, 内容: 事, 完成时限: ${when} }`,
    );
    const text = `标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标: [${items.join(', ')}]\n`;
    const [part] = (await view(text, 'deadlines')).parts;
    const months = part?.tables[0]?.rows.map(({ cells }) => cells[0]?.paragraphs[0]?.[0]?.text);
    expect(months).toEqual(['2023年1月', '2月', '每年3月']);
  });
});

describe('征求意见稿', () => {
  it('has a column for opinions and lines to sign; no 文号, since it is not issued', async () => {
    const text = documentText(await view(sample, 'draft'));
    expect(text).toMatch(/^<title> 任务表\n<unit> （征求意见稿）\n.* \| 修改意见\n/);
    expect(text).toContain('2月10日前 | 〃 | \n');
    expect(text).toContain('准备 | 1月5日前 | 动员\n<text> 反馈单位（盖章）：');
  });
});

describe('上级对照表', () => {
  const central =
    '编制并对外公布本级政府工作部门的权责清单，逐一明确法律依据、实施主体、责任方式等，实现同一事项的规范统一，并根据法律法规的变化实行动态调整。';
  const file = (content: string) => `标题: 表
县区: 某县
依据: 2021年版
节选: true
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 6
        内容: ${content}
        说明: 地方从严
      - { 序号: 200, 内容: 本县自己加的一件事情, 对应: 无 }
`;

  it('marks what was added and dropped, and items of the county as a whole', async () => {
    const changed = central.replace('对外公布', '及时公布').replace('动态调整', '动态调整，每季度更新');
    expect(documentText(await view(file(changed), 'changes'))).toBe(`<title> 表
<unit> 与《市县法治政府建设示范指标体系（2021年版）》对照表
一级指标 | 序号 | 上级序号 | 三级指标（加粗为增加，删除线为删去） | 说明
一、甲 | 6 | 6 | 编制并【-对外】【+及时】公布本级政府工作部门的权责清单，逐一明确法律依据、实施主体、责任方式等，实现同一事项的规范统一，并根据法律法规的变化实行动态调整，【+每季度更新】。 | 地方从严
〃 | 200 |  | 【+本县自己加的一件事情】 | 
<text> 本表共2项，与2021年版文字不同的2项，其余0项相同。标点和空格的不同不列。`);
  });

  it('leaves copies out and lists what is lacking, struck through', async () => {
    const whole = file(central).replace('节选: true\n', '');
    const [part] = (await view(whole, 'changes')).parts;
    const rows = asText(part?.tables[0] ?? failed()).split('\n');
    expect(rows[1]).toBe('一、甲 | 200 |  | 【+本县自己加的一件事情】 | ');
    expect(rows[2]).toMatch(/^上级有、本表没有 \| {2}\| 1 \| 【-全面普及/);
    expect(rows).toHaveLength(1 + 1 + 99);
  });

  it('needs an edition', async () => {
    expect(await attempt('标题: 表\n县区: 某县\n依据: 无\n', 'changes')).toEqual({
      problem: { template: exportPhrases.noCorpus, data: {} },
    });
  });
});

describe('every view', () => {
  const documents = ['qinshui/qinshui', 'shapotou/shapotou', 'zhashui/zhashui', 'lanling/lanling', 'baofeng/scheme'];

  it.each(documents)('covers each position of its tables once: %s', async (name) => {
    const text = seed(`as-printed/${name}.zhibiao.yaml`);
    for (const one of EXPORT_VIEWS) {
      const result = await attempt(text, one);
      if ('problem' in result) continue;
      for (const { tables } of result.parts) for (const table of tables) expect(() => asText(table)).not.toThrow();
    }
  });

  it('of a damaged document is made all the same', async () => {
    const lines = sample.split('\n');
    const damaged = fc.tuple(
      fc.nat(lines.length - 1),
      fc.constantFrom('', '  - [', '        内容: "', '：', '      - 序号: x'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(damaged, { maxLength: 3 }), fc.constantFrom(...EXPORT_VIEWS), async (changes, one) => {
        const text = lines.map((line, at) => changes.find(([where]) => where === at)?.[1] ?? line).join('\n');
        const result = await attempt(text, one);
        if ('problem' in result) return;
        for (const { tables } of result.parts) for (const table of tables) asText(table);
      }),
      { numRuns: 60 },
    );
  });

  it('is not made of a registry', async () => {
    const file = await checked('a.danwei.yaml', { 'a.danwei.yaml': '县区: 某县\n单位: []\n' });
    expect(printoutOf(file, 'master')).toEqual({ problem: { template: exportPhrases.notIndicators, data: {} } });
  });
});

function failed(): never {
  throw new Error('the document has no table');
}
