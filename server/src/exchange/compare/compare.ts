import type { Corpus } from '../../model/corpus';
import { correspondences } from '../../model/correspondence';
import type { DeadlineEntry, Indicator, IndicatorFile } from '../../model/types';
import { type Comparison, comparisons } from '../../rules/shared/comparison';
import type { Checked } from '../../workspace/project';
import { findCounterparts } from '../migrate/counterparts';
import { departureWords } from '../migrate/departures';
import { sameDeadline, sameUnits } from './sameness';

/** What is compared of an item, in the order of the table. */
export const ASPECTS = [
  'number',
  'lead',
  'responsible',
  'support',
  'deadline',
  'threshold',
  'departure',
  'score',
] as const;
export type Aspect = (typeof ASPECTS)[number];

/** What one county has under one aspect; several lines, or none. */
export type Entry = readonly string[];

export interface ComparedAspect {
  readonly aspect: Aspect;
  /** One for each county, in their order. */
  readonly entries: readonly Entry[];
  /** True where the counties that have the item do not say the same. */
  readonly differs: boolean;
}

export interface ComparedItem {
  /** 5, 加分项1. */
  readonly label: string;
  readonly number: number | undefined;
  readonly text: string;
  /** Whether each county has such an item. */
  readonly present: readonly boolean[];
  readonly aspects: readonly ComparedAspect[];
}

export interface CountyComparison {
  /** What the items are numbered by: an edition, or the first county's own table. */
  readonly basis: string;
  readonly counties: readonly string[];
  readonly items: readonly ComparedItem[];
  /** Items of each county that answer to none of the basis. */
  readonly others: readonly (readonly { readonly label: string; readonly text: string }[])[];
}

/** One county's part of the work. */
interface County {
  readonly name: string;
  of(target: Indicator): readonly Indicator[];
  readonly compared: ReadonlyMap<Indicator, Comparison>;
  readonly rest: readonly Indicator[];
}

const ROLES = { lead: '牵头单位', responsible: '责任单位', support: '配合单位' } as const;
/** Characters; a shorter omission within a clause is a matter of style. */
const LEAST_OMISSION = 4;

/**
 * Puts the indicator files of several counties side by side, item by item of the edition that the first of them follows;
 * files on another edition by what their items became. Without any edition the first file's own items count.
 * @param checked indicator files, two or more
 * @param names of the files, for those that do not say their county
 */
export function compareCounties(checked: readonly Checked[], names: readonly string[]): CountyComparison {
  const basis = checked.find(({ surroundings }) => surroundings.corpus)?.surroundings.corpus ?? ownBasis(checked[0]);
  const counties = checked.map((one, index) => countyOf(one, basis, names[index] ?? ''));
  const targets = basis ? [...basis.file.items, ...basis.file.extras.flatMap(({ items }) => items)] : [];
  return {
    basis: basis?.name ?? '',
    counties: distinctNames(counties.map(({ name }) => name)),
    items: targets.flatMap((target) => {
      const sources = counties.map((county) => county.of(target));
      return sources.some((items) => items.length > 0) ? [comparedItem(target, counties, sources)] : [];
    }),
    others: counties.map(({ rest }) =>
      rest.map((item) => ({ label: labelOf(item), text: item.content?.value.trim() ?? '' })),
    ),
  };
}

function countyOf({ document, surroundings }: Checked, basis: Corpus | undefined, fileName: string): County {
  const file = document.model as IndicatorFile;
  const { corpus } = surroundings;
  const sources = new Map<Indicator, Indicator[]>();
  const add = (target: Indicator, source: Indicator) => sources.set(target, [...(sources.get(target) ?? []), source]);
  if (basis) {
    const links = findCounterparts(file, corpus === basis ? undefined : corpus, basis).links;
    const own = corpus === basis ? correspondences(file, basis) : undefined;
    for (const { item, targets } of own?.all ?? []) for (const target of targets) add(target, item);
    for (const { source, target } of links) if (!own || source.extra) add(target, source);
  }
  const found = new Set([...sources.values()].flat());
  const all = [...file.items, ...file.extras.flatMap(({ items }) => items)];
  return {
    name: file.county?.value.trim() || fileName,
    of: (target) => sources.get(target) ?? [],
    compared: new Map(corpus ? comparisons(file, corpus).map((one) => [one.item, one]) : []),
    rest: all.filter((item) => !found.has(item)),
  };
}

function comparedItem(
  target: Indicator,
  counties: readonly County[],
  sources: readonly (readonly Indicator[])[],
): ComparedItem {
  const label = labelOf(target);
  const isElsewhere = sources.some((items) => items.some((item) => labelOf(item) !== label));
  const aspects = ASPECTS.filter((aspect) => aspect !== 'number' || isElsewhere).map((aspect): ComparedAspect => {
    const entries = counties.map((county, index) => entryOf(county, sources[index] ?? [], aspect));
    const present = entries.filter((_, index) => (sources[index] ?? []).length > 0);
    return { aspect, entries, differs: differ(aspect, present) };
  });
  return {
    label,
    number: target.extra ? undefined : target.number?.value,
    text: target.content?.value.trim() ?? '',
    present: sources.map((items) => items.length > 0),
    aspects: aspects.filter(({ entries }) => entries.some((entry) => entry.length > 0)),
  };
}

function entryOf({ compared }: County, items: readonly Indicator[], aspect: Aspect): Entry {
  if (aspect === 'number') return items.map(labelOf);
  if (aspect === 'deadline') return distinct(items.flatMap(({ deadlines }) => deadlines.map(deadlineText)));
  if (aspect === 'score') return items.flatMap(({ score }) => (score ? [`${score.value}分`] : []));
  if (aspect === 'threshold' || aspect === 'departure') {
    return distinct(items.flatMap((item) => departuresOf(compared.get(item), aspect)));
  }
  const lists = items.flatMap(({ units }) => units.filter(({ role }) => role === ROLES[aspect]));
  return distinct(lists.flatMap(({ units }) => units.map(({ value }) => value.trim())));
}

function deadlineText({ text, task }: DeadlineEntry): string {
  return task ? `${text.value.trim()}：${task.value.trim()}` : text.value.trim();
}

function departuresOf(comparison: Comparison | undefined, aspect: 'threshold' | 'departure'): string[] {
  return (comparison?.differences ?? []).flatMap((difference) => {
    const { kind, a } = difference;
    if (kind === 'typo' || (kind === 'omitted' && a.end - a.start < LEAST_OMISSION)) return [];
    if ((kind === 'threshold') !== (aspect === 'threshold') || !comparison) return [];
    return [departureWords(difference, comparison)];
  });
}

function differ(aspect: Aspect, entries: readonly Entry[]): boolean {
  const [first, ...rest] = entries;
  // Where an item stands in each table is no matter of opinion.
  if (!first || aspect === 'number') return false;
  if (aspect === 'lead' || aspect === 'responsible' || aspect === 'support') {
    return rest.some((entry) => !sameUnits(first, entry));
  }
  if (aspect === 'deadline') return rest.some((entry) => !sameDeadline(first, entry));
  return rest.some((entry) => entry.join('\n') !== first.join('\n'));
}

function labelOf({ number, extra }: Indicator): string {
  return `${extra ?? ''}${number?.value ?? '？'}`;
}

/** 甲县, 甲县（2）. */
function distinctNames(names: readonly string[]): string[] {
  return names.map((name, index) => {
    const earlier = names.slice(0, index).filter((other) => other === name).length;
    return earlier > 0 ? `${name}（${earlier + 1}）` : name;
  });
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)].filter((text) => text !== '');
}

/** Without any edition the first table serves as one. */
function ownBasis(first: Checked | undefined): Corpus | undefined {
  if (!first) return undefined;
  const { document } = first;
  const file = document.model as IndicatorFile;
  const byNumber = new Map(file.items.flatMap((item) => (item.number ? [[item.number.value, item] as const] : [])));
  const name = file.title?.value.trim() ?? file.county?.value.trim() ?? '';
  const { uri, lines } = document;
  return { uri, name, names: [name], file, lines, total: file.items.length, item: (number) => byNumber.get(number) };
}
