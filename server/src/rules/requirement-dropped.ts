import { defineRule, INDICATOR_KINDS } from './rule';
import { anchor, comparisons, quoted, SOURCE_MESSAGE, sourceOf } from './shared/comparison';
import { replaceIn } from './shared/scalar-edit';
import { spanIn } from './shared/text';

/** Longest clause that is quoted whole in the title of a fix. */
const TITLE_LENGTH = 20;

/** A clause of the corpus that an item lacks; a number that went with it is not reported again. Contract section 6. */
export const requirementDropped = defineRule({
  id: 'requirement-dropped',
  summary: '漏了上级要求中的一句',
  severity: 'warning',
  fixable: true,
  kinds: INDICATOR_KINDS,
  messages: {
    dropped: '漏了上级要求中的一句：「{clause}」。',
    ...SOURCE_MESSAGE,
    insert: '补上「{clause}」',
    restore: '改为上级的「{clause}」',
  },
  check({ file, corpus, report }) {
    if (!corpus) return;
    for (const comparison of comparisons(file, corpus)) {
      const { content, required, explained, differences } = comparison;
      if (explained.has('dropped')) continue;
      for (const { kind, a, b, restore } of differences) {
        if (kind !== 'dropped') continue;
        const edit = replaceIn(content, restore.span, restore.newText);
        const data = { clause: quoted(required.value, a, TITLE_LENGTH) };
        const title = b.start < b.end ? 'restore' : 'insert';
        report({
          at: spanIn(content, anchor(content.value, b)),
          message: 'dropped',
          data: { clause: quoted(required.value, a) },
          related: [sourceOf(comparison, corpus, a)],
          fixes: edit ? [{ title, data, edits: [edit], safe: false }] : [],
        });
      }
    }
  },
});
