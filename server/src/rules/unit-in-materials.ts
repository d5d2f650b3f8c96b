import { findReferences } from '../domain/reference';
import type { Registry } from '../model/registry';
import type { Indicator, IndicatorFile, RegistryUnit } from '../model/types';
import { attached } from '../text/attached';
import { sourceSpan } from '../yaml/scalar-source';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { evidenceRequests } from './shared/evidence-requests';
import { nameFinder } from './shared/name-finder';
import { unitsOf } from './shared/unit-uses';

/** Shorter names (县委, 法院) stand in too many texts by chance. */
const MIN_LENGTH = 3;

/**
 * Whoever is asked for evidence in 报送资料 must be among the item's units (contract section 6), or among those of an item that
 * shares the evidence. A collective unit whose members are unknown may include anyone, so nothing is said beside it.
 */
export const unitInMaterials = defineItemRule({
  id: 'unit-in-materials',
  summary: '报送资料要求某单位提供，但它不是这一项的牵头或责任单位',
  severity: 'warning',
  fixable: false,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    stranger: '这里要「{name}」提供资料，但它不在这一项的牵头单位、责任单位和配合单位中。请补列，或改由所列单位提供。',
  },
  reads: ({ registry }) => [registry],
  inspect({ registry }) {
    if (!registry) return () => undefined;
    const nameAt = finderOf(registry);
    const answers = answerReader(registry);
    return (item) => {
      // An item without any unit has a finding of its own.
      if (unitsOf(item).length === 0) return undefined;
      const strangers = item.evidence.flatMap((text) =>
        evidenceRequests(text.value, nameAt).flatMap((span) => {
          const name = text.value.slice(span.start, span.end);
          const unit = registry.find(name)?.unit;
          return unit && unit.category?.value !== '集合' && !answers(item, unit) ? [{ text, span, name, unit }] : [];
        }),
      );
      return strangers.length > 0 ? strangers : undefined;
    };
  },
  conclude({ file, registry, report }, facts) {
    if (!registry || facts.length === 0) return;
    const partners = partnersOf(file);
    const answers = answerReader(registry);
    for (const { item, fact } of facts) {
      for (const { text, span, name, unit } of fact) {
        if (partners(item, text.value).some((other) => answers(other, unit))) continue;
        report({ at: sourceSpan(text.node, span.start, span.end), message: 'stranger', data: { name } });
      }
    }
  },
});

const finders = attached<Registry, ReturnType<typeof nameFinder>>();

function finderOf(registry: Registry): ReturnType<typeof nameFinder> {
  const finder = finders.get(registry) ?? nameFinder(registry.names.filter((name) => name.length >= MIN_LENGTH));
  finders.set(registry, finder);
  return finder;
}

/** Items that hand in one set of evidence with an item: by 合并报送, or because the text says so. */
function partnersOf({ items, groups }: IndicatorFile): (item: Indicator, text: string) => Indicator[] {
  const byNumber = new Map(items.flatMap((item) => (item.number ? [[item.number.value, item] as const] : [])));
  const grouped = new Map<number, readonly number[]>();
  for (const { targets } of groups) {
    for (const number of targets?.targets ?? []) grouped.set(number, targets?.targets ?? []);
  }
  return ({ number, extra }, text) => {
    const own = number && !extra ? (grouped.get(number.value) ?? []) : [];
    const mentioned = findReferences(text).flatMap((reference) => ('targets' in reference ? reference.targets : []));
    return [...own, ...mentioned].flatMap((target) => byNumber.get(target) ?? []);
  };
}

/** Tells whether a unit is, or may be, among those that answer for an item. */
function answerReader(registry: Registry): (item: Indicator, unit: RegistryUnit) => boolean {
  const hosted = registry.units.filter((unit) => unit.host);
  const named = new Map<Indicator, ReadonlySet<RegistryUnit> | undefined>();
  return (item, unit) => {
    if (!named.has(item)) named.set(item, namedUnits(item, registry, hosted));
    return named.get(item)?.has(unit) ?? true;
  };
}

/** The registered units that answer for an item; undefined where that cannot be told. */
function namedUnits(
  item: Indicator,
  registry: Registry,
  hosted: readonly RegistryUnit[],
): ReadonlySet<RegistryUnit> | undefined {
  const named = new Set<RegistryUnit>();
  for (const { value } of unitsOf(item)) {
    const unit = registry.find(value)?.unit;
    // An unknown name has a finding of its own, and may be the very unit.
    if (!unit) return undefined;
    named.add(unit);
  }
  // The set grows while it is walked: members of members, hosts and hosted bodies belong together.
  for (const unit of named) {
    if (unit.category?.value === '集合' && unit.members.length === 0) return undefined;
    for (const { value } of [...unit.members, ...(unit.host ? [unit.host] : [])]) {
      const other = registry.find(value)?.unit;
      if (other) named.add(other);
    }
  }
  for (const unit of hosted) {
    const host = unit.host && registry.find(unit.host.value)?.unit;
    if (host && named.has(host)) named.add(unit);
  }
  return named;
}
