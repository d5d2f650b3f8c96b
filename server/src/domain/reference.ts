import { rememberTexts } from '../text/memo';
import type { Span, TextEdit } from '../text/span';
import { parseChineseNumeral } from './numeral';
import { findNumberLists, kindOf, MAX_TARGETS, type NumberList, targetsOf, type WrittenNumber } from './reference-list';

export type { WrittenNumber } from './reference-list';

/** Items named by number: 第26、27项 (`list`), 第34项至第46项, 71-72合并提供 (`range`). */
export interface ItemReference {
  readonly kind: 'list' | 'range';
  readonly span: Span;
  /** The numbers as written. */
  readonly numbers: readonly WrittenNumber[];
  /** The items meant, ranges filled in (at most 1000). */
  readonly targets: readonly number[];
}

/** 该三项指标: so many items, which the text named before. */
export interface CountReference {
  readonly kind: 'count';
  readonly span: Span;
  readonly count: number;
}

/** 合并提供 in a sentence that names no items. */
export interface MergeWithoutNumbers {
  readonly kind: 'merge-without-numbers';
  readonly span: Span;
}

/** A reference of one text to items of the file. Contract section 2. */
export type Reference = ItemReference | CountReference | MergeWithoutNumbers;

const B = '[ \\t\\u00A0\\u3000]{0,4}';
const MERGE = /合并(?:提供|报送)/g;
const MERGE_AFTER = new RegExp(`^${B}合并(?:提供|报送)`);
const COUNT = new RegExp(
  `该${B}([一二三四五六七八九十百两]{1,7}|\\d{1,4})${B}项(?!制度)|(?:这|上述|以上)${B}([一二三四五六七八九十百两]{1,7}|\\d{1,4})${B}项指标`,
  'g',
);
/** 第26条第3项 names a place in a law; 《…》第3项, （2021年版）第3项 and 附件2第3项 one in another document. */
const AFTER_ARTICLE = /(?:[条款章节》〉]|版[）)]?|附[件表]\d{0,2})$/;
/** Without 第, 项 counts things more often than it names items, so its surroundings have to speak for a reference. */
const NAMED_BEFORE = /(?:^|[。；;：:，,、（(\n\r\t]|[同与和及见将把对按照])$/;
const NAMED_AFTER = /^(?:$|[。；;：:，,、）)\n\r\t]|指标|由|合并|一并|一起|共同|共用|的|相同)/;
const CHOSEN_BEFORE = /(?:[任选取抽共计各每含有]|至少|不少于|不低于|超过|以上|合计)$/;
const SENTENCE_END = /[。；;！？\n\r]/;

/**
 * The references in a text, in order of place. Not references: counts of things (3-5个, 任选3-5项材料, 共100项指标), places in
 * a law (第26条第3项), dates, decimals, 三项制度.
 */
export const findReferences = rememberTexts((text): readonly Reference[] => {
  const items = findNumberLists(text)
    .filter((list) => isItemReference(text, list))
    .map(
      (list): ItemReference => ({
        kind: kindOf(list),
        span: list.span,
        numbers: list.numbers,
        targets: targetsOf(list),
      }),
    );
  const references: Reference[] = [...items, ...findCounts(text), ...findMerges(text, items)];
  return references.sort((a, b) => a.span.start - b.span.start);
});

function isItemReference(text: string, { span, numbers, ordinal, closed }: NumberList): boolean {
  const before = trimBlanksEnd(text.slice(Math.max(0, span.start - 8), span.start));
  const after = trimBlanksStart(text.slice(span.end, span.end + 8));
  const merged = numbers.length > 1 && MERGE_AFTER.test(after);
  if (ordinal) return (closed || merged) && !AFTER_ARTICLE.test(before);
  if (!closed) return merged;
  if (CHOSEN_BEFORE.test(before)) return false;
  if (numbers.length === 1) return before.endsWith('同');
  return after.startsWith('指标') || (NAMED_BEFORE.test(before) && NAMED_AFTER.test(after));
}

function findCounts(text: string): CountReference[] {
  return Array.from(text.matchAll(COUNT)).flatMap((match): CountReference[] => {
    const numeral = match[1] ?? match[2] ?? '';
    const count = numeral === '两' ? 2 : /\d/.test(numeral) ? Number(numeral) : parseChineseNumeral(numeral);
    return count === null ? [] : [{ kind: 'count', span: spanOf(match), count }];
  });
}

/** One pass over 合并提供 and the references, both in order of place. */
function findMerges(text: string, items: readonly ItemReference[]): MergeWithoutNumbers[] {
  const found: MergeWithoutNumbers[] = [];
  let sentence: Span = { start: 0, end: 0 };
  let next = 0;
  for (const match of text.matchAll(MERGE)) {
    while (match.index >= sentence.end) sentence = sentenceFrom(text, sentence.end);
    while ((items[next]?.span.end ?? Number.POSITIVE_INFINITY) <= sentence.start) next++;
    if ((items[next]?.span.start ?? Number.POSITIVE_INFINITY) >= sentence.end) {
      found.push({ kind: 'merge-without-numbers', span: spanOf(match) });
    }
  }
  return found;
}

function sentenceFrom(text: string, start: number): Span {
  let end = start;
  while (end < text.length && !SENTENCE_END.test(text.charAt(end))) end++;
  return { start, end: end + 1 };
}

/** What the 指标 of a 合并报送 says: 34-46, 26、27、28、29, or a list of numbers (whose spans are empty). Null if neither. */
export function parseGroup(
  group: string | readonly number[],
): Pick<ItemReference, 'kind' | 'numbers' | 'targets'> | null {
  if (typeof group !== 'string') {
    if (group.length === 0 || !group.every((n) => Number.isSafeInteger(n) && n >= 0)) return null;
    const numbers = group.map((value) => ({ value, span: { start: 0, end: 0 } }));
    return { kind: 'list', numbers, targets: targetsOf({ numbers, joins: [] }) };
  }
  const [list] = findNumberLists(group);
  if (!list) return null;
  const outside = group.slice(0, list.span.start) + group.slice(list.span.end).replace('指标', '');
  return outside.trim() === '' ? { kind: kindOf(list), numbers: list.numbers, targets: targetsOf(list) } : null;
}

/**
 * The edits that keep the references of a text on their items when these get new numbers. A range keeps its two ends as
 * long as they still enclose its items and no other (an inserted item joins it); otherwise the numbers are written out.
 * @param map new number of an item; undefined or the same number: it keeps its own
 */
export function renumberReferences(text: string, map: (n: number) => number | undefined): TextEdit[] {
  const renumbered = (n: number) => map(n) ?? n;
  return findNumberLists(text)
    .filter((list) => isItemReference(text, list))
    .flatMap((list) => renumberList(list, renumbered));
}

/** The same for the 指标 of a 合并报送 (34-46, 26、27、28、29). */
export function renumberGroup(group: string, map: (n: number) => number | undefined): TextEdit[] {
  const [list] = findNumberLists(group);
  return list ? renumberList(list, (n) => map(n) ?? n) : [];
}

function renumberList(list: NumberList, renumbered: (n: number) => number): TextEdit[] {
  const inPlace = list.numbers.flatMap(({ value, span }): TextEdit[] =>
    renumbered(value) === value ? [] : [{ span, newText: String(renumbered(value)) }],
  );
  const ends = list.numbers.slice(1).map((last, index) => [list.numbers[index] ?? last, last] as const);
  const enclosed = ends.every(([first, last], index) => {
    if (!list.joins[index] || first.value >= last.value) return true;
    return stillEncloses(first.value, last.value, renumbered);
  });
  if (enclosed) return inPlace;

  const numbers = [...new Set(targetsOf(list).map(renumbered))].sort((a, b) => a - b);
  const [first, last] = [list.numbers.at(0), list.numbers.at(-1)];
  const [low, high] = [numbers.at(0), numbers.at(-1)];
  if (!first || !last || low === undefined || high === undefined) return inPlace;
  if (kindOf(list) === 'range' && high - low + 1 === numbers.length) {
    return [
      { span: first.span, newText: String(low) },
      { span: last.span, newText: String(high) },
    ];
  }
  return [{ span: { start: first.span.start, end: last.span.end }, newText: numbers.join('、') }];
}

/** True if the range between the new numbers of `first` and `last` holds the same items, and besides them only new ones. */
function stillEncloses(first: number, last: number, renumbered: (n: number) => number): boolean {
  const [low, high] = [renumbered(first), renumbered(last)];
  const inside = new Set<number>();
  for (let n = first; n <= Math.min(last, first + MAX_TARGETS); n++) inside.add(renumbered(n));
  if ([...inside].some((n) => n < low || n > high)) return false;
  if (inside.size === high - low + 1) return true;
  for (let n = 1; n <= MAX_TARGETS; n++) {
    const at = renumbered(n);
    if ((n < first || n > last) && at > low && at < high && !inside.has(at)) return false;
  }
  return true;
}

function spanOf(match: RegExpExecArray): Span {
  return { start: match.index, end: match.index + match[0].length };
}

function trimBlanksEnd(text: string): string {
  return text.replace(/[ \u00A0\u3000]{1,8}$/, '');
}

function trimBlanksStart(text: string): string {
  return text.replace(/^[ \u00A0\u3000]{1,8}/, '');
}
