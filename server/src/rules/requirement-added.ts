import { correspondences } from '../model/correspondence';
import { defineRule, INDICATOR_KINDS } from './rule';
import { comparisons, quoted, SOURCE_MESSAGE, sourceOf } from './shared/comparison';
import { explainFix } from './shared/explain';
import { insertKeys } from './shared/list-edits';
import { replaceIn } from './shared/scalar-edit';
import { spanIn } from './shared/text';

/** Longest clause that is quoted whole: the reader has it before him. */
const QUOTED_LENGTH = 40;
const TITLE_LENGTH = 20;

/** A clause, or a whole item, that the corpus does not have. Contract section 6. */
export const requirementAdded = defineRule({
  id: 'requirement-added',
  summary: '多出上级要求中没有的内容',
  severity: 'info',
  fixable: true,
  kinds: INDICATOR_KINDS,
  messages: {
    added: '多出上级要求中没有的内容：「{clause}」。地方增加的，请在「说明」中写「地方补充」。',
    item: '上级没有与这一项相应的指标。地方增加的，请写「对应: 无」。',
    ...SOURCE_MESSAGE,
    explain: '在「说明」中写「{reason}」',
    local: '写「对应: 无」',
    remove: '删去「{clause}」',
  },
  check({ document, file, corpus, report }) {
    if (!corpus) return;
    for (const comparison of comparisons(file, corpus)) {
      const { item, content, explained, differences } = comparison;
      if (explained.has('added')) continue;
      for (const { kind, a, b, restore } of differences) {
        if (kind !== 'added') continue;
        const edit = replaceIn(content, restore.span, restore.newText);
        const data = { clause: quoted(content.value, b, TITLE_LENGTH) };
        report({
          at: spanIn(content, b),
          message: 'added',
          data: { clause: quoted(content.value, b, QUOTED_LENGTH) },
          related: [sourceOf(comparison, corpus, a)],
          fixes: [
            ...explainFix(document.lines, item, '地方补充'),
            ...(edit ? [{ title: 'remove' as const, data, edits: [edit], safe: false }] : []),
          ],
        });
      }
    }
    const { all, isCopy } = correspondences(file, corpus);
    if (!isCopy) return;
    for (const { item, isForeign } of all) {
      if (!isForeign || item.reason) continue;
      const edits = item.node.kind === 'mapping' ? insertKeys(document.lines, item.node, '', [['对应', '无']]) : [];
      report({
        at: item.number?.node.place ?? item.head,
        message: 'item',
        fixes: edits.length > 0 ? [{ title: 'local', edits, safe: false }] : [],
      });
    }
  },
});
