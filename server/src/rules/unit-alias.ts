import { defineItemRule, INDICATOR_KINDS } from './rule';
import { replaceEntry } from './shared/list-edits';
import { otherNameReader, spellingsOf } from './shared/spellings';
import { placeOf } from './shared/unit-uses';

/** Tables use the 名称 of the registry. Where one file mixes spellings, `unit-inconsistent` says so instead. Contract section 6. */
export const unitAlias = defineItemRule({
  id: 'unit-alias',
  summary: '单位没有用名录里的名称，用了全称或别名',
  severity: 'info',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    'full-name': '「{text}」是全称，单位名录里的名称是「{name}」，请用名称。',
    alias: '「{text}」是别名，单位名录里的名称是「{name}」，请用名称。',
    replace: '改为「{name}」',
  },
  reads: ({ file, registry }) => [registry, file.issued?.value],
  inspect: ({ file, registry }) => (registry ? otherNameReader(registry, file) : () => undefined),
  conclude({ file, registry, report }, facts) {
    if (!registry) return;
    for (const [unit, [spelling, other]] of spellingsOf(file, registry, facts)) {
      if (!spelling || other || !unit.name || spelling.form === 'name') continue;
      const data = { text: spelling.text, name: unit.name.value.trim() };
      const message = spelling.form === 'full-name' ? 'full-name' : 'alias';
      for (const use of spelling.uses) {
        const edits = [replaceEntry(use, data.name)];
        report({ at: placeOf(use), message, data, fixes: [{ title: 'replace', data, edits, safe: true }] });
      }
    }
  },
});
