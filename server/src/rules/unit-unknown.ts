import { nearestNames } from '../domain/unit';
import type { Registry } from '../model/registry';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { standsInDamage } from './shared/damage';
import { replaceEntry } from './shared/list-edits';
import { registryAddition } from './shared/registry-edits';
import { unitReader } from './shared/unit-reading';
import { elsewhere, placeOf, unitsOf } from './shared/unit-uses';

/** A registry that lacks more names than this is hardly the file's own; no more are searched for. */
const MAX_SEARCHED = 300;
/** With a registry of thousands of names, fewer are: each is compared with all of them, at a microsecond each. */
const MAX_COMPARED = 300_000;

/** A unit that the registry lacks; the nearest names are offered, none is put in unasked. Contract section 6. */
export const unitUnknown = defineItemRule({
  id: 'unit-unknown',
  summary: '单位不在单位名录中',
  severity: 'error',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    near: '「{text}」不在单位名录中。是否为「{name}」？',
    unknown: '「{text}」不在单位名录中，请核对名称，或把它加入单位名录。',
    replace: '改为「{name}」',
    add: '加入单位名录',
  },
  reads: ({ file, registry }) => [registry, file.county?.value],
  inspect({ file, registry }) {
    if (!registry) return () => undefined;
    const read = unitReader(registry, file.county?.value);
    return (item) => {
      const unknown = unitsOf(item).filter((use) => read(use.value).kind === 'unknown');
      return unknown.length > 0 ? unknown : undefined;
    };
  },
  conclude({ document, file, registry, report }, facts) {
    if (!registry || facts.length === 0) return;
    const suggestions = suggester(registry);
    for (const use of facts.flatMap(({ fact }) => fact)) {
      const text = use.value.trim();
      if (standsInDamage(text, registry.units)) continue;
      const names = suggestions(text);
      const added = registryAddition(text, document, file, registry);
      report({
        at: placeOf(use),
        message: names.length > 0 ? 'near' : 'unknown',
        data: { text, ...(names[0] && { name: names[0] }) },
        fixes: [
          ...names.map((name) => ({
            title: 'replace' as const,
            data: { name },
            edits: [replaceEntry(use, name)],
            safe: false,
          })),
          ...(added.length > 0
            ? [{ title: 'add' as const, edits: added, safe: false, ...elsewhere(registry, document) }]
            : []),
        ],
      });
    }
  },
});

/** Present names of the units that a string may be meant for, best first; each string is looked up once. */
export function suggester(registry: Registry): (text: string) => readonly string[] {
  const candidates = registry.names.filter((name) => {
    const known = registry.find(name);
    return known && known.form !== 'former-name' && !known.unit.closed;
  });
  const most = Math.min(MAX_SEARCHED, Math.ceil(MAX_COMPARED / candidates.length));
  const found = new Map<string, readonly string[]>();
  return (text) => {
    const known = found.get(text);
    if (known || found.size >= most) return known ?? [];
    const names = nearestNames(text, candidates).map((name) => registry.find(name)?.unit.name?.value.trim() ?? name);
    const distinct = [...new Set(names)];
    found.set(text, distinct);
    return distinct;
  };
}
