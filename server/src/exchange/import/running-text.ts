import { takeAssignment } from './assignment';
import { readDeadlines } from './deadlines';
import type { DraftItem, DraftSection, Remark } from './draft';
import type { Outlined } from './outline';
import { readUnits } from './unit-names';

/** The measures of a plan in running text. */
export interface Measures {
  readonly sections: readonly DraftSection[];
  readonly numbering: 'continuous' | 'by-parent';
  /** The parts that are neither measures nor the titles above them. */
  readonly rest: readonly Outlined[];
}

/** A first sentence of at most so many characters is the short title of a measure, if most measures have one. */
const MAX_NAME = 45;
const MOST = 0.8;
const ARABIC = 2;

interface Measure {
  readonly part: Outlined;
  /** The title that stands above its text in a paragraph of its own. */
  readonly name?: string;
  readonly path: readonly Outlined[];
  text: string;
  readonly marks: Remark[];
}

interface Branch {
  readonly title: string;
  readonly marks: readonly Remark[];
  readonly sections: Branch[];
  readonly items: DraftItem[];
}

/**
 * Finds the measures: paragraphs numbered 1. or （1） with sentences behind the number, below numbered titles. What
 * stands between two measures without a number goes on with the first.
 */
export function readMeasures(parts: readonly Outlined[], isUnit: (name: string) => boolean): Measures {
  const { measures, rest } = collect(parts);
  const named = measures.filter(({ part, text }) => nameLength(text, part) > 0).length >= MOST * measures.length;
  const levels = levelsOf(measures);
  const roots: Branch[] = [];
  const branches = new Map<Outlined, Branch>();
  const usedTitles = new Set<Outlined>();
  let restarts = 0;
  for (const measure of measures) {
    const path = measure.path.filter(({ depth }) => levels.includes(depth));
    for (const title of path) usedTitles.add(title);
    const home = homeOf(path, roots, branches);
    const item = itemOf(measure, named, isUnit);
    if (item.number === 1) restarts++;
    home.items.push(item);
  }
  const skipped = measures.flatMap(({ path }) => path.filter((title) => !usedTitles.has(title)));
  const left = new Set([...rest, ...skipped]);
  return {
    sections: roots,
    numbering: restarts > 1 ? 'by-parent' : 'continuous',
    rest: parts.filter((part) => left.has(part)),
  };
}

function collect(parts: readonly Outlined[]): { measures: Measure[]; rest: Outlined[] } {
  const measures: Measure[] = [];
  const rest: Outlined[] = [];
  const path: Outlined[] = [];
  let open: Measure | undefined;
  let pending: Outlined[] = [];
  for (const [index, part] of parts.entries()) {
    if (part.depth < 0) {
      // Behind the last measure of all it is the end of the plan; only the next measure tells.
      if (open) pending.push(part);
      else rest.push(part);
      continue;
    }
    while (path.length > 0 && (path.at(-1)?.depth ?? 0) >= part.depth) path.pop();
    const hasBody = part.isTitle && parts[index + 1]?.depth === -1;
    const isMeasure = part.depth >= ARABIC && (!part.isTitle || hasBody) && path.length > 0;
    if (isMeasure || part.isTitle) {
      if (open) append(open, pending);
      pending = [];
    }
    if (isMeasure) {
      const words = part.heading?.title ?? '';
      open = { part, path: [...path], marks: [], ...(hasBody ? { name: words, text: '' } : { text: words }) };
      measures.push(open);
      continue;
    }
    if (open?.name !== undefined && open.text === '') append(open, pending.splice(0, 1));
    open = undefined;
    for (const one of pending) rest.push(one);
    pending = [];
    if (part.isTitle) path.push(part);
    rest.push(part);
  }
  // The last measure of all takes what stands below its title.
  if (open?.name !== undefined && open.text === '') append(open, pending.splice(0, 1));
  for (const one of pending) rest.push(one);
  const titles = new Set(measures.flatMap((measure) => measure.path));
  return { measures, rest: rest.filter((part) => !titles.has(part)) };
}

function append(measure: Measure, parts: readonly Outlined[]): void {
  for (const { paragraph } of parts) measure.text += paragraph.text;
}

/** The two depths of titles that become levels: where one title stands above all measures, it says nothing. */
function levelsOf(measures: readonly Measure[]): number[] {
  const titles = new Map<number, Set<Outlined>>();
  for (const { path } of measures) {
    for (const title of path) titles.set(title.depth, (titles.get(title.depth) ?? new Set()).add(title));
  }
  const depths = [...titles.keys()].sort();
  while (depths.length > 1 && titles.get(depths[0] ?? 0)?.size === 1) depths.shift();
  return depths;
}

/** The section of a path; a third level of titles is written into the second. */
function homeOf(path: readonly Outlined[], roots: Branch[], branches: Map<Outlined, Branch>): Branch {
  const [first, ...below] = path;
  const last = below.at(-1);
  const top = first && branchOf(first, [first], roots, branches);
  if (!top) {
    const made: Branch = { title: '', marks: [], sections: [], items: [] };
    roots.push(made);
    return made;
  }
  return last ? branchOf(last, below, top.sections, branches) : top;
}

function branchOf(key: Outlined, titles: readonly Outlined[], home: Branch[], branches: Map<Outlined, Branch>): Branch {
  const known = branches.get(key);
  if (known) return known;
  const title = titles.map(({ paragraph }) => paragraph.text).join(' ');
  const made: Branch = { title, marks: [], sections: [], items: [] };
  branches.set(key, made);
  home.push(made);
  return made;
}

/** Length of the short title that a measure begins with, or 0. */
function nameLength(text: string, { heading }: Outlined): number {
  const end = text.indexOf('。');
  return heading && end > 1 && end <= MAX_NAME && end < text.length - 1 ? end : 0;
}

function itemOf(
  { part, name: title, text: whole, marks }: Measure,
  named: boolean,
  isUnit: (name: string) => boolean,
): DraftItem {
  const { at } = part.paragraph;
  const { text, values } = takeAssignment(whole, isUnit);
  const ownName = named && title === undefined ? text.slice(0, nameLength(text, part)) : '';
  const name = title ?? ownName;
  const readings = (['lead', 'answer', 'cooperate'] as const).map((role) => readUnits(values.get(role) ?? '', isUnit));
  const doubts = readings.flatMap(({ remarks }) => remarks.map((remark): Remark => ({ ...remark, at })));
  const [lead, answer, cooperate] = readings.map(({ names }) => names);
  const evidence = values.get('evidence');
  return {
    number: part.heading?.number ?? 0,
    ...(name && { name }),
    text: ownName ? text.slice(ownName.length + 1).trim() : text,
    lead: lead ?? [],
    answer: answer ?? [],
    cooperate: cooperate ?? [],
    deadlines: readDeadlines(values.get('deadline') ?? ''),
    evidence: evidence ? [evidence] : [],
    marks: [...marks, ...doubts],
  };
}
