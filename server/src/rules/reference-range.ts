import { type CountReference, findReferences, type ItemReference, type Reference } from '../domain/reference';
import { referringTexts } from '../model/references';
import type { Indicator, IndicatorFile, Text } from '../model/types';
import { sourceSpan } from '../yaml/scalar-source';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { serialOf } from './shared/numbering';

/** 合并提供 says of which items; 该三项 counts as many as were named. Contract section 6. */
export const referenceRange = defineItemRule({
  id: 'reference-range',
  summary: '「合并提供」没有写明哪几项，「该三项」与所列项数不符',
  severity: 'warning',
  fixable: false,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    'without-numbers': '「{words}」没有写明哪几项，请写成「第26、27、28项合并提供」的样子，或者在「合并报送」中列出。',
    count: '「{words}」说的是{said}项，{source}是{listed}项。',
    named: '这里列了{listed}项',
  },
  inspect: () => (item) => (!item.extra && referringTexts(item).some(speaksOfItems) ? true : undefined),
  conclude({ file, report }, facts) {
    const sizes = groupSizes(file);
    const speaking = new Set(facts.map(({ item }) => item));
    for (const [index, item] of file.items.entries()) if (speaking.has(item)) checkItem(item, index);
    for (const group of file.groups) checkCounts(group.evidence, group.targets?.targets.length);

    function checkItem(item: Indicator, index: number): void {
      // An item with a wrong number is still the one that its place says.
      const size = sizes.get(serialOf(item) ?? 0) ?? sizes.get(index + 1);
      checkCounts(item.evidence, size);
      for (const text of referringTexts(item)) if (!item.evidence.includes(text)) checkCounts([text], undefined);
      const read = item.evidence.map((text) => ({ text, references: findReferences(text.value) }));
      if (size !== undefined || read.some(({ references }) => references.some(namesSeveral))) return;
      for (const { text, references } of read) {
        for (const reference of references) {
          if (reference.kind !== 'merge-without-numbers') continue;
          report({ ...placed(text, reference), message: 'without-numbers' });
        }
      }
    }

    /**
     * @param texts one after the other: what is named in one may be counted in the next
     * @param size of the group that the item belongs to
     */
    function checkCounts(texts: readonly Text[], size: number | undefined): void {
      let named: { reference: ItemReference; text: Text } | undefined;
      for (const text of texts) {
        for (const reference of findReferences(text.value)) {
          if ('targets' in reference) named = { reference, text };
          if (reference.kind === 'count') checkCount(reference, text);
        }
      }

      function checkCount(reference: CountReference, text: Text): void {
        const listed = named ? new Set(named.reference.targets).size : size;
        if (listed === undefined || reference.count === listed || reference.count === size) return;
        const { at, data } = placed(text, reference);
        const related = named
          ? [{ span: placed(named.text, named.reference).at, message: 'named' as const, data: { listed } }]
          : [];
        const source = named ? '前面列出的' : '「合并报送」中这一组';
        report({ at, message: 'count', data: { ...data, said: reference.count, source, listed }, related });
      }
    }
  },
});

/** True for a text with something to check: one that only names items is `reference-target`'s business. */
function speaksOfItems({ value }: Text): boolean {
  return findReferences(value).some((reference) => !('targets' in reference));
}

function placed({ node, value }: Text, { span: { start, end } }: Pick<Reference, 'span'>) {
  return { at: sourceSpan(node, start, end), data: { words: value.slice(start, end) } };
}

function namesSeveral(reference: Reference): boolean {
  return 'targets' in reference && reference.targets.length > 1;
}

/** For each item in a 合并报送 group, how many items the group has. */
function groupSizes(file: IndicatorFile): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const { targets } of file.groups) {
    const numbers = new Set(targets?.targets);
    for (const number of numbers) sizes.set(number, numbers.size);
  }
  return sizes;
}
