import { defineItemRule, INDICATOR_KINDS } from './rule';
import { replaceEntry } from './shared/list-edits';
import { otherNameReader, spellingsOf } from './shared/spellings';
import { placeOf } from './shared/unit-uses';

/** More places than this are not listed one by one. */
const MAX_RELATED = 20;

/**
 * One file writes a unit in one way. The 名称 of the registry is the one to keep; where the file does not use it, the
 * most frequent spelling is spared. One finding a spelling, at its first place. Contract section 6.
 */
export const unitInconsistent = defineItemRule({
  id: 'unit-inconsistent',
  summary: '同一个单位在一个文件里有两种写法',
  severity: 'warning',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    once: '「{text}」和「{kept}」是同一个单位，请统一为「{name}」。',
    several: '「{text}」（共{count}处）和「{kept}」是同一个单位，请统一为「{name}」。',
    kept: '这里写作「{kept}」',
    'also-here': '这里也写作「{text}」',
    unify: '全部改为「{name}」',
  },
  reads: ({ file, registry }) => [registry, file.issued?.value],
  inspect: ({ file, registry }) => (registry ? otherNameReader(registry, file) : () => undefined),
  conclude({ file, registry, report }, facts) {
    if (!registry) return;
    for (const [unit, spellings] of spellingsOf(file, registry, facts)) {
      if (!unit.name || spellings.length < 2) continue;
      const name = unit.name.value.trim();
      const kept =
        spellings.find(({ form }) => form === 'name') ??
        spellings.reduce((most, one) => (one.uses.length > most.uses.length ? one : most));
      const [keptUse] = kept.uses;
      const edits = spellings
        .filter(({ form }) => form !== 'name')
        .flatMap(({ uses }) => uses.map((use) => replaceEntry(use, name)));
      for (const { text, uses } of spellings.filter((spelling) => spelling !== kept)) {
        const [first, ...others] = uses;
        if (!first || !keptUse) continue;
        const data = { text, name, kept: kept.text, count: uses.length };
        report({
          at: placeOf(first),
          message: others.length > 0 ? 'several' : 'once',
          data,
          related: [
            { span: placeOf(keptUse), message: 'kept', data },
            ...others.slice(0, MAX_RELATED).map((use) => ({ span: placeOf(use), message: 'also-here' as const, data })),
          ],
          fixes: [{ title: 'unify', data, edits, safe: true }],
        });
      }
    }
  },
});
