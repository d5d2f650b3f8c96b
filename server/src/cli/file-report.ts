import { itemAt, sectionAt } from '../model/item-at';
import type { Indicator } from '../model/types';
import { type Finding, renderMessage } from '../rules/finding';
import type { LineIndex } from '../text/lines';
import type { Span } from '../text/span';
import type { Checked } from './engine';
import { excerpt } from './excerpt';
import { fingerprints } from './fingerprint';
import type { FileReport, Problem, ProblemFix, RelatedPlace } from './report';

/** Finds the lines of another file that a finding speaks of, and its path unless it is the same file after all. */
export type Elsewhere = (uri: string) => Promise<{ path?: string; lines: LineIndex } | undefined>;

/** Turns the findings of one file into problems; nothing of the file itself is kept but the lines that frames show. */
export async function fileReport(path: string, checked: Checked, elsewhere: Elsewhere): Promise<FileReport> {
  const { lines } = checked.document;
  const marks = fingerprints(lines, checked.findings);
  const whose = owners(checked);
  const problems: Problem[] = [];
  for (const [index, finding] of checked.findings.entries()) {
    const { rule, severity, span } = finding;
    problems.push({
      rule,
      severity,
      message: renderMessage(finding.message),
      range: lines.range(span),
      ...((severity === 'error' || severity === 'warning') && { excerpt: excerpt(lines, span) }),
      related: await relatedPlaces(finding, lines, elsewhere),
      ...preferredFix(finding, lines),
      fixable: isFixable(finding),
      ...whose(span),
      fingerprint: marks[index] ?? '',
    });
  }
  return { path, problems };
}

/** Of an item that names more, its problems fall to the first ones: with each problem all are told again. */
const MAX_UNITS = 100;

/** Section and units that a problem falls to, so that a report can say who has to do with how many. */
function owners({ document: { model } }: Checked): (span: Span) => Pick<Problem, 'section' | 'units'> {
  if (model === undefined || !('sections' in model)) return () => ({ units: [] });
  const known = new Map<Indicator | undefined, readonly string[]>();
  return ({ start }) => {
    const item = itemAt(model, start);
    const units = known.get(item) ?? unitsOf(item);
    known.set(item, units);
    const section = sectionAt(model, start)?.title?.value;
    return { units, ...(section !== undefined && { section }) };
  };
}

function unitsOf(item: Indicator | undefined): string[] {
  const names = new Set((item?.units ?? []).flatMap((list) => list.units.map(({ value }) => value)));
  return [...names].slice(0, MAX_UNITS);
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
