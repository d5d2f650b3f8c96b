import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Cell, type Table, textOf } from '../../../server/src/exchange/export/document';
import { gridOf } from '../../../server/src/exchange/export/grid';
import { type ExportProblem, type Printout, printoutOf } from '../../../server/src/exchange/export/index';
import type { ExportView } from '../../../server/src/protocol/export';
import { type Checked, Project } from '../../../server/src/workspace/project';
import { FOLDER, memoryFiles } from '../../workspace/memory-files';

const requirements = join(import.meta.dirname, '..', '..', '..', 'seeds', 'requirements');
const corpora = readdirSync(requirements).map(
  (name) => [`file:///builtin/${name}`, readFileSync(join(requirements, name), 'utf8')] as const,
);

/** Reads a text as a file beside others. @param files texts by name */
export async function checked(name: string, files: Readonly<Record<string, string>>): Promise<Checked> {
  const all = new Map([
    ...corpora,
    ...Object.entries(files).map(([file, text]) => [`${FOLDER}/${file}`, text] as const),
  ]);
  const project = new Project(memoryFiles(all), [...corpora.map(([uri]) => uri)]);
  const file = await project.open(`${FOLDER}/${name}`);
  if (!file) throw new Error(`the test has no file ${name}`);
  return file;
}

/** A view of a text; with 依据: 2021年版 the bundled corpus is found. @param registry a unit registry beside it */
export async function view(
  text: string,
  name: ExportView,
  units: readonly string[] = [],
  registry?: string,
): Promise<Printout> {
  const result = await attempt(text, name, units, registry);
  if ('problem' in result) throw new Error(`no printout: ${result.problem.template}`);
  return result;
}

export async function attempt(
  text: string,
  name: ExportView,
  units: readonly string[] = [],
  registry?: string,
): Promise<Printout | ExportProblem> {
  const files = { 'a.zhibiao.yaml': text, ...(registry !== undefined && { 'a.danwei.yaml': registry }) };
  return printoutOf(await checked('a.zhibiao.yaml', files), name, units);
}

/** What tells a change from the text around it: 【+added】, 【-dropped】. */
export function shown({ paragraphs }: Pick<Cell, 'paragraphs'>): string {
  const marked = paragraphs.map((runs) =>
    runs.map((run) => (run.change ? { ...run, text: `【${run.change === 'added' ? '+' : '-'}${run.text}】` } : run)),
  );
  return textOf(marked, '／');
}

/** A table as text: a line a row, `〃` where a cell reaches down, `→` where it reaches to the right. @throws where a position has no cell */
export function asText(table: Table): string {
  const rows = gridOf(table).map((row, y) =>
    row
      .map((position, x) => {
        if (!position) throw new Error(`no cell at row ${y}, column ${x}`);
        if (position.isFirst) return shown(position.cell);
        return table.rows[y]?.cells.includes(position.cell) ? '→' : '〃';
      })
      .join(' | '),
  );
  return [table.columns.map(({ title }) => title).join(' | '), ...rows].join('\n');
}

/** All parts of a document as text: names of styles in angle brackets. */
export function documentText({ parts }: Printout): string {
  return parts
    .map(({ head, tables, notes }) => {
      const lines = (all: typeof head) => all.map((line) => `<${line.style}> ${shown(line)}`);
      return [...lines(head), ...tables.map(asText), ...lines(notes)].join('\n');
    })
    .join('\n\n');
}

/** A file with most of what a file can hold. */
export const sample = `标题: 任务表
县区: 某县
文号: 某发〔2021〕3号
年度: 2022
单位名录:
  - { 名称: 甲局, 别名: [县甲局] }
  - 乙局
  - 丙局
一级指标:
  - 名称: 一、甲
    二级指标:
      - 名称: 1. 子
        三级指标:
          - 序号: 1
            内容: 第一件事
            牵头单位: [甲局]
            责任单位: [乙局, 丙局]
            完成时限: [{ 时间: 3月1日前, 任务: 报送 }, 年底前]
            报送资料: 清单
          - 序号: 2
            内容: 第二件事
            责任单位: 县甲局
            完成时限: 长期坚持
          - 序号: 3
            内容: 第三件事
            责任单位: 甲局
            配合单位: 乙局
            完成时限: 2月10日前
  - 名称: 二、乙
    三级指标:
      - 序号: 4
        内容: 第四件事
        牵头单位: [甲局]
        责任单位: [甲局]
        完成时限: 每季度末
      - 序号: 5
        内容: 第五件事
        完成时限: 五月底
附加项:
  加分项: [{ 序号: 1, 内容: 奖, 责任单位: 乙局 }]
合并报送:
  - { 指标: 2-3, 资料: [合并的资料] }
阶段: [{ 名称: 准备, 时间: 1月5日前, 内容: 动员 }]
`;
