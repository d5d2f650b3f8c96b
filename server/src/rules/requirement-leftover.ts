import { fingerprint, normalizeText, normalizeWithOffsets } from '../domain/similarity';
import type { Span } from '../text/span';
import { defineRule, INDICATOR_KINDS } from './rule';
import { type Comparison, comparisons, phraseCore } from './shared/comparison';
import { spanIn } from './shared/text';

/** Items in which a phrase must be missing before that looks like a decision, and its shortest length in characters. */
const MIN_ITEMS = 3;
const MIN_LENGTH = 4;
/** Numbers that a sentence lists. */
const MAX_LISTED = 8;

/** A phrase that the file leaves out in three items or more still stands in this one. Contract section 6. */
export const requirementLeftover = defineRule({
  id: 'requirement-leftover',
  summary: '其他各项都删去的词语，这一项没有删',
  severity: 'info',
  fixable: false,
  kinds: INDICATOR_KINDS,
  messages: {
    leftover: '本文件在{items}删去了「{phrase}」，此处仍保留，请核对是否漏删。',
    omitted: '这里删去了「{phrase}」',
  },
  check({ file, corpus, report }) {
    if (!corpus) return;
    const all = comparisons(file, corpus);
    for (const [phrase, droppers] of omittedPhrases(all)) {
      if (droppers.length < MIN_ITEMS) continue;
      const keepers = all.filter(({ required, content }) =>
        [required, content].every(({ value }) => fingerprint(value).text.includes(phrase)),
      );
      if (keepers.length >= droppers.length) continue;
      for (const keeper of keepers) {
        const { content, explained } = keeper;
        const others = droppers.filter((one) => one !== keeper);
        const [first] = others;
        if (explained.has('leftover')) continue;
        for (const span of placesOf(content.value, phrase)) {
          report({
            at: spanIn(content, span),
            message: 'leftover',
            data: { phrase, items: listed(others) },
            related: first ? [{ span: first.content.node.place, message: 'omitted', data: { phrase } }] : [],
          });
        }
      }
    }
  },
});

/** Phrases that were left out, with the items that lack them. */
function omittedPhrases(all: readonly Comparison[]): Map<string, Comparison[]> {
  const lost = all.map((comparison) => ({
    comparison,
    phrases: partsOf(comparison, 'omitted').map(phraseCore),
    clauses: partsOf(comparison, 'dropped').map(normalizeText),
  }));
  const phrases = new Set(lost.flatMap(({ phrases }) => phrases).filter(({ length }) => length >= MIN_LENGTH));
  return new Map(
    [...phrases].map((phrase) => [
      phrase,
      lost
        .filter(({ phrases, clauses }) => phrases.includes(phrase) || clauses.some((clause) => clause.includes(phrase)))
        .map(({ comparison }) => comparison),
    ]),
  );
}

function partsOf({ differences, required }: Comparison, kind: 'omitted' | 'dropped'): string[] {
  return differences
    .filter((difference) => difference.kind === kind)
    .map(({ a }) => required.value.slice(a.start, a.end));
}

function listed(droppers: readonly Comparison[]): string {
  const numbers = droppers.flatMap(({ item }) => item.number?.value ?? []);
  const shown = numbers.slice(0, MAX_LISTED).join('、');
  return numbers.length > MAX_LISTED ? `第${shown}等${droppers.length}项` : `第${shown}项`;
}

function placesOf(text: string, phrase: string): Span[] {
  const normal = normalizeWithOffsets(text);
  const found: Span[] = [];
  for (let at = normal.text.indexOf(phrase); at >= 0; at = normal.text.indexOf(phrase, at + phrase.length)) {
    found.push({ start: normal.offsets[at] ?? 0, end: (normal.offsets[at + phrase.length - 1] ?? 0) + 1 });
  }
  return found;
}
