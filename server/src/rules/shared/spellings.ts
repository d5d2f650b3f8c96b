import type { NameForm, Registry } from '../../model/registry';
import type { IndicatorFile, RegistryUnit, UnitRef } from '../../model/types';
import { retirementReader } from './retirement';
import { answerableItems, repeatedUnits, unitsOf } from './unit-uses';

/** One way in which a file writes a registered unit. */
export interface Spelling {
  readonly text: string;
  readonly form: NameForm;
  readonly uses: readonly UnitRef[];
}

/**
 * How a file writes each unit, for units that have a 名称. Left out: names that are reported as retired, and a unit's
 * second place in one item (`unit-duplicate`).
 */
export function spellingsOf(file: IndicatorFile, registry: Registry): Map<RegistryUnit, Spelling[]> {
  const byUnit = new Map<RegistryUnit, Map<string, Spelling & { uses: UnitRef[] }>>();
  const retirementOf = retirementReader(registry, file);
  for (const item of answerableItems(file)) {
    const repeated = new Set(repeatedUnits(item, registry).map(({ again }) => again));
    for (const use of unitsOf(item)) {
      const known = registry.find(use.value);
      if (!known?.unit.name || repeated.has(use) || retirementOf(use.value)) continue;
      const text = use.value.trim();
      const spellings = byUnit.get(known.unit) ?? new Map<string, Spelling & { uses: UnitRef[] }>();
      byUnit.set(known.unit, spellings);
      const spelling = spellings.get(text);
      if (spelling) spelling.uses.push(use);
      else spellings.set(text, { text, form: known.form, uses: [use] });
    }
  }
  return new Map([...byUnit].map(([unit, spellings]) => [unit, [...spellings.values()]]));
}
