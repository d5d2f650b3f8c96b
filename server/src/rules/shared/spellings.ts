import type { NameForm, Registry } from '../../model/registry';
import type { Indicator, IndicatorFile, RegistryUnit, UnitRef } from '../../model/types';
import type { Fact } from '../rule';
import { retirementReader } from './retirement';
import { answerableItems, repeatedUnits, unitsOf } from './unit-uses';

/** One way in which a file writes a registered unit. */
export interface Spelling {
  readonly text: string;
  readonly form: NameForm;
  /** In the order of the file; of the 名称 the first one only. */
  readonly uses: readonly UnitRef[];
}

/** A place where a unit that has a 名称 goes by another of its names. */
export interface OtherName {
  readonly unit: RegistryUnit;
  readonly form: NameForm;
  readonly use: UnitRef;
}

/** Finds the units that an item names otherwise than by their 名称; undefined where there is none. */
export function otherNameReader(
  registry: Registry,
  file: IndicatorFile,
): (item: Indicator) => readonly OtherName[] | undefined {
  const uses = countedUses(registry, file);
  return (item) => {
    const others = uses(item).filter(({ form }) => form !== 'name');
    return others.length > 0 ? others : undefined;
  };
}

/**
 * How a file writes the units that it does not always write by their 名称. Left out: names that are reported as retired, and
 * a unit's second place in one item (`unit-duplicate`).
 * @param facts what {@link otherNameReader} found in the items
 */
export function spellingsOf(
  file: IndicatorFile,
  registry: Registry,
  facts: readonly Fact<readonly OtherName[]>[],
): Map<RegistryUnit, Spelling[]> {
  const byUnit = new Map<RegistryUnit, Map<string, Spelling & { uses: UnitRef[] }>>();
  for (const { unit, form, use } of facts.flatMap(({ fact }) => fact)) {
    const text = use.value.trim();
    const spellings = byUnit.get(unit) ?? new Map<string, Spelling & { uses: UnitRef[] }>();
    byUnit.set(unit, spellings);
    const spelling = spellings.get(text);
    if (spelling) spelling.uses.push(use);
    else spellings.set(text, { text, form, uses: [use] });
  }
  const all = new Map([...byUnit].map(([unit, spellings]) => [unit, [...spellings.values()]]));
  for (const { unit, use } of firstNames(file, registry, byUnit.keys())) {
    all.get(unit)?.push({ text: use.value.trim(), form: 'name', uses: [use] });
  }
  return all;
}

/** Of each unit the first place that has its 名称. */
function firstNames(file: IndicatorFile, registry: Registry, units: Iterable<RegistryUnit>): OtherName[] {
  const wanted = new Map([...units].map((unit) => [unit.name?.value.trim() ?? '', unit]));
  if (wanted.size === 0) return [];
  const found: OtherName[] = [];
  const uses = countedUses(registry, file);
  for (const item of answerableItems(file)) {
    if (!unitsOf(item).some(({ value }) => wanted.has(value.trim()))) continue;
    for (const one of uses(item)) {
      if (one.form !== 'name' || !wanted.delete(one.use.value.trim())) continue;
      found.push(one);
    }
    if (wanted.size === 0) break;
  }
  return found;
}

/** The registered units of an item that count for how the file writes them. */
function countedUses(registry: Registry, file: IndicatorFile): (item: Indicator) => OtherName[] {
  const retirementOf = retirementReader(registry, file);
  return (item) => {
    const repeated = new Set(repeatedUnits(item, registry).map(({ again }) => again));
    return unitsOf(item).flatMap((use) => {
      const known = registry.find(use.value);
      if (!known?.unit.name || repeated.has(use) || retirementOf(use.value)) return [];
      return [{ unit: known.unit, form: known.form, use }];
    });
  };
}
