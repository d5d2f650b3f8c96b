import { normalizeText } from '../domain/similarity';
import { correspondences } from '../model/correspondence';
import type { Indicator, IndicatorFile, Section } from '../model/types';
import { defineRule, INDICATOR_KINDS } from './rule';
import { quoted } from './shared/comparison';
import { isCutShort } from './shared/damage';
import { insertItem } from './shared/item-lines';
import { sectionPairs, topOf } from './shared/sections';

/** How much of a missing text is quoted, and how much of it tells that a damaged part of the file holds it. */
const QUOTED_LENGTH = 30;
const TELLING_LENGTH = 12;

/** An item of the corpus that no item of the file answers to. An extract (节选) need not have all. Contract section 6. */
export const requirementMissing = defineRule({
  id: 'requirement-missing',
  summary: '缺上级的一项指标',
  severity: 'warning',
  fixable: true,
  kinds: INDICATOR_KINDS,
  messages: {
    missing: '缺上级第{number}项：「{content}」。',
    source: '上级第{number}项',
    insert: '补上这一项，序号为{number}',
  },
  check({ document, file, corpus, report }) {
    if (!corpus || file.isExtract || isCutShort(document)) return;
    const matches = correspondences(file, corpus);
    if (!matches.isCopy || matches.missing.length === 0) return;
    const pairs = sectionPairs(file, corpus);
    const damage = damagedText(file);
    const taken = new Set(file.items.flatMap((item) => item.number?.value ?? []));
    const next = Math.max(0, ...taken) + 1;
    for (const target of matches.missing) {
      const content = target.content?.value ?? '';
      if (!target.content || !target.number || isDamaged(content, damage)) continue;
      const home = pairs.homeOf(target.section);
      if (home && isUnread(home, file)) continue;
      const place = home ?? pairs.homeOf(topOf(target.section)) ?? file.items.at(-1);
      if (!place) continue;
      const { value } = target.number;
      const number = taken.has(value) ? next : value;
      const comesBefore = (item: Indicator) => (matches.of(item)?.target?.number?.value ?? Infinity) < value;
      const edits = home ? insertItem(document.lines, home, comesBefore, number, content.trim()) : [];
      report({
        at: place.head,
        message: 'missing',
        data: { number: value, content: quoted(content, { start: 0, end: content.length }, QUOTED_LENGTH) },
        related: [{ uri: corpus.uri, span: target.head, message: 'source', data: { number: value } }],
        fixes: edits.length > 0 ? [{ title: 'insert', data: { number }, edits, safe: false }] : [],
      });
    }
  },
});

/** True where an item without a text that can be read may be the one: numbers that restart do not tell which it is. */
function isUnread({ items }: Section, { numbering }: IndicatorFile): boolean {
  return numbering === 'by-parent' && items.some(({ content }) => !content?.value.trim());
}

/** What stands in the parts of a file that could not be read: an item there is not missing. */
function damagedText(file: IndicatorFile): string {
  const parts: string[] = [];
  const add = ({ node }: Section | Indicator) => {
    if (node.kind === 'damaged') parts.push(normalizeText(node.raw));
  };
  for (const section of file.sections.flatMap((top) => [top, ...top.sections])) add(section);
  for (const item of file.items) add(item);
  return parts.join('\n');
}

function isDamaged(content: string, damage: string): boolean {
  return damage !== '' && damage.includes(normalizeText(content).slice(0, TELLING_LENGTH));
}
