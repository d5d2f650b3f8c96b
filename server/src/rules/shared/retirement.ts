import type { KnownName, Registry } from '../../model/registry';
import type { IndicatorFile, RegistryUnit } from '../../model/types';
import { attached } from '../../text/attached';

/** A name that should no longer be used. */
export interface Retirement {
  readonly known: KnownName;
  /** A former name of units that go by others, or a unit that was closed. */
  readonly kind: 'renamed' | 'closed';
  /** Present names of the successors that the registry has. */
  readonly successors: readonly string[];
  /** True where the body is the same and only its name has changed. */
  readonly sameBody: boolean;
}

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;

/** Tells what the registry says against using a name in this file; undefined where it may be used. Contract section 3, 曾用名 and 停用. */
export function retirementReader(registry: Registry, file: IndicatorFile): (name: string) => Retirement | undefined {
  const bearersOf = formerNames(registry);
  return (name) => {
    const known = registry.find(name);
    if (known?.form === 'former-name') {
      const bearers = bearersOf.get(name.trim()) ?? [];
      const sameBody = bearers.length === 1 && !bearers[0]?.closed;
      return { known, kind: 'renamed', successors: presentNames(bearers, registry), sameBody };
    }
    if (!known?.unit.closed || issuedBefore(file, known.unit.closed.value)) return undefined;
    return { known, kind: 'closed', successors: presentNames([known.unit], registry), sameBody: false };
  };
}

const known = attached<Registry, ReadonlyMap<string, readonly RegistryUnit[]>>();

/** The units that bore each former name. */
function formerNames(registry: Registry): ReadonlyMap<string, readonly RegistryUnit[]> {
  const earlier = known.get(registry);
  if (earlier) return earlier;
  const bearersOf = new Map<string, RegistryUnit[]>();
  for (const unit of registry.units) {
    for (const { value } of unit.formerNames) {
      const bearers = bearersOf.get(value.trim());
      if (bearers) bearers.push(unit);
      else bearersOf.set(value.trim(), [unit]);
    }
  }
  known.set(registry, bearersOf);
  return bearersOf;
}

/** A document may name what existed when it was issued. */
function issuedBefore(file: IndicatorFile, closed: string): boolean {
  const issued = file.issued?.value ?? '';
  return ISO_DATE.test(issued) && ISO_DATE.test(closed) && issued < closed;
}

/** Follows 承继 from closed units to those that exist now. */
function presentNames(units: readonly RegistryUnit[], registry: Registry): string[] {
  const names = new Set<string>();
  const seen = new Set(units);
  // A set grows while it is walked: each successor is looked at once, cycles or not.
  for (const unit of seen) {
    if (!unit.closed && unit.name) names.add(unit.name.value.trim());
    for (const { value } of unit.closed ? unit.successors : []) {
      const next = registry.find(value)?.unit;
      if (next) seen.add(next);
    }
  }
  return [...names];
}
