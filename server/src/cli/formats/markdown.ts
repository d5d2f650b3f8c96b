import { markdownText } from '../escape';
import { countProblems, type FileReport, type Format, type Problem, type View } from '../report';
import { countsInWords, SEVERITY_WORDS } from './words';

/** A report to hand on: totals first, then every finding in plain words. */
export const markdown: Format = function* ({ files, summary, troubles }, view) {
  const counts = countsInWords(summary);
  const fixable = summary.fixable > 0 ? `其中 ${summary.fixable} 个可以自动修复。` : '';
  yield '# 指标文件检查报告\n\n';
  yield counts === ''
    ? `共检查 ${summary.files} 个文件，没有发现问题。\n`
    : `共检查 ${summary.files} 个文件，发现 ${counts}。${fixable}\n`;
  if (troubles.length > 0) yield `\n## 没有检查的文件\n\n${list(troubles.map(markdownText))}\n`;
  const tally = tallied(files);
  if (tally.files.length === 0) return;
  yield `\n## 按文件统计\n\n${table(['文件', '错误', '警告', '信息', '提示'], tally.files)}\n`;
  yield `\n## 按规则统计\n\n${ruleTable(tally.rules, view)}\n`;
  yield* countTable('一级指标', tally.sections);
  yield* countTable('单位', tally.units);
  yield '\n## 逐条说明\n';
  for (const file of files) if (file.problems.length > 0) yield `\n${details(file)}\n`;
};

/** Problems of a section or unit. */
interface Load {
  errors: number;
  warnings: number;
  others: number;
}

/** What the tables count, gathered in one pass. */
function tallied(files: Iterable<FileReport>) {
  const rows: (readonly [string, number, number, number, number])[] = [];
  const rules = new Map<string, number>();
  const sections = new Map<string, Load>();
  const units = new Map<string, Load>();
  for (const { path, problems } of files) {
    if (problems.length === 0) continue;
    const { errors, warnings, infos, hints } = countProblems(problems);
    rows.push([markdownText(path), errors, warnings, infos, hints]);
    for (const { rule, severity, section, units: names } of problems) {
      rules.set(rule, (rules.get(rule) ?? 0) + 1);
      if (section !== undefined) add(sections, section, severity);
      for (const name of names) add(units, name, severity);
    }
  }
  return { files: rows, rules, sections, units };
}

function add(loads: Map<string, Load>, name: string, severity: Problem['severity']): void {
  const load = loads.get(name) ?? { errors: 0, warnings: 0, others: 0 };
  load[severity === 'error' ? 'errors' : severity === 'warning' ? 'warnings' : 'others']++;
  loads.set(name, load);
}

function ruleTable(counts: ReadonlyMap<string, number>, { rules }: View): string {
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]));
  const rows = [...counts]
    .sort(([a, many], [b, few]) => few - many || (a < b ? -1 : 1))
    .map(([rule, count]) => [markdownText(summaries.get(rule) ?? ''), markdownText(rule), count]);
  return table(['问题', '规则', '处数'], rows);
}

/** How many errors, warnings and others fall to each section or unit, those with most first; nothing where there is none. */
function* countTable(word: string, loads: ReadonlyMap<string, Load>): Generator<string> {
  if (loads.size === 0) return;
  const rows = [...loads]
    .sort(([, a], [, b]) => b.errors - a.errors || b.warnings - a.warnings || b.others - a.others)
    .map(([name, { errors, warnings, others }]) => [markdownText(name), errors, warnings, others]);
  yield `\n## 按${word}统计\n\n${table([word, '错误', '警告', '其他'], rows)}\n`;
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
