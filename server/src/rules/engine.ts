import type { SourceDocument } from '../model/document';
import { withoutOverlaps } from '../text/edits';
import type { Finding, Message, Severity } from './finding';
import type { Report, Rule, Surroundings } from './rule';

export type RuleSeverities = Readonly<Record<string, Severity | 'off'>>;

/**
 * Runs the rules over one file.
 * @param severities where a person set them; a rule's own distinctions (error if laxer, warning if stricter) hold otherwise
 * @returns the findings in the order of the file, each once
 */
export function runRules(
  document: SourceDocument,
  rules: readonly Rule[],
  surroundings: Surroundings,
  severities: RuleSeverities = {},
): Finding[] {
  const findings: Finding[] = [];
  for (const rule of rules) {
    if (severities[rule.id] === 'off' || !rule.kinds.includes(document.kind)) continue;
    rule.check({
      ...surroundings,
      document,
      file: document.model as never,
      report: (report) => findings.push(toFinding(rule, report, severities[rule.id])),
    });
  }
  return unique(findings);
}

function toFinding(rule: Rule, report: Report<string>, severity: Severity | 'off' | undefined): Finding {
  const message = (key: string, data: Message['data'] = {}): Message => ({ template: rule.messages[key] ?? key, data });
  const { start, end } = report.at;
  return {
    rule: rule.id,
    severity: severity && severity !== 'off' ? severity : (report.severity ?? rule.severity),
    message: message(report.message, report.data),
    span: { start, end },
    related: (report.related ?? []).map(({ span, message: key, data, uri }) => ({
      span: { start: span.start, end: span.end },
      message: message(key, data),
      ...(uri && { uri }),
    })),
    fixes: (report.fixes ?? []).map(({ title, data, edits, safe, uri }) => ({
      title: message(title, data),
      edits: withoutOverlaps(
        edits.map(({ span, newText }) => ({ span: { start: span.start, end: span.end }, newText })),
      ),
      safe,
      ...(uri && { uri }),
    })),
    ...(report.tag && { tag: report.tag }),
  };
}

/** Sorted by place; a finding that says the same of the same place twice (through an alias, say) is dropped. */
export function unique(findings: readonly Finding[]): Finding[] {
  const sorted = [...findings].sort(
    (a, b) => a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule, b.rule),
  );
  const seen = new Set<string>();
  return sorted.filter(({ rule, span, message }) => {
    const key = JSON.stringify([rule, span.start, span.end, message]);
    return !seen.has(key) && seen.add(key);
  });
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
