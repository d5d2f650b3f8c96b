import { itemAt } from '../model/item-at';
import type { UnitKey } from '../model/keys';
import type { Indicator, IndicatorFile } from '../model/types';
import type { PreviewParams, PreviewSeverity, Printed, UnitCount } from '../protocol/preview';
import { identify } from '../rules/shared/unit-uses';
import type { Span } from '../text/span';
import type { Checked } from '../workspace/project';
import { assemble } from './preview/assemble';
import { finisher } from './preview/finish';
import { placeFindings } from './preview/place';
import type { Selection } from './preview/rows';
import { type UnitOverview, unitsOverview } from './unit-card';
import type { Workspace } from './workspace';

export type PreviewOptions = Pick<PreviewParams, 'unit' | 'onlyFindings'>;

/**
 * The official table of a file as it would be printed, with its findings; null for a registry or a configuration.
 * What cannot be read is shown as it stands. A unit that the file does not name counts as none.
 */
export function preview(
  workspace: Workspace,
  file: Checked,
  { unit: name, onlyFindings }: PreviewOptions,
): Printed | null {
  const { document, findings } = file;
  if (document.kind !== 'zhibiao' && document.kind !== 'yaoqiu') return null;
  const model = document.model as IndicatorFile;
  const overviews = unitsOverview(file, workspace.today);
  const units = overviews.map(countsOf);
  const index = name === undefined ? -1 : units.findIndex((one) => one.name === name);
  const [unit, overview] = [units[index], overviews[index]];
  const draft = assemble(model, unit, selectionOf(file, model, overview, onlyFindings === true));
  const placement = placeFindings(draft, findings);
  const { line, table, finding } = finisher(document.lines, placement, workspace.render);
  const counts: Record<PreviewSeverity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { severity } of findings) counts[severity]++;
  return {
    head: draft.head.map(line),
    tables: draft.tables.map(table),
    notes: draft.notes.map(line),
    units,
    ...(unit && { unit: unit.name }),
    counts,
    // In the list of a unit, what stands elsewhere is the business of others.
    elsewhere: unit ? [] : placement.rest.map((one) => finding(one, 0)),
  };
}

const ROLES: Readonly<Record<UnitKey, { readonly kind: 'lead' | 'responsible' | 'support'; readonly word: string }>> = {
  牵头单位: { kind: 'lead', word: '牵头' },
  责任单位: { kind: 'responsible', word: '责任' },
  配合单位: { kind: 'support', word: '配合' },
};

function countsOf({ name, items }: UnitOverview): UnitCount {
  const counts = { lead: 0, responsible: 0, support: 0 };
  for (const { role } of items) counts[ROLES[role].kind]++;
  return { name, ...counts };
}

function selectionOf(
  file: Checked,
  model: IndicatorFile,
  unit: UnitOverview | undefined,
  onlyFindings: boolean,
): Selection {
  const { registry } = file.surroundings;
  const flagged = onlyFindings ? flaggedParts(file, model) : undefined;
  const roles = new Map<Indicator, string[]>();
  for (const { item, role } of unit?.items ?? []) roles.set(item, [...(roles.get(item) ?? []), ROLES[role].word]);
  const own = unit?.unit ?? unit?.name;
  return {
    isPart: onlyFindings || unit !== undefined,
    item: (item) => (!flagged || flagged.items.has(item)) && (!unit || roles.has(item)),
    emptySection: ({ head }) => !unit && (!flagged || flagged.touches(head)),
    ...(unit && { role: (item: Indicator) => (roles.get(item) ?? []).join('、') }),
    isOwn: (name) => own !== undefined && identify(name, registry) === own,
  };
}

/** What has findings, mere hints aside: items anywhere within, sections at their title. */
function flaggedParts(file: Checked, model: IndicatorFile) {
  const findings = file.findings.filter(({ severity }) => severity !== 'hint');
  const starts = new Set(findings.map(({ span }) => span.start));
  return {
    items: new Set(findings.flatMap(({ span }) => itemAt(model, span.start) ?? [])),
    touches({ start, end }: Span): boolean {
      for (let at = start; at <= end; at++) if (starts.has(at)) return true;
      return false;
    },
  };
}
