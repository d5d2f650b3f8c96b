import { correspondences } from '../model/correspondence';
import type { Indicator, Section } from '../model/types';
import { defineRule, INDICATOR_KINDS } from './rule';
import { moveItem } from './shared/item-lines';
import { type SectionPairs, sectionPairs, topOf } from './shared/sections';

/** An item under another 一级 or 二级 than in the corpus. Contract section 6. */
export const sectionPlacement = defineRule({
  id: 'section-placement',
  summary: '指标列错了一级或二级指标',
  severity: 'warning',
  fixable: true,
  kinds: INDICATOR_KINDS,
  messages: {
    misplaced: '上级把这一项列在「{home}」之下，此处列在「{here}」之下。',
    home: '应列在这里',
    source: '上级第{number}项',
    move: '移到「{home}」之下',
  },
  check({ document, file, corpus, report }) {
    if (!corpus) return;
    const matches = correspondences(file, corpus);
    if (!matches.isCopy) return;
    const pairs = sectionPairs(file, corpus);
    for (const { item, target, certain, shared } of matches.all) {
      if (!certain || shared || !target?.section || !item.section) continue;
      const model = misplacedFrom(item.section, target.section, pairs);
      if (!model) continue;
      const home = pairs.homeOf(model);
      const data = {
        home: titleOf(home ?? model),
        here: titleOf(sameLevel(item.section, model)),
      };
      const edits = home
        ? moveItem(document.lines, item, home, (other) => isBefore(matches.of(other)?.target, target))
        : [];
      report({
        at: item.number?.node.place ?? item.head,
        message: 'misplaced',
        data,
        related: [
          ...(home ? [{ span: home.head, message: 'home' as const }] : []),
          { uri: corpus.uri, span: target.head, message: 'source', data: { number: target.number?.value ?? '' } },
        ],
        fixes: edits.length > 0 ? [{ title: 'move', data, edits, safe: false }] : [],
      });
    }
  },
});

/**
 * The section of the corpus that an item should stand under and does not; undefined where it does, or where the file lacks
 * that section within the same 一级 (it may have merged two) or has sections that the corpus does not know.
 */
function misplacedFrom(here: Section, wanted: Section, pairs: SectionPairs): Section | undefined {
  const model = pairs.modelOf(here);
  if (model === wanted) return undefined;
  const top = pairs.modelOf(topOf(here));
  const wantedTop = topOf(wanted);
  if (model && model.level === wanted.level && pairs.homeOf(wanted)) return wanted;
  return top && wantedTop && top !== wantedTop ? wantedTop : undefined;
}

function sameLevel(section: Section, model: Section): Section {
  return model.level === 1 ? (topOf(section) ?? section) : section;
}

function isBefore(other: Indicator | undefined, target: Indicator): boolean {
  return (other?.number?.value ?? Infinity) < (target.number?.value ?? 0);
}

function titleOf({ title }: Section): string {
  return title?.value.trim() ?? '';
}
