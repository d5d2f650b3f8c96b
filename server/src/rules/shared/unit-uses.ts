import type { SourceDocument } from '../../model/document';
import type { Registry } from '../../model/registry';
import type { Indicator, IndicatorFile, RegistryUnit, UnitRef } from '../../model/types';
import { attached } from '../../text/attached';
import type { Span } from '../../text/span';
import { sourceSpan } from '../../yaml/scalar-source';

/** All entries of a file that can name units: 三级指标, then 附加项. */
export function answerableItems(file: IndicatorFile): Indicator[] {
  return [...file.items, ...file.extras.flatMap((extra) => extra.items)];
}

const ofItem = attached<Indicator, readonly UnitRef[]>();

/** The units named by an item, 牵头单位 first. Empty strings are the schema's business. Nearly all rules of units ask. */
export function unitsOf(item: Indicator): readonly UnitRef[] {
  const earlier = ofItem.get(item);
  if (earlier) return earlier;
  const units = item.units.flatMap((list) => list.units).filter((unit) => unit.value.trim() !== '');
  ofItem.set(item, units);
  return units;
}

const known = attached<IndicatorFile, readonly UnitRef[]>();

/** The units named in a file's lists, item by item. Collected once for all rules that ask. */
export function unitUses(file: IndicatorFile): readonly UnitRef[] {
  const uses = known.get(file) ?? answerableItems(file).flatMap(unitsOf);
  known.set(file, uses);
  return uses;
}

/** Registered units are the same by any of their names, other strings by their characters. */
export function identify(name: string, registry: Registry | undefined): RegistryUnit | string {
  return registry?.find(name)?.unit ?? name.trim();
}

/** Units that an item names again, each with the first place. */
export function repeatedUnits(item: Indicator, registry: Registry | undefined): { first: UnitRef; again: UnitRef }[] {
  const seen = new Map<RegistryUnit | string, UnitRef>();
  return unitsOf(item).flatMap((again) => {
    const unit = identify(again.value, registry);
    const first = seen.get(unit);
    if (!first) seen.set(unit, again);
    // An entry that is the first one by a YAML alias has no place of its own.
    return first && first.node !== again.node ? [{ first, again }] : [];
  });
}

/** The characters of a name, without quotes and blanks around it. */
export function placeOf({ node }: Pick<UnitRef, 'node'>): Span {
  // 5.30 is the number 5.3; as a name it counts by its written form.
  if (typeof node.value !== 'string') return node.place;
  const { value } = node;
  const start = value.length - value.trimStart().length;
  return sourceSpan(node, start, Math.max(start, value.trimEnd().length));
}

/** The `uri` of a place in the registry, unless the file carries its own list. */
export function elsewhere(registry: Registry, document: SourceDocument): { uri?: string } {
  return registry.uri === document.uri ? {} : { uri: registry.uri };
}
