import { daysBetween, nextDue } from '../domain/next-due';
import type { UnitKey } from '../model/keys';
import { namesOf } from '../model/registry';
import type { DeadlineEntry, Indicator, IndicatorFile, RegistryUnit } from '../model/types';
import { answerableItems, identify } from '../rules/shared/unit-uses';
import type { Checked } from '../workspace/project';
import type { Elsewhere, WorkspaceIndex } from '../workspace/workspace-index';

/** The deadline of an item that matters now: the next one, else the last one that went by. */
export interface DueDeadline {
  readonly entry: DeadlineEntry;
  /** ISO; absent for open-ended ones, malformed ones and those whose year nobody named. */
  readonly iso?: string;
  /** From today; negative where it went by. Absent like `iso`. */
  readonly daysLeft?: number;
}

/** An item that names a unit, and as what. An item that names it in two lists stands twice. */
export interface UnitItem {
  readonly item: Indicator;
  readonly role: UnitKey;
  /** Absent where the item has no deadline at all. */
  readonly deadline?: DueDeadline;
}

/** A unit with all that a file asks of it. */
export interface UnitOverview {
  /** 名称 of a registered unit, else the string as written. */
  readonly name: string;
  readonly unit?: RegistryUnit;
  /** False for a string that the registry lacks, and for every string where there is no registry. */
  readonly known: boolean;
  /** 三级指标 in the order of the file, then 附加项. */
  readonly items: readonly UnitItem[];
  /** The first day from today on. */
  readonly nextDeadline?: { readonly iso: string; readonly daysLeft: number; readonly item: Indicator };
}

const overviews = new WeakMap<Checked, { today: string; units: readonly UnitOverview[] }>();

/**
 * The units that an indicator file names, by whatever name: registered ones in the order of the registry, then the others in
 * the order of the file. Counted once for a version of a file and a day. Empty for other kinds of file.
 * @param today ISO day
 */
export function unitsOverview(file: Checked, today: string): readonly UnitOverview[] {
  const earlier = overviews.get(file);
  if (earlier?.today === today) return earlier.units;
  const units = count(file, today);
  overviews.set(file, { today, units });
  return units;
}

/** What a file asks of the unit that a string names; undefined where the file does not name it. */
export function overviewOf(file: Checked, name: string, today: string): UnitOverview | undefined {
  const wanted = identify(name, file.surroundings.registry);
  return unitsOverview(file, today).find(({ name: own, unit }) => (unit ?? own) === wanted);
}

/** The deadline of an item that matters today. @param year 年度 of the file @param today ISO day */
function dueDeadline({ deadlines }: Indicator, year: number | undefined, today: string): DueDeadline | undefined {
  const dated = deadlines.map((entry): DueDeadline => {
    const iso = nextDue(entry.text.value, today, year);
    return { entry, ...(iso !== undefined && { iso, daysLeft: daysBetween(today, iso) }) };
  });
  const inOrder = dated.filter(({ iso }) => iso !== undefined).sort((a, b) => ((a.iso ?? '') < (b.iso ?? '') ? -1 : 1));
  return inOrder.find(({ daysLeft = -1 }) => daysLeft >= 0) ?? inOrder.at(-1) ?? dated[0];
}

function count({ document, surroundings: { registry } }: Checked, today: string): UnitOverview[] {
  if (document.kind !== 'zhibiao') return [];
  const file = document.model as IndicatorFile;
  const found = new Map<RegistryUnit | string, UnitItem[]>();
  for (const item of answerableItems(file)) {
    const deadline = dueDeadline(item, file.year?.value, today);
    const seen = new Map<UnitKey, Set<RegistryUnit | string>>();
    for (const { role, units } of item.units) {
      if (role === '成员') continue;
      const inRole = seen.get(role) ?? new Set();
      seen.set(role, inRole);
      for (const { value } of units) {
        const unit = identify(value, registry);
        if (unit === '' || inRole.has(unit)) continue;
        inRole.add(unit);
        const items = found.get(unit) ?? [];
        found.set(unit, items);
        items.push({ item, role, ...(deadline && { deadline }) });
      }
    }
  }
  const registered = (registry?.units ?? []).flatMap((unit) => {
    const items = found.get(unit);
    return items ? [toOverview(unit, items)] : [];
  });
  const others = [...found].flatMap(([name, items]) => (typeof name === 'string' ? [toOverview(name, items)] : []));
  return [...registered, ...others];
}

function toOverview(unit: RegistryUnit | string, items: readonly UnitItem[]): UnitOverview {
  const next = nextOf(items);
  const rest = { items, ...(next && { nextDeadline: next }) };
  if (typeof unit === 'string') return { name: unit, known: false, ...rest };
  return { name: namesOf(unit)[0]?.text.value.trim() ?? '', unit, known: true, ...rest };
}

function nextOf(items: readonly UnitItem[]): UnitOverview['nextDeadline'] {
  let next: UnitOverview['nextDeadline'];
  for (const { item, deadline: { iso, daysLeft = -1 } = {} } of items) {
    if (iso !== undefined && daysLeft >= 0 && (!next || iso < next.iso)) next = { iso, daysLeft, item };
  }
  return next;
}

/** A use of a unit in some file of the workspace, as the index knows it. */
export interface UnitUse extends Elsewhere {
  readonly role: string;
}

/** The items that name a unit, by any of its names, in the files of the workspace that follow a registry. */
export function usesAcross(index: WorkspaceIndex, registry: string, unit: RegistryUnit): UnitUse[] {
  const names = new Set(namesOf(unit).map(({ text }) => text.value.trim()));
  const uses: UnitUse[] = [];
  for (const file of index.files()) {
    if (file.registry !== registry) continue;
    for (const item of file.items) {
      for (const { role, name } of item.units) if (names.has(name)) uses.push({ file, item, role });
    }
  }
  return uses;
}
