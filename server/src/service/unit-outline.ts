import type { Registry } from '../model/registry';
import type { Indicator, IndicatorFile, RegistryUnit, UnitRef } from '../model/types';
import type { ItemOfUnits, UnitOfFile, UnitsOfFile, UnitTask } from '../protocol/units';
import { identify, placeOf } from '../rules/shared/unit-uses';
import type { Checked } from '../workspace/project';
import { oneLine } from './one-line';
import { type DueDeadline, type UnitOverview, unitsOverview } from './unit-card';
import type { Workspace } from './workspace';

/** The units of an indicator file with their items and deadlines; null for any other file. */
export function unitOutline({ today }: Workspace, file: Checked): UnitsOfFile | null {
  const { document, surroundings } = file;
  if (document.kind !== 'zhibiao') return null;
  const { county, title } = document.model as IndicatorFile;
  const items = new Map<Indicator, { readonly index: number; readonly shown: ItemOfUnits }>();
  const indexOf = (item: Indicator, deadline: DueDeadline | undefined): number => {
    const known = items.get(item) ?? { index: items.size, shown: toItem(file, item, deadline) };
    items.set(item, known);
    return known.index;
  };
  const places = placesOfUnits(file);
  const units = unitsOverview(file, today).map((overview): UnitOfFile => {
    const tasks = overview.items.flatMap(({ item, role, deadline }): UnitTask[] => {
      const range = places(item, role, overview);
      return range ? [{ role, item: indexOf(item, deadline), range }] : [];
    });
    const entry = overview.unit && entryOf(file, overview.unit);
    return {
      name: oneLine(overview.name),
      known: overview.known,
      tasks,
      ...(entry && { entry }),
      ...(overview.nextDeadline && { nextDay: overview.nextDeadline.iso }),
    };
  });
  return {
    title: oneLine((county ?? title)?.value ?? ''),
    hasRegistry: surroundings.registry !== undefined,
    items: [...items.values()].map(({ shown }) => shown),
    units,
  };
}

function toItem({ document: { lines } }: Checked, item: Indicator, deadline: DueDeadline | undefined): ItemOfUnits {
  return {
    text: oneLine((item.name ?? item.content)?.value ?? ''),
    place: lines.positionAt(item.head.start),
    ...(item.number && { number: item.number.value }),
    ...(item.extra && { extra: item.extra }),
    ...(deadline && { deadline: oneLine(deadline.entry.text.value) }),
    ...(deadline?.iso !== undefined && { day: deadline.iso }),
    ...(deadline?.daysLeft !== undefined && { daysLeft: deadline.daysLeft }),
  };
}

/** Where an item names a unit in a role: the first place, if it does so twice. */
function placesOfUnits({ document: { lines }, surroundings: { registry } }: Checked) {
  const known = new Map<Indicator, ReadonlyMap<string, Places>>();
  return (item: Indicator, role: string, { unit, name }: UnitOverview): UnitTask['range'] | undefined => {
    const places = known.get(item) ?? placesIn(item, registry);
    known.set(item, places);
    const named = places.get(role)?.get(unit ?? name);
    return named && lines.range(placeOf(named));
  };
}

type Places = Map<RegistryUnit | string, UnitRef>;

function placesIn(item: Indicator, registry: Registry | undefined): ReadonlyMap<string, Places> {
  const byRole = new Map<string, Places>();
  for (const { role, units } of item.units) {
    const places: Places = byRole.get(role) ?? new Map();
    byRole.set(role, places);
    for (const ref of units) {
      const unit = identify(ref.value, registry);
      if (!places.has(unit)) places.set(unit, ref);
    }
  }
  return byRole;
}

function entryOf({ uri, document, surroundings: { registry } }: Checked, unit: RegistryUnit): UnitOfFile['entry'] {
  if (!registry) return undefined;
  const lines = registry.uri === uri ? document.lines : registry.source?.lines;
  const place = unit.name?.node.place ?? unit.node.place;
  return lines && { uri: registry.uri, range: lines.range(place) };
}
