import { createHash } from 'node:crypto';
import type { Severity } from '../../rules/finding';
import { jsonText, visible } from '../escape';
import type { Format } from '../report';

const SEVERITIES: Readonly<Record<Severity, string>> = {
  error: 'major',
  warning: 'minor',
  info: 'info',
  hint: 'info',
};

/** The report of GitLab's code quality widget. https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format */
export const gitlab: Format = ({ files }) =>
  jsonText(
    files.flatMap(({ path, problems }) =>
      problems.map(({ rule, severity, message, range: { start, end }, fingerprint }) => ({
        description: visible(message),
        check_name: rule,
        fingerprint: createHash('sha256').update(`${path}\0${fingerprint}`).digest('hex').slice(0, 32),
        severity: SEVERITIES[severity],
        location: { path, lines: { begin: start.line + 1, end: end.line + 1 } },
      })),
    ),
  );
