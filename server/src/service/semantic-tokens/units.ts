import type { Registry } from '../../model/registry';
import type { Text } from '../../model/types';
import { placeOf } from '../../rules/shared/unit-uses';
import type { Token } from './encode';

/** A unit that something is asked of: known, not in the registry, or no more. Without a registry nobody can tell. */
export function unitToken(text: Text, registry: Registry | undefined): Token {
  const span = placeOf(text);
  if (!registry) return { span, type: 'type' };
  const known = registry.find(text.value);
  if (!known) return { span, type: 'type', modifiers: ['unregistered'] };
  const isRetired = known.form === 'former-name' || known.unit.closed !== undefined;
  return { span, type: 'type', ...(isRetired && { modifiers: ['deprecated'] }) };
}
