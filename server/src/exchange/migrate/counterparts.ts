import { indexBigrams, rankByBigrams } from '../../domain/bigram-index';
import { normalizeText, similarity } from '../../domain/similarity';
import type { Corpus } from '../../model/corpus';
import { correspondences } from '../../model/correspondence';
import type { Extra, Indicator, IndicatorFile } from '../../model/types';
import { type Successor, successors, successorsByText } from './editions';
import type { Kind, Link } from './types';

/** Which item of a file goes on in which of the new edition, and back. */
export interface Counterparts {
  /** In the order of the file, an item's in the order of the edition. */
  readonly links: readonly Link[];
  /** Links from an item of the file. */
  from(source: Indicator): readonly Link[];
  /** Links to an item of the edition. */
  to(target: Indicator): readonly Link[];
  kindOf(source: Indicator): Kind;
}

/** Texts of two editions less alike than this have only a part in common. */
export const REVISED = 0.55;
/** Share of the shorter text that the longer one has, from which it was merely lengthened or cut. */
const LENGTHENED = 0.75;

/**
 * Leads the items of a file to a new edition: through the edition that it follows, or where it follows none or an item is
 * not from there, by the texts. 附加项 by the texts of their own kind.
 */
export function findCounterparts(file: IndicatorFile, old: Corpus | undefined, next: Corpus): Counterparts {
  const order = new Map(
    [...next.file.items, ...next.file.extras.flatMap(({ items }) => items)].map((one, i) => [one, i]),
  );
  const links = [...itemLinks(file, old, next), ...file.extras.flatMap((extra) => extraLinks(extra, next))].map(
    (found) => found.toSorted((a, b) => (order.get(a.target) ?? 0) - (order.get(b.target) ?? 0)),
  );
  const flat = links.flat();
  const bySource = grouped(flat, ({ source }) => source);
  const byTarget = grouped(flat, ({ target }) => target);
  const from = (source: Indicator) => bySource.get(source) ?? [];
  const to = (target: Indicator) => byTarget.get(target) ?? [];
  return { links: flat, from, to, kindOf: (source) => kindOf(source, from(source), to) };
}

function kindOf(source: Indicator, links: readonly Link[], to: Counterparts['to']): Kind {
  const [link] = links;
  if (!link) return source.corresponds?.none ? 'local' : 'dropped';
  if (links.length > 1) return 'split';
  if (to(link.target).length > 1) return 'merged';
  if (isSameText(link)) return 'identical';
  return link.likeness >= REVISED ? 'revised' : 'partial';
}

/** True where the new edition has the text of the old one, punctuation aside. */
export function isSameText({ likeness }: Link): boolean {
  return likeness === 1;
}

function itemLinks(file: IndicatorFile, old: Corpus | undefined, next: Corpus): Link[][] {
  const byText = successorsByText(next.file.items);
  const known = old && successors(old, next);
  const matches = old && correspondences(file, old);
  return file.items.map((source) => {
    if (source.corresponds?.none) return [];
    const bases = [...new Set(matches?.of(source)?.targets ?? [])];
    if (bases.length === 0) return source.content ? linked(source, byText(source.content.value)) : [];
    return distinct(bases.flatMap((base) => linked(source, known?.get(base) ?? [], base)));
  });
}

function extraLinks({ key, items }: Extra, next: Corpus): Link[][] {
  const targets = next.file.extras.find((extra) => extra.key === key)?.items ?? [];
  const byText = successorsByText(targets);
  return items.map((source) => (source.content ? linked(source, byText(source.content.value)) : []));
}

function linked(source: Indicator, found: readonly Successor[], base?: Indicator): Link[] {
  const before = (base ?? source).content?.value ?? '';
  return found.map(({ target, certain }) => {
    const after = target.content?.value ?? '';
    return { source, target, likeness: likenessOf(before, after), certain, ...(base && { base }) };
  });
}

/** 1 only for equal texts. What was merely lengthened counts as revised. */
function likenessOf(before: string, after: string): number {
  if (normalizeText(before) === normalizeText(after)) return 1;
  const [match] = rankByBigrams(indexBigrams([after]), before, 1);
  const contained = (match?.overlap ?? 0) >= LENGTHENED ? REVISED : 0;
  return Math.min(0.999, Math.max(similarity(before, after), match?.dice ?? 0, contained));
}

/** Of several ways from one item to another the first. */
function distinct(links: readonly Link[]): Link[] {
  return [...new Map([...links].reverse().map((link) => [link.target, link])).values()].reverse();
}

function grouped(links: readonly Link[], keyOf: (link: Link) => Indicator): Map<Indicator, readonly Link[]> {
  const groups = new Map<Indicator, Link[]>();
  for (const link of links) {
    const group = groups.get(keyOf(link));
    if (group) group.push(link);
    else groups.set(keyOf(link), [link]);
  }
  return groups;
}
