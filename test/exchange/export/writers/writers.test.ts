import { createRequire } from 'node:module';
import { unzipSync } from 'fflate';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { type Printout, split, write } from '../../../../server/src/exchange/export/index';
import { EXPORT_FORMATS, type ExportFormat, type ExportView } from '../../../../server/src/protocol/export';
import { sample, view } from '../support';

type Markdown = new (options: object) => { render(text: string): string };
const MarkdownIt = createRequire(import.meta.url)('markdown-it') as Markdown;
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

async function text(format: ExportFormat, file = sample, name: ExportView = 'master'): Promise<string> {
  return decoder.decode(await write(await view(file, name), format));
}

async function parts(format: 'docx' | 'xlsx', printout: Printout): Promise<Record<string, string>> {
  const files = Object.entries(unzipSync(await write(printout, format)));
  return Object.fromEntries(files.map(([name, bytes]) => [name, decoder.decode(bytes)]));
}

/** A table with one item. */
function one(content: string, unit = '甲局'): string {
  const item = `{ 序号: 1, 内容: ${JSON.stringify(content)}, 责任单位: [${JSON.stringify(unit)}] }`;
  return `标题: 表\n县区: 某县\n依据: 无\n一级指标:\n  - 名称: 一、甲\n    三级指标: [${item}]\n`;
}

afterEach(() => void vi.useRealTimers());

describe('every format', () => {
  it.each(EXPORT_FORMATS)('gives the same bytes on any day: %s', async (format) => {
    const printout = await view(sample, 'unit');
    const make = async (day: string) => {
      vi.useFakeTimers({ now: new Date(day), toFake: ['Date'] });
      return write(printout, format);
    };
    expect(Buffer.from(await make('2021-03-01')).equals(Buffer.from(await make('2031-11-30')))).toBe(true);
  });

  it.each(EXPORT_FORMATS)('has nothing but what is there: %s', async (format) => {
    const empty = await view('标题: 表\n县区: 某县\n依据: 无\n', 'master');
    expect((await write(empty, format)).length).toBeGreaterThan(2);
  });
});

describe('docx', () => {
  it('is A4 on its side, repeats the header on each page and breaks no row', async () => {
    const { 'word/document.xml': xml = '' } = await parts('docx', await view(sample, 'master'));
    expect(xml).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
    const rows = xml.match(/<w:tr>.*?<\/w:tr>/g) ?? [];
    expect(rows.map((row) => row.includes('<w:tblHeader/>'))).toEqual([true, ...Array(6).fill(false), true, false]);
    expect(rows.every((row) => row.includes('<w:cantSplit/>'))).toBe(true);
  });

  it('numbers pages — 1 —, at the outer edge', async () => {
    const files = await parts('docx', await view(sample, 'master'));
    const [odd = '', even = ''] = ['word/footer1.xml', 'word/footer2.xml'].map((name) => files[name]);
    expect(odd).toMatch(/— <.*PAGE.* —/);
    expect([odd.includes('w:val="right"'), even.includes('w:val="left"')]).toEqual([true, true]);
    expect(files['word/settings.xml']).toContain('<w:evenAndOddHeaders/>');
  });

  it('names the fonts of GB/T 9704 and what stands in for them', async () => {
    const { 'word/document.xml': xml = '', 'word/fontTable.xml': fonts = '' } = await parts(
      'docx',
      await view(sample, 'master'),
    );
    for (const [font, size] of [
      ['方正小标宋简体', 44],
      ['黑体', 18],
      ['仿宋_GB2312', 18],
    ] as const) {
      expect(xml).toMatch(new RegExp(`w:eastAsia="${font}"[^>]* w:hint="eastAsia"/><w:sz w:val="${size}"/>`));
    }
    expect(fonts).toContain('<w:font w:name="仿宋_GB2312"><w:altName w:val="仿宋,FangSong');
  });

  it('has a section for each unit', async () => {
    const { 'word/document.xml': xml = '' } = await parts('docx', await view(sample, 'unit'));
    expect(xml.match(/<w:sectPr/g)).toHaveLength(3);
  });

  it('shows what was added in bold and what was dropped struck through', async () => {
    const file = one(
      '编制并公开本级政府工作部门的权责清单，逐一明确法律依据、实施主体、责任方式等，实现同一事项的规范统一，并根据法律法规的变化实行动态调整。',
    )
      .replace('依据: 无', '依据: 2021年版\n节选: true')
      .replace('序号: 1', '序号: 6');
    const { 'word/document.xml': xml = '' } = await parts('docx', await view(file, 'changes'));
    expect(xml).toMatch(/<w:strike\/>(?:(?!<w:t ).)*<w:t [^>]*>对外公布</);
    expect(xml).toMatch(/<w:b\/>(?:(?!<w:t ).)*<w:t [^>]*>公开</);
  });
});

describe('xlsx', () => {
  it('freezes the header, repeats it on paper and fits the width of a page', async () => {
    const files = await parts('xlsx', await view(sample, 'master'));
    const sheet = files['xl/worksheets/sheet1.xml'] ?? '';
    expect(sheet).toContain('<pane ySplit="3" topLeftCell="A4" activePane="bottomLeft" state="frozen"/>');
    expect(sheet).toContain('<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>');
    expect(files['xl/workbook.xml']).toContain(
      '<definedName name="_xlnm.Print_Titles" localSheetId="0">&#39;指标任务分解表&#39;!$3:$3</definedName>',
    );
  });

  it('merges the cells of levels and evidence, and the lines above', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await parts('xlsx', await view(sample, 'master'));
    const merged = [...sheet.matchAll(/<mergeCell ref="([^"]*)"/g)].map(([, ref]) => ref);
    expect(merged).toEqual(['A1:I1', 'A2:I2', 'A4:A6', 'B4:B6', 'I5:I6', 'A7:B8']);
  });

  it('writes numbers as numbers and everything else as text, never a formula', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '', 'xl/styles.xml': styles = '' } = await parts(
      'xlsx',
      await view(one('=HYPERLINK("http://x")', '@SUM(A1)'), 'master'),
    );
    expect(sheet).not.toContain('<f>');
    expect(sheet).toMatch(/<c r="B3" s="\d+"><v>1<\/v><\/c>/);
    const formats = styles.slice(styles.indexOf('<cellXfs')).match(/<xf .*?<\/xf>/g) ?? [];
    for (const [cell, shown] of [
      ['C3', '=HYPERLINK(&quot;http://x&quot;)'],
      ['D3', '@SUM(A1)'],
    ]) {
      const [, style, content] =
        new RegExp(`<c r="${cell}" s="(\\d+)" t="inlineStr"><is><t xml:space="preserve">(.*?)</t>`).exec(sheet) ?? [];
      expect(content).toBe(shown);
      expect(formats[Number(style)]).toContain('quotePrefix="1"');
    }
    const [, ordinary] = /<c r="A3" s="(\d+)"/.exec(sheet) ?? [];
    expect(formats[Number(ordinary)]).not.toContain('quotePrefix');
  });

  it('has a sheet for each unit and for each table, under names that Excel takes', async () => {
    const units = one('事', 'a/b[局]').replace('[局]"]', '[局]", "A:B 局 ", "A*B 局"]');
    const { 'xl/workbook.xml': workbook = '' } = await parts('xlsx', await view(units, 'unit'));
    expect([...workbook.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual([
      'a b 局',
      'A B 局（2）',
      'A B 局（3）',
    ]);
    const { 'xl/workbook.xml': whole = '' } = await parts('xlsx', await view(sample, 'master'));
    expect([...whole.matchAll(/<sheet name="([^"]*)"/g)].map(([, name]) => name)).toEqual(['指标任务分解表', '阶段']);
  });

  it('cuts a text that no cell takes, and says so', async () => {
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await parts(
      'xlsx',
      await view(one('长'.repeat(40_000)), 'master'),
    );
    const longest = Math.max(...[...sheet.matchAll(/<t [^>]*>([^<]*)</g)].map(([, text = '']) => text.length));
    expect(longest).toBe(32_767);
    expect(sheet).toContain('长……</t>');
  });

  it('makes rows as high as their texts, merged ones included', async () => {
    const long = '很长的资料'.repeat(60);
    const { 'xl/worksheets/sheet1.xml': sheet = '' } = await parts(
      'xlsx',
      await view(sample.replace('合并的资料', long), 'master'),
    );
    const heights = [...sheet.matchAll(/<row r="\d+" ht="(\d+)"/g)].map(([, height]) => Number(height));
    expect((heights[4] ?? 0) + (heights[5] ?? 0)).toBeGreaterThan(10 * (heights[6] ?? 0) * 0.5);
  });
});

describe('html', () => {
  it('stands alone and runs nothing', async () => {
    const html = await text('html', one('<script>alert(1)</script><img src=x onerror=y>'));
    expect(html).toContain(`content="default-src 'none'; style-src 'unsafe-inline'"`);
    expect(html).not.toMatch(/<script|<img|<link|url\(|https?:/);
    expect(html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(html).toContain('@page { size: A4 landscape;');
    expect(html).toContain('thead { display: table-header-group; }');
  });

  it.each(['=1+1', '甲\n+1', '@SUM(1)', '-1', '＝1'])('has no formula for a spreadsheet: %j', async (content) => {
    const cells = (await text('html', one(content))).match(/<td [^>]*sdnum[^>]*>[^<]*/g);
    const first = content.split('\n')[0];
    expect(cells).toEqual([`<td sdnum="2052;0;@" style="mso-number-format:'\\@'">${first}`]);
  });

  it('says of no other cell that it is text', async () => {
    expect(await text('html')).not.toContain('sdnum');
  });

  it('merges cells', async () => {
    expect(await text('html')).toContain('<td align="center" rowspan="2" colspan="2">二、乙</td>');
  });
});

describe('md', () => {
  it('is a table where merged cells stand once', async () => {
    expect(await text('md', sample.slice(0, sample.indexOf('附加项')))).toBe(`某发〔2021〕3号附件

# 任务表

| 一级指标 | 二级指标 | 序号 | 三级指标 | 牵头单位 | 责任单位 | 配合单位 | 完成时限 | 报送资料 |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| 一、甲 | 1\\. 子 | 1 | 第一件事 | 甲局 | 乙局<br>丙局 |  | 3月1日前：报送<br>年底前 | 清单 |
|  |  | 2 | 第二件事 |  | 县甲局 |  | 长期坚持 |  |
|  |  | 3 | 第三件事 |  | 甲局 | 乙局 | 2月10日前 |  |
| 二、乙 |  | 4 | 第四件事 | 甲局 | 甲局 |  | 每季度末 |  |
|  |  | 5 | 第五件事 |  |  |  | 五月底 |  |
`);
  });

  it('shows hostile texts as they stand', async () => {
    const hostile = 'a|b <b>c</b> [d](http://e) **f** `g`';
    const html = new MarkdownIt({ html: true, linkify: true }).render(await text('md', one(hostile)));
    expect(html).not.toMatch(/<(?:b|a|code|strong)[ >]/);
    expect(html).toContain('<td>a|b &lt;b&gt;c&lt;/b&gt; [d](http://e) **f** `g`</td>');
  });
});

describe('csv', () => {
  it('is one record an item, merged cells in each', async () => {
    const csv = await text('csv');
    expect(csv.split('\r\n').slice(0, 4)).toEqual([
      '\uFEFF一级指标,二级指标,序号,三级指标,牵头单位,责任单位,配合单位,完成时限,报送资料',
      '一、甲,1. 子,1,第一件事,甲局,"乙局\n丙局",,"3月1日前：报送\n年底前",清单',
      '一、甲,1. 子,2,第二件事,,县甲局,,长期坚持,合并的资料',
      '一、甲,1. 子,3,第三件事,,甲局,乙局,2月10日前,合并的资料',
    ]);
    expect(csv.endsWith('\r\n')).toBe(true);
  });

  it.each([
    ['=1+1', "'=1+1"],
    ['+86', "'+86"],
    ['-1', "'-1"],
    ['@x', "'@x"],
    ['\tx', "'\tx"],
    ['＝1', "'＝1"],
    ['a=1', 'a=1'],
    ['a "b", c', '"a ""b"", c"'],
  ])('writes %j as %j', async (content, field) => {
    const csv = await text('csv', one(content));
    expect(csv.split('\r\n')[1]).toBe(`一、甲,1,${field},甲局`);
  });

  it('names the unit of each record', async () => {
    const lines = (await text('csv', sample, 'unit')).split('\r\n');
    expect(lines[0]).toMatch(/^\uFEFF单位,职责,序号/);
    expect(lines.filter((line) => line.startsWith('乙局,'))).toHaveLength(3);
  });
});

describe('json', () => {
  it('has rows by the kinds of the columns', async () => {
    const { version, view: name, title, parts: all } = JSON.parse(await text('json'));
    expect({ version, name, title }).toEqual({ version: 1, name: 'master', title: '任务表' });
    const [items, phases] = all[0].tables;
    expect(items.columns[0]).toEqual({ key: 'level-1', title: '一级指标' });
    expect(items.rows[1]).toEqual({
      kind: 'item',
      'level-1': '一、甲',
      'level-2': '1. 子',
      number: '2',
      content: '第二件事',
      lead: '',
      responsible: '县甲局',
      support: '',
      deadline: '长期坚持',
      evidence: '合并的资料',
    });
    expect(phases.rows).toEqual([{ kind: 'item', name: '准备', deadline: '1月5日前', content: '动员' }]);
  });
});

describe('split', () => {
  it('makes a document for each part', async () => {
    const all = split(await view(sample, 'unit'));
    expect(all.map(({ title, parts: own }) => [title, own.length])).toEqual([
      ['任务表（甲局）', 1],
      ['任务表（乙局）', 1],
      ['任务表（丙局）', 1],
    ]);
  });
});
