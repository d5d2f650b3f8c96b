import type { RegistryUnit } from '../model/types';
import { defineRule, INDICATOR_KINDS } from './rule';
import { elsewhere, placeOf, unitUses } from './shared/unit-uses';

/** Whom a collective unit (类别 集合) stands for is written in the registry, else nobody finds the item in his list. Contract section 6. */
export const unitCollective = defineRule({
  id: 'unit-collective',
  summary: '统称的单位没有在名录里写明成员',
  severity: 'info',
  fixable: false,
  kinds: INDICATOR_KINDS,
  messages: {
    members: '「{name}」是统称，单位名录没有写明包括哪些单位，请在名录里补上「成员」。',
    registry: '单位名录中的登记',
  },
  check({ document, file, registry, report }) {
    if (!registry) return;
    const seen = new Set<RegistryUnit>();
    for (const use of unitUses(file)) {
      const known = registry.find(use.value);
      if (known?.unit.category?.value !== '集合' || known.unit.members.length > 0 || seen.has(known.unit)) continue;
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
