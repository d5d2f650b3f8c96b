import type { SourceDocument } from '../model/document';
import { withoutOverlaps } from '../text/edits';
import type { Finding, Message, Severity } from './finding';
import { inspectFile } from './inspection';
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
  const scene = { ...surroundings, document, file: document.model as never };
  const running = rules.filter(({ id, kinds }) => severities[id] !== 'off' && kinds.includes(document.kind));
  const inspecting = running.flatMap((rule) => {
    if ('check' in rule) return [];
    return [
      { rule, severity: severities[rule.id], find: (report: Report<string>) => toFinding(rule, report, severities) },
    ];
  });
  const { found, facts } = inspectFile(scene, inspecting);
  for (const finding of found) findings.push(finding);
  for (const rule of running) {
    const context = {
      ...scene,
      report: (report: Report<string>) => findings.push(toFinding(rule, report, severities)),
    };
    if ('check' in rule) rule.check(context);
    else rule.conclude?.(context, facts.get(rule) ?? []);
  }
  return unique(findings);
}

function toFinding(rule: Rule, report: Report<string>, severities: RuleSeverities): Finding {
  const message = (key: string, data: Message['data'] = {}): Message => ({ template: rule.messages[key] ?? key, data });
  const { start, end } = report.at;
  const severity = severities[rule.id];
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
  const sorted = [...findings].sort(inOrder);
  const kept: Finding[] = [];
  /** What is said of one place by one rule. */
  let said: Finding[] = [];
  for (const finding of sorted) {
    if (said[0] && inOrder(said[0], finding) !== 0) said = [];
    if (said.some(({ message }) => sameMessage(message, finding.message))) continue;
    said.push(finding);
    kept.push(finding);
  }
  return kept;
}

function inOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || compare(a.rule, b.rule);
}

function sameMessage(a: Message, b: Message): boolean {
  return a.template === b.template && JSON.stringify(a.data) === JSON.stringify(b.data);
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
