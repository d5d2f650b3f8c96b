import type { Indicator, IndicatorFile, Section } from '../model/types';
import type { Span, TextEdit } from '../text/span';
import type { Finding } from './finding';
import type { Fact, ItemRule, Models, Report, RuleScene, TextRule } from './rule';
import { indicatorsOf } from './shared/deadlines';

type InspectingRule = ItemRule<keyof Models, string, unknown> | TextRule<keyof Models, string, unknown>;
type Scene = RuleScene<keyof Models>;

/** What is inspected by itself: an item, or the texts that a section has beside its items. */
type Part = Indicator | Section;

/** A rule as it runs on one file. */
export interface RunningRule {
  readonly rule: InspectingRule;
  readonly severity: string | undefined;
  readonly find: (report: Report<string>) => Finding;
}

/** Everything that an inspection depends on beside the part itself. */
interface Premise {
  readonly rule: InspectingRule;
  readonly severity: string | undefined;
  readonly reads: readonly unknown[];
}

/** What all rules found in one part. */
interface Inspection {
  premises: readonly Premise[];
  /** Where the part started when the findings were made. */
  start: number;
  findings: readonly Finding[];
  readonly facts: readonly { readonly rule: InspectingRule; readonly fact: unknown }[];
}

interface Inspections {
  readonly found: readonly Finding[];
  readonly facts: ReadonlyMap<InspectingRule, readonly Fact<unknown, never>[]>;
}

const known = new WeakMap<Part, Inspection>();

/** Inspects the items and sections of a file; for those that an earlier version had, what was found then is taken over. */
export function inspectFile(scene: Scene, rules: readonly RunningRule[]): Inspections {
  const { document } = scene;
  const found: Finding[] = [];
  const facts = new Map<InspectingRule, Fact<unknown, never>[]>();
  if (rules.length === 0 || (document.kind !== 'zhibiao' && document.kind !== 'yaoqiu')) return { found, facts };
  const premises = rules.map(({ rule, severity }) => ({ rule, severity, reads: rule.reads?.(scene) ?? [] }));
  const stand = standing(premises);
  const inspect = inspector(scene, rules, premises);
  const file = document.model as IndicatorFile;
  const endOfText = document.lines.text.length;
  const take = (part: Part) => {
    const { place } = part.node;
    const earlier = known.get(part);
    const stands = earlier && stand(earlier.premises);
    const inspection = stands ? movedTo(earlier, place.start) : inspect(part);
    inspection.premises = premises;
    // What stands behind the end of the text may change without a change of the part.
    if (place.end >= endOfText) known.delete(part);
    else if (!stands) known.set(part, inspection);
    for (const finding of inspection.findings) found.push(finding);
    for (const { rule, fact } of inspection.facts) {
      const one = { item: part as never, fact };
      const same = facts.get(rule);
      if (same) same.push(one);
      else facts.set(rule, [one]);
    }
  };
  for (const item of indicatorsOf(file)) take(item);
  for (const section of file.sections) {
    take(section);
    for (const part of section.sections) take(part);
  }
  return { found, facts };
}

/** Tells whether results that were had on other premises still stand. Nearly all items of a file were inspected on the same ones. */
function standing(premises: readonly Premise[]): (earlier: readonly Premise[]) => boolean {
  let asked = premises;
  let answer = true;
  return (earlier) => {
    if (earlier === premises) return true;
    if (earlier !== asked) {
      asked = earlier;
      answer = earlier.length === premises.length && earlier.every((one, index) => isSame(one, premises[index]));
    }
    return answer;
  };
}

function isSame(a: Premise, b: Premise | undefined): boolean {
  if (a.rule !== b?.rule || a.severity !== b.severity || a.reads.length !== b.reads.length) return false;
  return a.reads.every((read, index) => Object.is(read, b.reads[index]));
}

/** Rules make ready when the first part has to be inspected: after most edits there is one. */
function inspector(
  scene: Scene,
  rules: readonly RunningRule[],
  premises: readonly Premise[],
): (part: Part) => Inspection {
  let ready: readonly { readonly one: RunningRule; readonly inspect: Inspect }[] | undefined;
  return (part) => {
    ready ??= rules.map((one) => ({ one, inspect: inspectionBy(one.rule, scene) }));
    const findings: Finding[] = [];
    const facts: { rule: InspectingRule; fact: unknown }[] = [];
    for (const { one, inspect } of ready) {
      const fact = inspect(part, (report) => findings.push(one.find(report)));
      if (fact !== undefined) facts.push({ rule: one.rule, fact });
    }
    return { premises, start: part.node.place.start, findings, facts };
  };
}

type Inspect = (part: Part, report: (report: Report<string>) => void) => unknown;

function inspectionBy(rule: InspectingRule, scene: Scene): Inspect {
  if (rule.scope === 'texts') {
    const inspect = rule.inspect(scene);
    return ({ texts }, report) => inspect(texts, report);
  }
  const inspect = rule.inspect(scene);
  return (part, report) => ('level' in part ? undefined : inspect(part, report));
}

/** The inspection of a part that now starts elsewhere. */
function movedTo(inspection: Inspection, start: number): Inspection {
  const by = start - inspection.start;
  if (by !== 0) {
    if (inspection.findings.length > 0) inspection.findings = inspection.findings.map((finding) => moved(finding, by));
    inspection.start = start;
  }
  return inspection;
}

function moved(finding: Finding, by: number): Finding {
  const shift = ({ start, end }: Span): Span => ({ start: start + by, end: end + by });
  const shiftEdit = ({ span, newText }: TextEdit): TextEdit => ({ span: shift(span), newText });
  return {
    ...finding,
    span: shift(finding.span),
    related: finding.related.map((one) => (one.uri ? one : { ...one, span: shift(one.span) })),
    fixes: finding.fixes.map((fix) => (fix.uri ? fix : { ...fix, edits: fix.edits.map(shiftEdit) })),
  };
}
