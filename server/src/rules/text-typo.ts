import { type CopySlip, findCopySlips } from '../domain/near-copy';
import { normalizeText } from '../domain/similarity';
import { wordsAt } from '../domain/word';
import { correspondences } from '../model/correspondence';
import type { Indicator, Text } from '../model/types';
import { attached } from '../text/attached';
import { detached } from '../text/detached';
import type { Span } from '../text/span';
import { defineRule, INDICATOR_KINDS } from './rule';
import { type Comparison, comparisons, SOURCE_MESSAGE, sourceOf } from './shared/comparison';
import { replaceIn } from './shared/scalar-edit';
import { spanIn } from './shared/text';
import { isVouchedFor, witnessText } from './shared/witnesses';

/** A slip in one text of an item. */
interface Slip {
  readonly comparison: Comparison;
  readonly text: Text;
  /** The characters that differ, in the corpus and in the text. */
  readonly a: Span;
  readonly b: Span;
  /** The words around them, to be quoted. */
  readonly required: Span;
  readonly actual: Span;
  readonly context: number;
}

/** The same exchange in as many items is how the county puts it. */
const SYSTEMATIC = 3;
/** Equal characters on either side that leave no doubt what was meant. */
const SAFE_CONTEXT = 8;
/** 校勘 of texts that are beyond doubt. */
const ESTABLISHED = ['原文已见', '两县互校一致'];
const DOUBTFUL = '待核';

/** One or two characters off inside an otherwise identical context of the corpus. Contract section 6. */
export const textTypo = defineRule({
  id: 'text-typo',
  summary: '疑似错字：与上级原文只差一两个字',
  severity: 'warning',
  fixable: true,
  kinds: INDICATOR_KINDS,
  messages: {
    typo: '疑似错字：「{actual}」在上级原文中为「{required}」。',
    ...SOURCE_MESSAGE,
    replace: '改为「{required}」',
  },
  check({ file, corpus, report }) {
    if (!corpus || !correspondences(file, corpus).isCopy) return;
    const found = comparisons(file, corpus).flatMap(knownSlips);
    const witnesses = witnessText(file);
    for (const slip of withoutSystematic(found)) {
      const { comparison, text, a, b } = slip;
      const isDoubtful = isDoubtfulReading(slip);
      if (isDoubtful && !isVouchedFor(slip, witnesses())) continue;
      const { required, target, content } = comparison;
      const data = {
        required: required.value.slice(slip.required.start, slip.required.end),
        actual: text.value.slice(slip.actual.start, slip.actual.end),
      };
      const edit = replaceIn(text, b, required.value.slice(a.start, a.end));
      const isEstablished = ESTABLISHED.includes(target.certainty?.value.trim() ?? '');
      const safe = isEstablished && !isDoubtful && text === content && slip.context >= SAFE_CONTEXT;
      report({
        at: spanIn(text, slip.actual),
        message: 'typo',
        data,
        related: [sourceOf(comparison, corpus, slip.required)],
        fixes: edit ? [{ title: 'replace', data, edits: [edit], safe }] : [],
      });
    }
  },
});

const known = attached<Comparison, readonly Slip[]>();

function knownSlips(comparison: Comparison): readonly Slip[] {
  const slips = known.get(comparison) ?? slipsOf(comparison);
  known.set(comparison, slips);
  return slips;
}

/** Slips in the text of an item and in what it asks for as evidence, where that repeats the text of the corpus. */
function slipsOf(comparison: Comparison): Slip[] {
  const { item, content, required, differences } = comparison;
  const own = differences.flatMap((difference) =>
    difference.kind === 'typo' ? [slipIn(comparison, content, difference, difference.context)] : [],
  );
  const known = new Set(own.map((slip) => keyOf(slip)));
  const plain = normalizeText(content.value);
  const copied = item.evidence.flatMap((text) =>
    copySlips(comparison.target, required.value, text.value).flatMap((place) => {
      const slip = slipIn(comparison, text, place, Math.min(place.before, place.after));
      // What the item itself says, and was not found fault with there, is no slip here.
      const isRepeated = plain.includes(around(text.value, slip.b)) && !known.has(keyOf(slip));
      return isRepeated ? [] : [slip];
    }),
  );
  return [...own, ...copied];
}

/** Slips that are kept of each item of the corpus: counties repeat the same texts. */
const MAX_TEXTS = 50;
const copied = attached<Indicator, Map<string, readonly CopySlip[]>>();

function copySlips(target: Indicator, required: string, text: string): readonly CopySlip[] {
  const texts = copied.get(target) ?? new Map<string, readonly CopySlip[]>();
  copied.set(target, texts);
  const earlier = texts.get(text);
  if (earlier) return earlier;
  const own = detached(text);
  const slips = findCopySlips(required, own);
  if (texts.size >= MAX_TEXTS) texts.clear();
  texts.set(own, slips);
  return slips;
}

/** A change with two characters on either side, blanks and punctuation between them aside. */
function around(text: string, { start, end }: Span): string {
  const before = normalizeText(text.slice(Math.max(0, start - 4), start)).slice(-2);
  return before + text.slice(start, end) + normalizeText(text.slice(end, end + 4)).slice(0, 2);
}

function slipIn(comparison: Comparison, text: Text, { a, b }: { a: Span; b: Span }, context: number): Slip {
  const source = comparison.required.value;
  let required = wordsAt(source, a);
  let actual = shifted(required, a, b);
  // 本 for 本级 says little, and 政事 nothing of 政事事业: the next word comes along.
  const isDoubled = required.end === a.end && text.value.charAt(b.end - 1) === text.value.charAt(b.end);
  if (actual.end - actual.start < 2 || isDoubled) {
    required = wordsAt(source, { start: required.start, end: required.end + 1 });
    actual = shifted(required, a, b);
  }
  const before = [source.slice(required.start, a.start), text.value.slice(actual.start, b.start)];
  const after = [source.slice(a.end, required.end), text.value.slice(b.end, actual.end)];
  const isParallel = before[0] === before[1] && after[0] === after[1];
  return { comparison, text, a, b, context, ...(isParallel ? { required, actual } : { required: a, actual: b }) };
}

/** What stands in the text for a span of the corpus that holds the change. */
function shifted(words: Span, a: Span, b: Span): Span {
  return { start: b.start - (a.start - words.start), end: b.end + (words.end - a.end) };
}

function keyOf({ comparison, text, a, b }: Slip): string {
  return `${comparison.required.value.slice(a.start, a.end)}→${text.value.slice(b.start, b.end)}`;
}

function withoutSystematic(slips: readonly Slip[]): Slip[] {
  const items = new Map<string, Set<Comparison>>();
  for (const slip of slips) {
    const key = keyOf(slip);
    const seen = items.get(key);
    if (seen) seen.add(slip.comparison);
    else items.set(key, new Set([slip.comparison]));
  }
  return slips.filter((slip) => (items.get(keyOf(slip))?.size ?? 0) < SYSTEMATIC);
}

/** True where the corpus itself is in doubt and knows the reading of this text. */
function isDoubtfulReading({ comparison, text, actual }: Slip): boolean {
  const { target, required } = comparison;
  if (target.certainty?.value.trim() !== DOUBTFUL) return false;
  const [own, central] = [normalizeText(text.value), normalizeText(required.value)];
  const words = normalizeText(text.value.slice(actual.start, actual.end));
  return target.variants.some(({ value }) => {
    const variant = normalizeText(value);
    return variant.includes(words) && own.includes(variant) && !central.includes(variant);
  });
}
