import {
  type Diagnostic,
  type DiagnosticRelatedInformation,
  DiagnosticSeverity,
  DiagnosticTag,
} from 'vscode-languageserver-types';
import type { Finding, Severity } from '../rules/finding';
import type { LineIndex } from '../text/lines';
import type { Checked } from '../workspace/project';
import type { Renderer } from './messages';

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  info: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

export interface DiagnosticOptions {
  readonly render: Renderer;
  /** The page that explains a rule. */
  readonly ruleUrl?: (rule: string) => string;
  /** False where the client cannot show related places: then they are left out. */
  readonly related: boolean;
  /** Lines of another file that a finding speaks of. */
  readonly linesOf: (uri: string) => LineIndex | undefined;
}

/** The findings of a file as diagnostics of the Language Server Protocol. */
export function diagnostics(checked: Checked, options: DiagnosticOptions): Diagnostic[] {
  return checked.findings.map((finding) => toDiagnostic(finding, checked, options));
}

export function toDiagnostic(finding: Finding, checked: Checked, options: DiagnosticOptions): Diagnostic {
  const { lines } = checked.document;
  const related = options.related ? relatedInformation(finding, checked, options) : [];
  return {
    range: lines.range(finding.span),
    severity: SEVERITIES[finding.severity],
    code: finding.rule,
    source: 'zhibiao',
    message: options.render(finding.message),
    ...(options.ruleUrl && { codeDescription: { href: options.ruleUrl(finding.rule) } }),
    ...(related.length > 0 && { relatedInformation: related }),
    ...(finding.tag && { tags: [finding.tag === 'deprecated' ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary] }),
  };
}

function relatedInformation(
  finding: Finding,
  checked: Checked,
  options: DiagnosticOptions,
): DiagnosticRelatedInformation[] {
  return finding.related.flatMap(({ uri = checked.uri, span, message }) => {
    const lines = uri === checked.uri ? checked.document.lines : options.linesOf(uri);
    return lines ? [{ location: { uri, range: lines.range(span) }, message: options.render(message) }] : [];
  });
}
