import pc from 'picocolors';
import type { Severity } from '../../rules/finding';
import type { Range } from '../../text/lines';
import { visible } from '../escape';
import { frame } from '../frame';
import type { FileReport, Format, View } from '../report';
import { SEVERITY_WORDS, summaryLine } from './words';

type Colors = ReturnType<typeof pc.createColors>;

/** For people at a terminal: each finding of file after file, errors and warnings with their source line. */
export const stylish: Format = function* (report, view) {
  // Nothing could be checked: standard error says why.
  if (report.summary.files === 0 && report.troubles.length > 0) return;
  const colors = pc.createColors(view.color);
  for (const file of report.files) if (file.problems.length > 0) yield `${fileBlock(file, view, colors)}\n\n`;
  const tint = report.summary.errors > 0 ? colors.red : report.summary.warnings > 0 ? colors.yellow : colors.green;
  yield `${tint(summaryLine(report.summary))}\n`;
};

function fileBlock({ path, problems }: FileReport, view: View, colors: Colors): string {
  const width = problems.reduce((most, { range }) => Math.max(most, place(range).length), 0);
  const margin = ' '.repeat(width + 1);
  const out = [colors.underline(visible(path))];
  const hints = new Map<string, number>();
  for (const { rule, severity } of problems) if (severity === 'hint') hints.set(rule, (hints.get(rule) ?? 0) + 1);
  for (const problem of problems) {
    const count = problem.severity === 'hint' ? (hints.get(problem.rule) ?? 0) : 1;
    // Hints of a kind are said once a file: eighty of them would hide what matters.
    if (count === 0) continue;
    if (problem.severity === 'hint') hints.set(problem.rule, 0);
    const message = `${visible(problem.message)}${count > 1 ? `（本文件同类共${count}处）` : ''}`;
    const tint = tintOf(problem.severity, colors);
    const head = `  ${colors.dim(place(problem.range).padStart(width))}  ${tint(SEVERITY_WORDS[problem.severity])}`;
    out.push(`${head}  ${message}  ${colors.dim(visible(problem.rule))}`);
    if (problem.excerpt) {
      const { line, mark } = frame(problem.excerpt, view.columns - margin.length - 2);
      const gutter = `${margin}${colors.dim('│')}`;
      out.push(line === '' ? gutter : `${gutter} ${line}`, `${gutter} ${tint(mark)}`);
    }
    // Places in the same file are told by the message already.
    for (const { path: other, range, message } of problem.related) {
      if (other !== undefined)
        out.push(colors.dim(`${margin}└ ${visible(`${other}:${place(range)}`)}  ${visible(message)}`));
    }
  }
  return out.join('\n');
}

function place({ start }: Range): string {
  return `${start.line + 1}:${start.character + 1}`;
}

function tintOf(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.blue, hint: colors.gray }[severity];
}
