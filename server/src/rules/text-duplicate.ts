import { type SharedSentence, sentencesShared } from '../domain/shared-sentences';
import { similarTexts } from '../domain/similar-texts';
import { normalizeText } from '../domain/similarity';
import type { SourceDocument } from '../model/document';
import type { Indicator } from '../model/types';
import { attached } from '../text/attached';
import { sourceSpan } from '../yaml/scalar-source';
import { defineRule, INDICATOR_KINDS } from './rule';

/** Contract section 6. */
const SIMILAR = 0.85;
const SENTENCE_LENGTH = 14;
/** Marks and blanks between two sentences. */
const MAX_BETWEEN = 40;
/** Tags that an export left behind (柞水) are no text. */
const TAG = /<[^<>]{0,80}>/g;

/** Two 三级指标 with the same text, whole or in a sentence. Contract section 6. */
export const textDuplicate = defineRule({
  id: 'text-duplicate',
  summary: '两项指标的内容相同或者相近，或者有相同的句子',
  severity: 'error',
  fixable: false,
  kinds: INDICATOR_KINDS,
  messages: {
    same: '与{other}内容相同。',
    similar: '与{other}内容相近（相似度{percent}%）。',
    sentence: '这句话在{other}中已经出现。',
    other: '{other}的内容',
  },
  check({ document, file, report }) {
    const items = file.items.filter(hasContent);
    const texts = items.map(({ content }) => withoutTags(content.value));
    const compare = comparersOf(document);
    const similar = compare.similar(texts);
    const copies = new Set(similar.map(({ b }) => b));

    for (const { a, b, score } of similar) {
      const [earlier, later] = [items[a], items[b]];
      if (!earlier || !later) continue;
      const other = nameOf(earlier);
      report({
        at: wholeOf(b),
        message: score === 1 ? 'same' : 'similar',
        data: { other, percent: Math.min(99, Math.round(score * 100)) },
        related: [{ span: wholeOf(a), message: 'other', data: { other } }],
      });
    }
    // What a copy shares with others it shares because it is a copy.
    const shared = compare.shared(texts).filter(({ b }) => !copies.has(b.index));
    for (const { a, b } of joined(shared)) {
      const [earlier, later] = [items[a.index], items[b.index]];
      if (!earlier || !later) continue;
      const other = nameOf(earlier);
      report({
        at: sourceSpan(later.content.node, b.span.start, b.span.end),
        message: 'sentence',
        data: { other },
        severity: 'warning',
        related: [
          { span: sourceSpan(earlier.content.node, a.span.start, a.span.end), message: 'other', data: { other } },
        ],
      });
    }

    function wholeOf(index: number) {
      const { node, value } = items[index]?.content ?? {};
      return node ? sourceSpan(node, 0, value?.trimEnd().length ?? 0) : { start: 0, end: 0 };
    }

    /** Numbers name an item only where they run through the file. */
    function nameOf({ number, head }: Indicator): string {
      if (number && file.numbering === 'continuous') return `第${number.value}项`;
      return `第${document.lines.lineAt(head.start) + 1}行`;
    }

    /** Sentences that follow each other in both items are one finding. */
    function joined(sentences: readonly SharedSentence[]): SharedSentence[] {
      const result: SharedSentence[] = [];
      for (const sentence of sentences) {
        const last = result.at(-1);
        if (last && adjacent(last.a, sentence.a) && adjacent(last.b, sentence.b)) {
          result[result.length - 1] = { ...last, a: through(last.a, sentence.a), b: through(last.b, sentence.b) };
        } else result.push(sentence);
      }
      return result;
    }

    function adjacent(first: SharedSentence['a'], second: SharedSentence['a']): boolean {
      const [end, start] = [first.span.end, second.span.start];
      if (first.index !== second.index || end > start || start - end > MAX_BETWEEN) return false;
      return normalizeText(texts[first.index]?.slice(end, start) ?? '') === '';
    }
  },
});

function hasContent(item: Indicator): item is Indicator & Required<Pick<Indicator, 'content'>> {
  return item.content !== undefined;
}

function through(first: SharedSentence['a'], last: SharedSentence['a']): SharedSentence['a'] {
  return { index: first.index, span: { start: first.span.start, end: last.span.end } };
}

function withoutTags(text: string): string {
  return text.includes('<') ? text.replace(TAG, (tag) => ' '.repeat(tag.length)) : text;
}

/** Of each file, what compares one version of its texts after the other. */
const comparers = attached<object, ReturnType<typeof makeComparers>>();

function comparersOf({ lineage }: SourceDocument): ReturnType<typeof makeComparers> {
  const made = comparers.get(lineage) ?? makeComparers();
  comparers.set(lineage, made);
  return made;
}

function makeComparers() {
  return { similar: similarTexts(SIMILAR), shared: sentencesShared(SENTENCE_LENGTH) };
}
