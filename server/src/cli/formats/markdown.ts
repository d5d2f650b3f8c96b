import { markdownText } from '../escape';
import type { FileReport, Format, Problem, View } from '../report';
import { summarize } from '../report';
import { countsInWords, SEVERITY_WORDS } from './words';

/** A report to hand on: totals first, then every finding in plain words. */
export const markdown: Format = ({ files, summary, troubles }, view) => {
  const found = files.filter(({ problems }) => problems.length > 0);
  const counts = countsInWords(summary);
  const fixable = summary.fixable > 0 ? `其中 ${summary.fixable} 个可以自动修复。` : '';
  const parts = [
    '# 指标文件检查报告',
    counts === ''
      ? `共检查 ${summary.files} 个文件，没有发现问题。`
      : `共检查 ${summary.files} 个文件，发现 ${counts}。${fixable}`,
    ...(troubles.length > 0 ? ['## 没有检查的文件', list(troubles.map(markdownText))] : []),
    ...(found.length > 0
      ? [
          '## 按文件统计',
          fileTable(found),
          '## 按规则统计',
          ruleTable(found, view),
          ...countTable('一级指标', found, ({ section }) => (section === undefined ? [] : [section])),
          ...countTable('单位', found, ({ units }) => units),
          '## 逐条说明',
          ...found.map(details),
        ]
      : []),
  ];
  return `${parts.join('\n\n')}\n`;
};

function fileTable(files: readonly FileReport[]): string {
  const rows = files.map((file) => {
    const { errors, warnings, infos, hints } = summarize([file]);
    return [markdownText(file.path), errors, warnings, infos, hints];
  });
  return table(['文件', '错误', '警告', '信息', '提示'], rows);
}

function ruleTable(files: readonly FileReport[], { rules }: View): string {
  const counts = new Map<string, number>();
  for (const { rule } of files.flatMap(({ problems }) => problems)) counts.set(rule, (counts.get(rule) ?? 0) + 1);
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  const rows = [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([rule, count]) => [markdownText(summaries.get(rule) ?? ''), markdownText(rule), count]);
  return table(['问题', '规则', '处数'], rows);
}

/** How many errors, warnings and others fall to each section or unit, those with most first; nothing where there is none. */
function countTable(
  word: string,
  files: readonly FileReport[],
  namesOf: (problem: Problem) => readonly string[],
): string[] {
  const problems = new Map<string, Problem[]>();
  for (const problem of files.flatMap((file) => file.problems)) {
    for (const name of namesOf(problem)) push(problems, name, problem);
  }
  if (problems.size === 0) return [];
  const count = (list: readonly Problem[], severity: Problem['severity']) =>
    list.filter((one) => one.severity === severity).length;
  const rows = [...problems]
    .map(([name, list]) => ({ name, errors: count(list, 'error'), warnings: count(list, 'warning'), all: list.length }))
    .sort((a, b) => b.errors - a.errors || b.warnings - a.warnings || b.all - a.all)
    .map(({ name, errors, warnings, all }) => [markdownText(name), errors, warnings, all - errors - warnings]);
  return [`## 按${word}统计`, table([word, '错误', '警告', '其他'], rows)];
}

function details({ path, problems }: FileReport): string {
  const items = problems.map((problem, index) => detail(problem, index + 1)).join('\n');
  return `### ${markdownText(path)}\n\n${items}`;
}

function detail({ severity, range, message, rule, fix, related }: Problem, number: number): string {
  const change = fix ? `修改办法：${markdownText(fix.title)}。` : '';
  const head = `${number}. **${SEVERITY_WORDS[severity]}** 第 ${range.start.line + 1} 行：${markdownText(message)}`;
  const places = related.map((place) => {
    const file = place.path === undefined ? '' : ` ${markdownText(place.path)} `;
    return `   - 另见${file}第 ${place.range.start.line + 1} 行：${markdownText(place.message)}`;
  });
  return [`${head}${change}（${markdownText(rule)}）`, ...places].join('\n');
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function push(lists: Map<string, Problem[]>, name: string, problem: Problem): void {
  const list = lists.get(name);
  if (list) list.push(problem);
  else lists.set(name, [problem]);
}
