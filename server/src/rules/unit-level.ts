import { levelOf, levelPrefix } from '../domain/unit';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { replaceEntry } from './shared/list-edits';
import { unitReader } from './shared/unit-reading';
import { placeOf, unitsOf } from './shared/unit-uses';

/**
 * A name that is registered but for its first character: 司法局 or 区司法局 where the registry has 县司法局. Contract section 6.
 * Replaced unasked except 市: that may well mean the body one level up.
 */
export const unitLevel = defineItemRule({
  id: 'unit-level',
  summary: '单位名称前的「县」「区」「市」漏写或者写错',
  severity: 'warning',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    missing: '「{text}」前面缺「{level}」，应为「{name}」。',
    wrong: '「{text}」前面的「{prefix}」不对，应为「{name}」。',
    extra: '「{text}」前面多了「{prefix}」，应为「{name}」。',
    other: '「{text}」的级别与单位名录不符，应为「{name}」。',
    replace: '改为「{name}」',
  },
  reads: ({ file, registry }) => [registry, file.county?.value],
  inspect({ file, registry }) {
    if (!registry) return () => undefined;
    const county = file.county?.value ?? registry.county ?? '';
    const read = unitReader(registry, county);
    return (item, report) => {
      for (const use of unitsOf(item)) {
        const reading = read(use.value);
        if (reading.kind !== 'level') continue;
        const text = use.value.trim();
        const prefix = levelPrefix(text) ?? '';
        const { fault, name } = reading;
        report({
          at: placeOf(use),
          message: fault,
          data: { text, name, prefix, level: levelPrefix(name) ?? '' },
          fixes: [
            {
              title: 'replace',
              data: { name },
              edits: [replaceEntry(use, name)],
              safe: prefix !== '市' || levelOf(county) === '市',
            },
          ],
        });
      }
    };
  },
});
