import type { LineIndex } from '../text/lines';
import type { Node } from '../yaml/nodes';
import type { RegistryUnit, Text } from './types';

/** How a string names a unit: by the form that tables use, by its full name, an alias or a former name. */
export type NameForm = 'name' | 'full-name' | 'alias' | 'former-name';

export interface KnownName {
  readonly unit: RegistryUnit;
  readonly form: NameForm;
  readonly text: Text;
}

/** A unit registry, ready to be asked. */
export interface Registry {
  /** Where it stands: the registry's own file, or the indicator file that carries the list. */
  readonly uri: string;
  readonly county: string | undefined;
  readonly units: readonly RegistryUnit[];
  /** What a string means if it is, whole, a name in this registry. */
  find(name: string): KnownName | undefined;
  /** All strings that name a unit. */
  readonly names: readonly string[];
  /** The forms that tables should use (名称), without those of closed units. */
  readonly currentNames: readonly string[];
  /** The text of `uri`, where a unit can be added. */
  readonly source?: RegistrySource;
}

export interface RegistrySource {
  readonly lines: LineIndex;
  /** The sequence of units. */
  readonly list: Node | undefined;
}

/** Every name of a unit with its form, the preferred one first. */
export function namesOf(unit: RegistryUnit): { text: Text; form: NameForm }[] {
  return [
    ...(unit.name ? [{ text: unit.name, form: 'name' as const }] : []),
    ...(unit.fullName ? [{ text: unit.fullName, form: 'full-name' as const }] : []),
    ...unit.aliases.map((text) => ({ text, form: 'alias' as const })),
    ...unit.formerNames.map((text) => ({ text, form: 'former-name' as const })),
  ];
}

/** The first unit that bears a name wins; doubles are a finding of the registry itself. */
export function createRegistry(
  uri: string,
  units: readonly RegistryUnit[],
  county?: string,
  source?: RegistrySource,
): Registry {
  const byName = new Map<string, KnownName>();
  for (const unit of units) {
    for (const { text, form } of namesOf(unit)) {
      const name = text.value.trim();
      const known = byName.get(name);
      // A former name gives way to a unit that bears the name now.
      if (!known || (known.form === 'former-name' && form !== 'former-name')) byName.set(name, { unit, form, text });
    }
  }
  const current = units.filter((unit) => !unit.closed).flatMap((unit) => unit.name?.value.trim() ?? []);
  return {
    uri,
    county,
    units,
    find: (name) => byName.get(name.trim()),
    names: [...byName.keys()],
    currentNames: current,
    ...(source && { source }),
  };
}
