import type { Indicator, RegistryUnit } from '../model/types';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { elsewhere, placeOf, unitsOf } from './shared/unit-uses';

/** Whom a collective unit (类别 集合) stands for is written in the registry, else nobody finds the item in his list. Contract section 6. */
export const unitCollective = defineItemRule({
  id: 'unit-collective',
  summary: '统称的单位没有在名录里写明成员',
  severity: 'info',
  fixable: false,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    members: '「{name}」是统称，单位名录没有写明包括哪些单位，请在名录里补上「成员」。',
    registry: '单位名录中的登记',
  },
  reads: ({ registry }) => [registry],
  inspect:
    ({ registry }) =>
    (item: Indicator) => {
      const collective = unitsOf(item).flatMap((use) => {
        const known = registry?.find(use.value);
        return known?.unit.category?.value === '集合' && known.unit.members.length === 0 ? [{ use, known }] : [];
      });
      return collective.length > 0 ? collective : undefined;
    },
  conclude({ document, registry, report }, facts) {
    if (!registry) return;
    const seen = new Set<RegistryUnit>();
    for (const { use, known } of facts.flatMap(({ fact }) => fact)) {
      if (seen.has(known.unit)) continue;
      seen.add(known.unit);
      report({
        at: placeOf(use),
        message: 'members',
        data: { name: use.value.trim() },
        related: [{ span: known.text.node.place, message: 'registry', ...elsewhere(registry, document) }],
      });
    }
  },
});
