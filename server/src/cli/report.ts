import { itemAt, sectionAt } from '../model/locate';
import { type Finding, renderMessage, type Severity } from '../rules/finding';
import { LineIndex, type Range } from '../text/lines';
import type { Span } from '../text/span';
import type { Checked, RuleInfo } from './engine';
import { fingerprints } from './fingerprint';

/** Another place that a problem speaks of; `path` where it is in another file. */
export interface RelatedPlace {
  readonly path?: string;
  readonly range: Range;
  readonly message: string;
}

export interface ProblemFix {
  readonly title: string;
  readonly safe: boolean;
  readonly edits: readonly { readonly range: Range; readonly newText: string }[];
}

/** A finding as the formats need it: words and positions, nothing left to look up. */
export interface Problem {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span;
  readonly range: Range;
  readonly related: readonly RelatedPlace[];
  /** The preferred fix of the same file. */
  readonly fix?: ProblemFix;
  /** True when `--fix` takes care of it. */
  readonly fixable: boolean;
  /** Title of the 一级指标 that it stands in. */
  readonly section?: string;
  /** Units of the item that it stands in, as written. */
  readonly units: readonly string[];
  /** Survives renumbering and moved lines; unique in its file. */
  readonly fingerprint: string;
}

export interface FileReport {
  /** Relative to the working folder, with forward slashes. */
  readonly path: string;
  readonly lines: LineIndex;
  readonly problems: readonly Problem[];
}

export interface Summary {
  readonly files: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly hints: number;
  readonly fixable: number;
}

export interface Report {
  readonly files: readonly FileReport[];
  readonly summary: Summary;
  /** Files that could not be checked, one line each. */
  readonly troubles: readonly string[];
}

/** What a format may know besides the report. */
export interface View {
  readonly color: boolean;
  readonly columns: number;
  readonly rules: readonly RuleInfo[];
  readonly ruleUrl: (id: string) => string | undefined;
  readonly version: string;
}

/** Renders a whole report; the result ends with a line break unless it is empty. */
export type Format = (report: Report, view: View) => string;

/** Finds the lines of another file that a finding speaks of, and its path unless it is the same file after all. */
export type Elsewhere = (uri: string) => Promise<{ path?: string; lines: LineIndex } | undefined>;

const NO_LINES = new LineIndex('');

/** Turns the findings of one file into problems. */
export async function fileReport(path: string, checked: Checked, elsewhere: Elsewhere): Promise<FileReport> {
  const { lines } = checked.document;
  const marks = fingerprints(lines, checked.findings);
  const problems: Problem[] = [];
  for (const [index, finding] of checked.findings.entries()) {
    problems.push({
      rule: finding.rule,
      severity: finding.severity,
      message: renderMessage(finding.message),
      span: finding.span,
      range: lines.range(finding.span),
      related: await relatedPlaces(finding, lines, elsewhere),
      ...preferredFix(finding, lines),
      fixable: isFixable(finding),
      ...whose(finding.span, checked),
      fingerprint: marks[index] ?? '',
    });
  }
  // A text without problems need not stay in memory.
  return { path, lines: problems.length > 0 ? lines : NO_LINES, problems };
}

/** Section and units that a problem falls to, so that a report can say who has to do with how many. */
function whose({ start }: Span, { document: { model } }: Checked): Pick<Problem, 'section' | 'units'> {
  if (model === undefined || !('sections' in model)) return { units: [] };
  const item = itemAt(model, start);
  const section = sectionAt(model, start)?.title?.value;
  const units = new Set((item?.units ?? []).flatMap((list) => list.units.map(({ value }) => value)));
  return { units: [...units], ...(section !== undefined && { section }) };
}

/** True when `--fix` mends it: see `safeEdits`. */
function isFixable({ fixes: [fix] }: Finding): boolean {
  return fix?.safe === true && !fix.uri && fix.edits.length > 0;
}

async function relatedPlaces(finding: Finding, own: LineIndex, elsewhere: Elsewhere): Promise<RelatedPlace[]> {
  const places: RelatedPlace[] = [];
  for (const { uri, span, message } of finding.related) {
    const other: Awaited<ReturnType<Elsewhere>> = uri === undefined ? { lines: own } : await elsewhere(uri);
    if (!other) continue;
    const { lines, ...path } = other;
    places.push({ ...path, range: lines.range(span), message: renderMessage(message) });
  }
  return places;
}

function preferredFix(finding: Finding, lines: LineIndex): { fix?: ProblemFix } {
  const fix = finding.fixes.find(({ uri }) => uri === undefined);
  if (!fix) return {};
  const edits = fix.edits.map(({ span, newText }) => ({ range: lines.range(span), newText }));
  return { fix: { title: renderMessage(fix.title), safe: fix.safe, edits } };
}

/** Counts what a report shows. */
export function summarize(files: readonly FileReport[]): Summary {
  const all = files.flatMap(({ problems }) => problems);
  const count = (severity: Severity) => all.filter((problem) => problem.severity === severity).length;
  return {
    files: files.length,
    errors: count('error'),
    warnings: count('warning'),
    infos: count('info'),
    hints: count('hint'),
    fixable: all.filter(({ fixable }) => fixable).length,
  };
}
