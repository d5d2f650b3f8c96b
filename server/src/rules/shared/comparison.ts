import { withoutEdgeMarks } from '../../domain/clause-change';
import { type Difference, findDifferences } from '../../domain/difference';
import { normalizeText } from '../../domain/similarity';
import type { Corpus } from '../../model/corpus';
import { type Correspondence, type Correspondences, correspondences } from '../../model/correspondence';
import type { Indicator, IndicatorFile, Text } from '../../model/types';
import { attached } from '../../text/attached';
import { detached } from '../../text/detached';
import type { Span } from '../../text/span';
import { spanIn } from './text';

/** A kind of departure that 说明 may explain. */
export type Departure = 'stricter' | 'laxer' | 'added' | 'dropped' | 'leftover';

/** The text of an item beside the text of the corpus that it was made from. */
export interface Comparison {
  readonly item: Indicator;
  readonly content: Text;
  readonly target: Indicator;
  readonly required: Text;
  readonly differences: readonly Difference[];
  /** Departures that the item's 说明 accounts for. */
  readonly explained: ReadonlySet<Departure>;
}

const ALL: readonly Departure[] = ['stricter', 'laxer', 'added', 'dropped', 'leftover'];
/** The reasons of contract section 2; any other text explains every departure. */
const REASONS: Readonly<Record<string, readonly Departure[]>> = {
  地方从严: ['stricter'],
  地方补充: ['added'],
  本级不适用: ['dropped', 'leftover', 'laxer'],
};
/** Differences that are kept of each item of the corpus: counties repeat the same texts. */
const MAX_TEXTS = 50;
const TEXT_UNIT = /[\p{L}\p{N}%％]/u;

const known = attached<Correspondences, readonly Comparison[]>();
const knownItems = attached<Correspondence, Comparison | 'none'>();
const compared = attached<Indicator, Map<string, readonly Difference[]>>();

/** Compares every item of a file whose counterpart in the corpus is certain. Worked out once for a file and its corpus. */
export function comparisons(file: IndicatorFile, corpus: Corpus): readonly Comparison[] {
  const matches = correspondences(file, corpus);
  const earlier = known.get(matches);
  if (earlier) return earlier;
  const made = matches.all.flatMap((match): Comparison[] => {
    const one = knownItems.get(match) ?? compare(match) ?? 'none';
    knownItems.set(match, one);
    return one === 'none' ? [] : [one];
  });
  known.set(matches, made);
  return made;
}

function compare({ item, target, certain, shared }: Correspondence): Comparison | undefined {
  const required = target?.content;
  if (!certain || !target || !required || !item.content) return undefined;
  const all = differencesOf(target, required.value, item.content.value);
  // Of two items made from one, each may hold what the other lacks.
  const differences = shared ? all.filter((difference) => !isLoss(difference)) : all;
  return { item, content: item.content, target, required, differences, explained: explainedBy(item.reason) };
}

function differencesOf(target: Indicator, required: string, actual: string): readonly Difference[] {
  if (required === actual) return [];
  const texts = compared.get(target) ?? new Map<string, readonly Difference[]>();
  compared.set(target, texts);
  const earlier = texts.get(actual);
  if (earlier) return earlier;
  const own = detached(actual);
  const differences = findDifferences(required, own);
  if (texts.size >= MAX_TEXTS) texts.clear();
  texts.set(own, differences);
  return differences;
}

function isLoss(difference: Difference): boolean {
  if (difference.kind === 'threshold') return difference.actual === undefined;
  return difference.kind === 'dropped' || difference.kind === 'omitted';
}

function explainedBy(reason: Text | undefined): ReadonlySet<Departure> {
  const words = (reason?.value ?? '').split(/[\s，。；、,;]+|和/).filter((word) => word !== '');
  const departures = words.map((word) => REASONS[word]);
  return new Set(departures.includes(undefined) ? ALL : departures.flatMap((one) => one ?? []));
}

/** The place in the corpus that a finding is related to. */
export function sourceOf({ target, required }: Comparison, corpus: Corpus, span: Span) {
  return {
    uri: corpus.uri,
    span: spanIn(required, anchor(required.value, span)),
    message: 'source',
    data: { number: target.number?.value ?? '' },
  } as const;
}

/** To be spread among the messages of a rule that uses {@link sourceOf}. */
export const SOURCE_MESSAGE = { source: '上级第{number}项' } as const;

/** The span itself; for a gap the character before it, with the punctuation between, or else the one behind it. */
export function anchor(text: string, { start, end }: Span): Span {
  if (start < end) return { start, end };
  let from = start - 1;
  while (from >= 0 && !TEXT_UNIT.test(text.charAt(from))) from--;
  if (from >= 0) return { start: from, end: start };
  let to = end;
  while (to < text.length && !TEXT_UNIT.test(text.charAt(to))) to++;
  return { start, end: Math.min(to + 1, text.length) };
}

/** A part of a text to be quoted in a sentence: without blanks and outer punctuation, and not too long. */
export function quoted(text: string, span: Span, longest = 60): string {
  const { start, end } = withoutEdgeMarks(text, span);
  const part = text.slice(start, end).replace(/\s+/g, '');
  return part.length > longest ? `${part.slice(0, longest - 2)}……` : part;
}

const CONNECTIVES = /^(?:以及|或者|[和与及或])|(?:以及|或者|[和与及或])$/g;

/** A phrase without the connective that went with it: 地方政府规章 of 地方政府规章或者. */
export function phraseCore(phrase: string): string {
  return normalizeText(phrase).replace(CONNECTIVES, '');
}
