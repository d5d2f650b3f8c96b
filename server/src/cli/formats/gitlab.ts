import { createHash } from 'node:crypto';
import type { Severity } from '../../rules/finding';
import { jsonArray, visible } from '../escape';
import type { FileReport, Format, View } from '../report';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  hint: 'info',
};

/** The report of GitLab's code quality widget. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Format = function* ({ files }, { inRepository }) {
  yield* jsonArray(issues(files, inRepository));
  yield '\n';
};

function* issues(files: Iterable<FileReport>, inRepository: View['inRepository']) {
  for (const { path: shown, problems } of files) {
    const path = inRepository(shown);
    for (const { rule, severity, message, range, fingerprint } of problems) {
      yield {
        description: visible(message),
        check_name: rule,
        fingerprint: createHash('sha256').update(`${path}\0${fingerprint}`).digest('hex').slice(0, 32),
        severity: SEVERITIES[severity],
        location: { path, lines: { begin: range.start.line + 1, end: range.end.line + 1 } },
      };
    }
  }
}
