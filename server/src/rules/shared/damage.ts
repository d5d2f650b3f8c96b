import type { RegistryUnit } from '../../model/types';

/** True where a name may well be in an entry of the registry that could not be read: its fault is reported there. */
export function standsInDamage(name: string, units: readonly RegistryUnit[]): boolean {
  return units.some(({ node }) => node.kind === 'damaged' && node.raw.includes(name));
}
