import type { Severity } from '../../rules/finding';
import { githubData, githubProperty } from '../escape';
import type { Format, Problem } from '../report';
import { summaryLine } from './words';

const COMMANDS: Readonly<Record<Severity, string>> = {
  error: 'error',
  warning: 'warning',
  info: 'notice',
  hint: 'notice',
};

/**
 * Workflow commands that GitHub shows beside the changed lines.
 * https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export const github: Format = function* ({ files, summary }, { inRepository }) {
  for (const { path, problems } of files) {
    for (const problem of problems) yield `${command(inRepository(path), problem)}\n`;
  }
  yield `${summaryLine(summary)}\n`;
};

function command(path: string, { rule, severity, message, range: { start, end } }: Problem): string {
  const properties = [`file=${githubProperty(path)}`, `line=${start.line + 1}`, `endLine=${end.line + 1}`];
  // Columns count only where one line holds the whole.
  if (start.line === end.line) properties.push(`col=${start.character + 1}`, `endColumn=${end.character + 1}`);
  properties.push(`title=${githubProperty(rule)}`);
  return `::${COMMANDS[severity]} ${properties.join(',')}::${githubData(message)}`;
}
