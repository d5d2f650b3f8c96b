import { namesOf } from '../../model/registry';
import { placeOf } from '../../rules/shared/unit-uses';
import { overlaps, type Span } from '../../text/span';
import type { Checked } from '../../workspace/project';
import { listedUnits, registryOf } from '../unit-places';
import type { Token } from './encode';
import { unitToken } from './units';

/** The names that a registry gives, and the units that its units name. */
export function registryTokens(file: Checked, within: Span): Token[] {
  const units = listedUnits(file).filter(({ node }) => overlaps(node.place, within));
  if (units.length === 0) return [];
  const registry = registryOf(file);
  return units.flatMap((unit) => [
    ...namesOf(unit).map(
      ({ text, form }): Token => ({
        span: placeOf(text),
        type: 'type',
        modifiers: form === 'former-name' || unit.closed ? ['declaration', 'deprecated'] : ['declaration'],
      }),
    ),
    ...[...unit.members, ...unit.successors, ...(unit.host ? [unit.host] : [])].map((text) =>
      unitToken(text, registry),
    ),
  ]);
}
