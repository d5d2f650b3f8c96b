import { describe, expect, it } from 'vitest';
import {
  type ComparedItem,
  type CountyComparison,
  compareCounties,
} from '../../../server/src/exchange/compare/compare';
import { comparisonPrintout, select } from '../../../server/src/exchange/compare/table';
import { write } from '../../../server/src/exchange/export/index';
import { open, seed } from '../../service/harness';
import { county, EDITIONS, TEXTS } from '../migrate/editions-of';

/** Compares files in the order of their names. */
async function compare(files: Readonly<Record<string, string>>): Promise<CountyComparison> {
  const { at } = await open({ ...EDITIONS, ...files });
  const names = Object.keys(files).filter((name) => name.endsWith('.zhibiao.yaml'));
  return compareCounties(await Promise.all(names.map(at)), names);
}

function aspects({ aspects: all }: ComparedItem | { aspects: never[] } = { aspects: [] }) {
  return Object.fromEntries(all.map(({ aspect, entries, differs }) => [aspect, [...entries.map(String), differs]]));
}

const district = (text: string) => text.replace('县区: 甲县', '县区: 乙区');

describe('two counties on one edition', () => {
  it('are put side by side under each aspect that one of them has', async () => {
    const { basis, counties, items } = await compare({
      'a.zhibiao.yaml': county({ 1: ['牵头单位: 县司法局', '责任单位: [县税务局]', '完成时限: 5月31日前', '分值: 2'] }),
      'b.zhibiao.yaml': district(county({ 1: ['责任单位: [区税务局, 区财政局]', '完成时限: 5月 31日前', '分值: 2'] })),
    });
    expect([basis, counties]).toEqual(['旧指标体系', ['甲县', '乙区']]);
    expect(items.map(({ label }) => label)).toEqual(['1', '2', '3', '4', '5']);
    expect(aspects(items[0])).toEqual({
      lead: ['县司法局', '', true],
      responsible: ['县税务局', '区税务局,区财政局', true],
      deadline: ['5月31日前', '5月 31日前', false],
      score: ['2分', '2分', false],
    });
    expect(aspects(items[1])).toEqual({});
  });

  it('show what each has made of the text', async () => {
    const { items } = await compare({
      'a.zhibiao.yaml': county({ 2: [`内容: ${TEXTS.opening.replace('5个', '3个')}`] }),
      'b.zhibiao.yaml': district(county({ 2: [`内容: ${TEXTS.opening}每季度开展一次企业开办情况问卷调查。`] })),
    });
    expect(aspects(items[1])).toEqual({
      threshold: [expect.stringMatching(/^「.*5个工作日」改为「.*3个工作日」$/), '', true],
      departure: ['', '加上「每季度开展一次企业开办情况问卷调查」', true],
    });
  });

  it('tell which item one of them has not, and which is its own', async () => {
    const without = county().replace(/ {6}- 序号: 3\n.*\n/, '');
    const own = '      - 序号: 6\n        内容: 建设法治文化公园。\n        对应: 无\n';
    const { items, others } = await compare({ 'a.zhibiao.yaml': without, 'b.zhibiao.yaml': district(county({}, own)) });
    expect(items[2]).toMatchObject({ label: '3', present: [false, true] });
    expect(others).toEqual([[], [{ label: '6', text: '建设法治文化公园。' }]]);
  });

  it('of one name are told apart', async () => {
    const { counties } = await compare({ 'a.zhibiao.yaml': county(), 'b.zhibiao.yaml': county() });
    expect(counties).toEqual(['甲县', '甲县（2）']);
  });
});

describe('counties on two editions', () => {
  it('are put side by side by what their items became, with their own serials', async () => {
    const items = [TEXTS.openingNew, TEXTS.permitsNew, TEXTS.flood, TEXTS.review, TEXTS.court];
    const rows = items.map(
      (text, index) => `      - 序号: ${index + 1}\n        内容: ${text}\n        责任单位: [乙${index + 1}局]\n`,
    );
    const other = `县区: 乙区\n依据: 新指标体系\n一级指标:\n  - 名称: 一、总则\n    三级指标:\n${rows.join('')}`;
    const compared = await compare({ 'a.zhibiao.yaml': county({ 1: ['责任单位: [甲1局]'] }), 'b.zhibiao.yaml': other });
    expect(aspects(compared.items[0])).toEqual({ number: ['1', '2', false], responsible: ['甲1局', '乙2局', true] });
    expect(aspects(compared.items[3])).toEqual({ responsible: ['', '乙4局', true] });
    expect(compared.others).toEqual([[], [{ label: '3', text: TEXTS.flood }]]);
  });

  it('without an edition go by the items of the first', async () => {
    const plain = (text: string) => text.replace('依据: 旧指标体系\n', '');
    const { basis, items } = await compare({
      'a.zhibiao.yaml': plain(county({ 5: ['责任单位: [县法院]'] })),
      'b.zhibiao.yaml': plain(district(county({ 5: ['责任单位: [区法院]'] }))),
    });
    expect(basis).toBe('分解表');
    expect(aspects(items[4])).toEqual({ responsible: ['县法院', '区法院', false] });
  });
});

describe('a selection', () => {
  it('has only the items asked for, and of them only what differs', async () => {
    const whole = await compare({
      'a.zhibiao.yaml': county({ 1: ['责任单位: [县税务局]', '分值: 1'], 2: ['分值: 2'], 3: ['分值: 1'] }),
      'b.zhibiao.yaml': district(county({ 1: ['责任单位: [区税务局]', '分值: 3'], 2: ['分值: 2'], 3: ['分值: 2'] })),
    });
    const chosen = select(whole, { onlyDifferences: true, items: new Set([1, 2]) });
    expect(chosen.items.map(({ label, aspects: all }) => [label, all.map(({ aspect }) => aspect)])).toEqual([
      ['1', ['score']],
    ]);
  });
});

describe('the table', () => {
  it('has a row for each aspect under the item, and what differs in bold', async () => {
    const whole = await compare({
      'a.zhibiao.yaml': county({ 1: ['责任单位: [县税务局]', '完成时限: 长期坚持'] }),
      'b.zhibiao.yaml': district(county({ 1: ['责任单位: [区财政局]', '完成时限: 长期坚持'] })),
    });
    const printout = comparisonPrintout(select(whole, { items: new Set([1]) }));
    const text = new TextDecoder().decode(await write(printout, 'md'));
    expect(text).toContain('按旧指标体系的序号排列');
    expect(text).toContain(
      `| 1 | ${TEXTS.permits} | 责任单位 | **县税务局** | **区财政局** |\n|  |  | 完成时限 | 长期坚持 | 长期坚持 |\n`,
    );
    const data = JSON.parse(new TextDecoder().decode(await write(printout, 'json')));
    expect(data).toMatchObject({ view: 'compare' });
    expect(data.parts[0].tables[0].rows[0]).toMatchObject({ 'county-1': '县税务局', 'county-2': '区财政局' });
  });

  it.each(['docx', 'xlsx', 'html', 'csv'] as const)('is written as %s', async (format) => {
    const whole = await compare({ 'a.zhibiao.yaml': county(), 'b.zhibiao.yaml': district(county()) });
    expect((await write(comparisonPrintout(whole), format)).length).toBeGreaterThan(500);
  });
});

it('compares the bundled documents item by item', async () => {
  const text = (name: string) => seed(`as-printed/${name}/${name}.zhibiao.yaml`);
  const { items, others } = await compare({ 'a.zhibiao.yaml': text('qinshui'), 'b.zhibiao.yaml': text('shapotou') });
  expect(items).toHaveLength(104);
  expect(items.every(({ present }) => present.every(Boolean))).toBe(true);
  expect(others).toEqual([[], []]);
  expect(aspects(items[4])).toMatchObject({
    lead: ['', '区委政研室,区工信和商务局,区税务局,区市场监管分局', true],
    deadline: ['', '6月30日前', true],
    threshold: ['', '「不超过5个工作日」改为「不超过3个工作日」', true],
  });
});
