import type { SourceDocument } from '../../model/document';
import type { RegistryUnit } from '../../model/types';

/** True where a name may well be in an entry of the registry that could not be read: its fault is reported there. */
export function standsInDamage(name: string, units: readonly RegistryUnit[]): boolean {
  return units.some(({ node }) => node.kind === 'damaged' && node.raw.includes(name));
}

/** True where a file was not read to its end, so that nothing can be said of what it lacks. */
export function isCutShort({ faults }: SourceDocument): boolean {
  return faults.some(({ kind }) => kind === 'several-documents' || kind === 'too-large' || kind === 'too-deep');
}
