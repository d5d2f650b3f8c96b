import { normalizeTitle, parseHeading } from '../domain/heading';
import { simplifiedForm } from '../domain/traditional';
import { correspondences } from '../model/correspondence';
import type { Text } from '../model/types';
import { rememberTexts } from '../text/memo';
import type { Span } from '../text/span';
import { defineRule, INDICATOR_KINDS } from './rule';
import { replaceIn } from './shared/scalar-edit';
import { sectionPairs } from './shared/sections';
import { spanIn } from './shared/text';

/** A 一级 or 二级 title that is not the corpus's; its serial is `heading-sequence`'s business. Contract section 6. */
export const headingText = defineRule({
  id: 'heading-text',
  summary: '一级、二级指标的标题与上级不一致',
  severity: 'warning',
  fixable: true,
  kinds: INDICATOR_KINDS,
  messages: {
    differs: '标题与上级不一致：上级为「{required}」，此处为「{actual}」。',
    source: '上级的标题',
    restore: '改为「{required}」',
  },
  check({ file, corpus, report }) {
    if (!corpus || !correspondences(file, corpus).isCopy) return;
    for (const [{ title }, model] of sectionPairs(file, corpus).all) {
      if (!title || !model.title || plain(title.value) === plain(model.title.value)) continue;
      const [own, wanted] = [wordsOf(title), wordsOf(model.title)];
      if (own.start === own.end || wanted.start === wanted.end) continue;
      const required = model.title.value.slice(wanted.start, wanted.end);
      const edit = replaceIn(title, own, required);
      const data = { required, actual: title.value.slice(own.start, own.end) };
      report({
        at: spanIn(title, own),
        message: 'differs',
        data,
        related: [{ uri: corpus.uri, span: model.title.node.place, message: 'source' }],
        fixes: edit ? [{ title: 'restore', data, edits: [edit], safe: false }] : [],
      });
    }
  },
});

/** Traditional characters are `text-encoding`'s business. */
const plain = rememberTexts((title) =>
  Array.from(normalizeTitle(title), (character) => simplifiedForm(character) ?? character).join(''),
);

/** A title without its serial, outer blanks and closing full stop. */
function wordsOf({ value }: Text): Span {
  const start = parseHeading(value)?.serialSpan.end ?? value.length - value.trimStart().length;
  return { start, end: Math.max(start, value.trimEnd().replace(/[。.]$/, '').length) };
}
