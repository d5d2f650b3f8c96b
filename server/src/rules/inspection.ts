import type { Indicator, IndicatorFile, Section } from '../model/types';
import { attached } from '../text/attached';
import type { Span, TextEdit } from '../text/span';
import { unchangedEnds } from '../text/unchanged-ends';
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

/** The parts of one version in order, and what was found in each; undefined where it cannot be taken over. */
interface Inspected {
  readonly parts: readonly Part[];
  readonly inspections: readonly (Inspection | undefined)[];
}

const NOTHING: Inspected = { parts: [], inspections: [] };

/** By lineage: the items and the sections of its last version. A note on each part costs more per keystroke. */
const known = attached<object, readonly [items: Inspected, sections: Inspected]>();

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
  const take = (part: Part, earlier: Inspection | undefined): Inspection | undefined => {
    const { place } = part.node;
    const inspection = earlier && stand(earlier.premises) ? movedTo(earlier, place.start) : inspect(part);
    inspection.premises = premises;
    for (const finding of inspection.findings) found.push(finding);
    for (const { rule, fact } of inspection.facts) {
      const one = { item: part as never, fact };
      const same = facts.get(rule);
      if (same) same.push(one);
      else facts.set(rule, [one]);
    }
    // What stands behind the end of the text may change without a change of the part.
    return place.end < endOfText ? inspection : undefined;
  };
  const takeAll = (parts: readonly Part[], before: Inspected): Inspected => {
    const earlier = carriedOver(before, parts);
    return { parts, inspections: parts.map((part, index) => take(part, earlier(part, index))) };
  };
  const [items, sections] = known.get(document.lineage) ?? [NOTHING, NOTHING];
  known.set(document.lineage, [
    takeAll(indicatorsOf(file), items),
    takeAll(
      file.sections.flatMap((section) => [section, ...section.sections]),
      sections,
    ),
  ]);
  return { found, facts };
}

/** Finds what is known of a part of the next version: by its place behind or before what changed, else among what did. */
function carriedOver({ parts, inspections }: Inspected, next: readonly Part[]) {
  const { head, tail } = unchangedEnds(parts, next, Object.is);
  const behind = parts.length - tail;
  const shift = parts.length - next.length;
  const changed = new Map(parts.slice(head, behind).map((part, index) => [part, inspections[head + index]]));
  return (part: Part, index: number): Inspection | undefined => {
    if (index < head) return inspections[index];
    return index + shift >= behind ? inspections[index + shift] : changed.get(part);
  };
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
