import { type BigramIndex, indexBigrams, rankByBigrams } from '../domain/bigram-index';
import { attached } from '../text/attached';
import { detached } from '../text/detached';
import type { Corpus } from './corpus';
import type { Indicator, IndicatorFile } from './types';

/** What an item of a file answers to in the corpus. */
export interface Correspondence {
  readonly item: Indicator;
  /** The one item of the corpus that it corresponds to, or probably does. */
  readonly target?: Indicator;
  /** All of them: 对应 may name several. */
  readonly targets: readonly Indicator[];
  /** By 对应, by the same 序号 and a similar text, by the text alone; `none`: 对应: 无, or nothing like it. */
  readonly how: 'stated' | 'number' | 'text' | 'none';
  /** True where the two texts may be compared: one target, and a text that is plainly made from it. */
  readonly certain: boolean;
  /** True where another item of the file answers to the same target: each may hold a part of it. */
  readonly shared: boolean;
  /** True where the text is that of the target or nearly so. */
  readonly isCopy: boolean;
  /** True for an item with a text that is like nothing in the corpus, and that does not say that it is local. */
  readonly isForeign: boolean;
}

/** How the items of a file answer to a corpus. */
export interface Correspondences {
  /** One for each item of the file, in its order. */
  readonly all: readonly Correspondence[];
  of(item: Indicator): Correspondence | undefined;
  /** True where at least half of the file was plainly copied from this corpus, and not from another edition, say. */
  readonly isCopy: boolean;
  /** Items of the corpus that no item of the file answers to, not even perhaps. */
  readonly missing: readonly Indicator[];
}

/** An item of the corpus that resembles a text. */
interface Candidate {
  readonly target: Indicator;
  /** Dice coefficient of the bigrams, 0 to 1. */
  readonly dice: number;
  /** Share of the smaller text's bigrams that the other has too, 0 to 1. */
  readonly overlap: number;
}

/*
 * Measured on the seeds: a county's copy of an item scores 0.65 to 1 (dice), one with a long addition still has an overlap
 * of 0.97; two items of one edition score 0.42 at most, but for one pair with 0.58 (24 and 38 of 2021, a shared clause).
 */
const SAME_NUMBER = { dice: 0.55, overlap: 0.85, leastDice: 0.35 };
const SAME_TEXT = { dice: 0.7, margin: 0.25 };
const COPY = 0.85;
/** A text like this may come from the item or speak of its matter: nothing is said of either. */
const POSSIBLE = { dice: 0.35, overlap: 0.45 };
const CONTAINED = 0.75;
/** Candidates that are kept of each text, and texts whose candidates are. */
const KEPT = 4;
const MAX_TEXTS = 2_000;

const known = attached<IndicatorFile, { corpus: Corpus; result: Correspondences }>();
/** Of each item what it corresponds to by itself; an edit elsewhere does not change that. */
const matched = attached<Indicator, Matched>();
const indexes = attached<Corpus, { index: BigramIndex; ranks: Map<string, readonly Candidate[]> }>();

/**
 * Finds the item of the corpus that each item of a file was made from: the one that 对应 names, else the one with the same
 * 序号 and a similar text, else the one whose text is plainly the same. Contract section 2, issue 3. Worked out once for
 * a file and its corpus.
 */
export function correspondences(file: IndicatorFile, corpus: Corpus): Correspondences {
  const earlier = known.get(file);
  if (earlier?.corpus === corpus) return earlier.result;
  const result = match(file, corpus);
  known.set(file, { corpus, result });
  return result;
}

interface Matched {
  readonly corpus: Corpus;
  readonly numbering: IndicatorFile['numbering'];
  readonly alone: Correspondence;
  readonly shared: Correspondence;
  /** The items of the corpus that it may be made from, or take something from. */
  readonly possible: readonly Indicator[];
}

function match(file: IndicatorFile, corpus: Corpus): Correspondences {
  const possible = new Set<Indicator>();
  const users = new Map<Indicator, number>();
  const found = file.items.map((item) => {
    const one = matchedOf(item, file, corpus);
    for (const target of new Set(one.alone.targets)) users.set(target, (users.get(target) ?? 0) + 1);
    for (const target of one.possible) possible.add(target);
    return one;
  });
  const isShared = (target: Indicator) => (users.get(target) ?? 0) > 1;
  const all = found.map(({ alone, shared }) => (alone.targets.some(isShared) ? shared : alone));
  let byItem: ReadonlyMap<Indicator, Correspondence> | undefined;
  return {
    all,
    of(item) {
      byItem ??= new Map(all.map((one) => [one.item, one]));
      return byItem.get(item);
    },
    isCopy: 2 * all.filter(({ isCopy }) => isCopy).length >= file.items.filter((item) => !isLocal(item)).length,
    missing: corpus.file.items.filter((target) => !users.has(target) && !possible.has(target)),
  };
}

function matchedOf(item: Indicator, file: IndicatorFile, corpus: Corpus): Matched {
  const earlier = matched.get(item);
  if (earlier?.corpus === corpus && earlier.numbering === file.numbering) return earlier;
  const alone = { ...matchItem(item, file, corpus), shared: false };
  const isLikely = alone.certain ? isContained : isPossible;
  const possible = candidatesFor(item, corpus).flatMap((one) => (isLikely(one) ? [one.target] : []));
  const made = { corpus, numbering: file.numbering, alone, shared: { ...alone, shared: true }, possible };
  matched.set(item, made);
  return made;
}

function matchItem(item: Indicator, file: IndicatorFile, corpus: Corpus): Omit<Correspondence, 'shared'> {
  const candidates = candidatesFor(item, corpus);
  const none = { item, targets: [], how: 'none', certain: false, isCopy: false, isForeign: false } as const;
  const { corresponds, number } = item;
  if (isLocal(item)) return none;
  const stated = corresponds?.numbers.flatMap((serial) => corpus.item(serial) ?? []) ?? [];
  const [only] = stated;
  if (only) {
    const certain = stated.length === 1 && candidates.some((one) => one.target === only && isSimilar(one));
    const one = stated.length === 1 && { target: only };
    return { ...none, targets: stated, how: 'stated', certain, isCopy: certain, ...one };
  }
  // An item without a text that can be read still stands for its number: what is wrong with it is said elsewhere.
  const namesake = file.numbering === 'continuous' && number ? corpus.item(number.value) : undefined;
  if (namesake && (item.damaged || !item.content?.value.trim())) {
    return { ...none, target: namesake, targets: [namesake], how: 'number' };
  }
  const best = bestOf(candidates, namesake);
  if (!best) return { ...none, isForeign: !!item.content?.value.trim() && !candidates.some(isPossible) };
  const { target, how, dice } = best;
  return { ...none, target, targets: [target], how, certain: true, isCopy: how === 'number' || dice >= COPY };
}

/** True for an item that the county added: 对应: 无. */
function isLocal({ corresponds }: Indicator): boolean {
  return corresponds?.none === true;
}

function bestOf(
  candidates: readonly Candidate[],
  namesake: Indicator | undefined,
): { target: Indicator; how: 'number' | 'text'; dice: number } | undefined {
  const [first, second] = candidates;
  const same = candidates.find(({ target }) => target === namesake);
  if (same && isSimilar(same) && (first?.dice ?? 0) - same.dice < SAME_TEXT.margin) {
    return { target: same.target, how: 'number', dice: same.dice };
  }
  if (!first || first.dice < SAME_TEXT.dice || first.dice - (second?.dice ?? 0) < SAME_TEXT.margin) return undefined;
  return { target: first.target, how: 'text', dice: first.dice };
}

function isPossible({ dice, overlap }: Candidate): boolean {
  return dice >= POSSIBLE.dice || overlap >= POSSIBLE.overlap;
}

/** An item that was made from one of the corpus may have taken in another one. */
function isContained({ overlap }: Candidate): boolean {
  return overlap >= CONTAINED;
}

function isSimilar({ dice, overlap }: Candidate): boolean {
  return dice >= SAME_NUMBER.dice || (overlap >= SAME_NUMBER.overlap && dice >= SAME_NUMBER.leastDice);
}

function candidatesFor({ content }: Indicator, corpus: Corpus): readonly Candidate[] {
  return content ? candidatesOf(content.value, corpus) : [];
}

/** The items of the corpus most like a text, best first. Counties repeat the same texts, so they are kept. */
function candidatesOf(text: string, corpus: Corpus): readonly Candidate[] {
  const { index, ranks } = indexOf(corpus);
  const earlier = ranks.get(text);
  if (earlier) return earlier;
  const candidates = rankByBigrams(index, text, KEPT).flatMap(({ text: at, dice, overlap }) => {
    const target = corpus.file.items[at];
    return target ? [{ target, dice, overlap }] : [];
  });
  if (ranks.size >= MAX_TEXTS) ranks.clear();
  ranks.set(detached(text), candidates);
  return candidates;
}

function indexOf(corpus: Corpus): { index: BigramIndex; ranks: Map<string, readonly Candidate[]> } {
  const earlier = indexes.get(corpus);
  if (earlier) return earlier;
  const index = indexBigrams(corpus.file.items.map((item) => item.content?.value ?? ''));
  const made = { index, ranks: new Map<string, readonly Candidate[]>() };
  indexes.set(corpus, made);
  return made;
}
