/*
 * Makes test/fixtures/exchange/tables: the tables of the files as printed, as Word, Excel and web documents. Run once by hand
 * where LibreOffice is installed; the results are kept. Merged cells throughout; in Word the header is one that is repeated
 * on each page, in sheets and web pages it is written again every PAGE rows, and merged cells are cut there.
 */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { root } from './tools.mjs';

const PAGE = 23;
const target = join(root, 'test', 'fixtures', 'exchange', 'tables');

/** Column: header, the text of an item, and whether merged evidence stands there. */
const number = { header: '序号', text: (item) => String(item.序号) };
const text = (header) => ({ header, text: (item) => item.内容 });
const units = (header, key, sign) => ({ header, text: (item) => list(item[key]).join(sign) });
const evidence = (header) => ({ header, text: (item) => list(item.报送资料).join('\n'), isShared: true });
const counties = {
  qinshui: [number, text('三级指标'), units('责任单位', '责任单位', '\n'), evidence('具体报送资料')],
  shapotou: [
    number,
    text('三级指标（具体工作任务）'),
    units('牵头单位', '牵头单位', '、'),
    units('责任单位', '责任单位', '、'),
    { header: '完成时限', text: (item) => item.完成时限 ?? '' },
    evidence('主要提供资料'),
  ],
  lanling: [number, text('三级指标'), units('责任单位', '责任单位', '、')],
  zhashui: [{ header: '创建标准', text: (item) => `${item.序号}. ${item.内容.replace(/<\/?p>/g, '')}` }],
};

const list = (value) => (value === undefined ? [] : [value].flat());
const numbersOf = (text) => {
  const [from, to = from] = String(text).split('-').map(Number);
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
};

/** Rows of three kinds of cells: both titles, and the item. */
function rowsOf(file) {
  const rows = [];
  for (const first of file.一级指标) {
    for (const second of first.二级指标 ?? [{ 名称: '', 三级指标: first.三级指标 }]) {
      for (const item of second.三级指标) rows.push({ first: first.名称, second: second.名称, item });
    }
  }
  const extras = Object.entries(file.附加项 ?? {}).flatMap(([name, value], index) =>
    list(value.条目 ?? value).map((item) => ({ first: '十、附加项', second: `${index + 1}. ${name}。`, item })),
  );
  const groups = list(file.合并报送).map(({ 指标 }) => ({ numbers: numbersOf(指标) }));
  return { rows: [...rows, ...extras], groups, count: rows.length };
}

/** @param breaks indexes of rows above which the header is written again */
function tableOf(file, columns, breaks) {
  const { rows, groups, count } = rowsOf(file);
  const [one, two] = file.层级名称 ?? ['一级指标', '二级指标'];
  const header = `<tr>${[one, two, ...columns.map((column) => column.header)].map((name) => `<th>${name}</th>`).join('')}</tr>`;
  const groupAt = (index) =>
    index < count ? groups.find(({ numbers }) => numbers.includes(rows[index].item.序号)) : undefined;
  // The first item of a group holds what was printed in the cell that all of them share.
  const groupStart = (group) => rows.findIndex(({ item }) => item.序号 === group.numbers[0]);
  // The rows from `index` on that share a cell: as far as `same` holds, and never across a page.
  const spanOf = (index, same) => {
    let end = index + 1;
    while (end < rows.length && !breaks.has(end) && same(index, end)) end++;
    return end - index;
  };
  const cell = (index, same, text) => {
    if (index > 0 && same(index - 1, index) && !breaks.has(index)) return '';
    const isCut = index > 0 && breaks.has(index) && same(index - 1, index);
    const span = spanOf(index, same);
    return `<td${span > 1 ? ` rowspan="${span}"` : ''}>${isCut ? '' : markup(text)}</td>`;
  };
  const body = rows.map(({ first, second, item }, index) => {
    const cells = [
      cell(index, (a, b) => rows[a].first === rows[b].first, first),
      cell(index, (a, b) => rows[a].first === rows[b].first && rows[a].second === rows[b].second, second),
      ...columns.map((column) => {
        const group = column.isShared ? groupAt(index) : undefined;
        return cell(
          index,
          (a, b) => group !== undefined && groupAt(a) === groupAt(b),
          column.text(group ? rows[groupStart(group)].item : item),
        );
      }),
    ];
    return `${breaks.has(index) ? header : ''}<tr>${cells.join('')}</tr>`;
  });
  return `<table border="1"><thead>${header}</thead><tbody>\n${body.join('\n')}\n</tbody></table>`;
}

const markup = (text) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br style="mso-data-placement:same-cell">');

function pageOf(file, table) {
  const date = String(file.印发日期 ?? '').replace(/^(\d+)-0?(\d+)-0?(\d+)$/, '$1年$2月$3日');
  const before = [file.文号, file.标题].filter(Boolean).map((line) => `<p>${line}</p>`);
  const after = [file.印发机关, date].filter(Boolean).map((line) => `<p>${line}</p>`);
  return `<!doctype html><html lang="zh"><head><meta charset="utf-8"><title>${file.标题}</title></head><body>\n${before.join('\n')}\n${table}\n${after.join('\n')}\n</body></html>\n`;
}

const office = (folder, filter, from, to, source) =>
  execFileSync(
    'soffice',
    [
      '--headless',
      `-env:UserInstallation=file://${folder}/profile`,
      `--infilter=${from}`,
      '--convert-to',
      `${to}:${filter}`,
      '--outdir',
      join(folder, 'out'),
      source,
    ],
    { stdio: 'ignore' },
  );

const folder = mkdtempSync(join(tmpdir(), 'zhibiao-fixtures-'));
mkdirSync(target, { recursive: true });
for (const [county, columns] of Object.entries(counties)) {
  const file = parse(readFileSync(join(root, 'seeds', 'as-printed', county, `${county}.zhibiao.yaml`), 'utf8'));
  const count = rowsOf(file).rows.length;
  const breaks = new Set(Array.from({ length: Math.floor((count - 1) / PAGE) }, (_, index) => (index + 1) * PAGE));
  const whole = join(folder, `${county}.html`);
  writeFileSync(whole, pageOf(file, tableOf(file, columns, new Set())));
  office(folder, 'MS Word 2007 XML', 'HTML (StarWriter)', 'docx', whole);
  const paged = pageOf(file, tableOf(file, columns, breaks));
  writeFileSync(whole, paged);
  writeFileSync(join(target, `${county}.html`), paged);
  office(folder, 'Calc MS Excel 2007 XML', 'HTML (StarCalc)', 'xlsx', whole);
  for (const kind of ['docx', 'xlsx'])
    copyFileSync(join(folder, 'out', `${county}.${kind}`), join(target, `${county}.${kind}`));
}
rmSync(folder, { recursive: true, force: true });
