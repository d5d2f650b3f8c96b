import { levelPrefix } from '../../domain/unit';
import { namesOf, type Registry } from '../../model/registry';
import type { IndicatorFile, RegistryUnit } from '../../model/types';
import { identify, unitUses } from '../../rules/shared/unit-uses';
import { type Scene, targetOf } from './scene';

/** The units of the same central item in other files, as units of this registry, the most frequent first. */
export function namedElsewhere(scene: Scene, role: string, registry: Registry | undefined) {
  const found = new Map<RegistryUnit | string, { rank: number; county: string }>();
  const number = targetOf(scene)?.number?.value;
  const { corpus, file, workspace } = scene;
  if (!corpus || number === undefined || !registry) return found;
  for (const { file: other, item } of workspace.index.elsewhere(corpus.name, number, file.uri)) {
    for (const [index, named] of item.units.entries()) {
      const unit = counterpart(named.name, registry);
      if (!unit) continue;
      const earlier = found.get(unit);
      const weight = named.role === role ? 1_000 : 1;
      if (earlier) earlier.rank -= weight;
      else found.set(unit, { rank: 500_000 - weight + index / 1_000, county: other.county ?? '' });
    }
  }
  return found;
}

const byBody = new WeakMap<Registry, ReadonlyMap<string, RegistryUnit>>();

/** A unit of another county in this registry: 区司法局 is 县司法局. */
function counterpart(name: string, registry: Registry): RegistryUnit | undefined {
  const direct = registry.find(name)?.unit;
  if (direct) return direct.closed ? undefined : direct;
  const bodies =
    byBody.get(registry) ??
    new Map(
      registry.units
        .filter(({ closed }) => !closed)
        .toReversed()
        .flatMap((unit) => namesOf(unit).map(({ text }) => [bodyOf(text.value), unit] as const)),
    );
  byBody.set(registry, bodies);
  return bodies.get(bodyOf(name));
}

function bodyOf(name: string): string {
  const plain = name.trim();
  return levelPrefix(plain) === null ? plain : plain.slice(1);
}

const counted = new WeakMap<IndicatorFile, Map<string, Map<RegistryUnit | string, number>>>();

/** How often the file names each unit in a role. */
export function countsIn({ model, file }: Scene, role: string): ReadonlyMap<RegistryUnit | string, number> {
  if (!model) return new Map();
  let roles = counted.get(model);
  if (!roles) {
    roles = new Map();
    for (const { value, list } of unitUses(model)) {
      const counts = roles.get(list.role) ?? new Map<RegistryUnit | string, number>();
      roles.set(list.role, counts);
      const unit = identify(value, file.surroundings.registry);
      counts.set(unit, (counts.get(unit) ?? 0) + 1);
    }
    counted.set(model, roles);
  }
  return roles.get(role) ?? new Map();
}
