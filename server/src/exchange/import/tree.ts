import { normalizeTitle, UNTITLED } from '../../domain/heading';
import { readDeadlines } from './deadlines';
import type { DraftExtra, DraftGroup, DraftItem, DraftSection, ExtraName, Remark } from './draft';
import type { Entry, ItemEntry, TitleEntry } from './entries';
import { shareEvidence } from './sharing';
import { readUnits } from './unit-names';
import { settleRoles } from './unit-roles';

export interface Tree {
  readonly sections: readonly DraftSection[];
  readonly extras: readonly DraftExtra[];
  readonly extraTitles: readonly string[];
  readonly groups: readonly DraftGroup[];
  readonly numbering: 'continuous' | 'by-parent';
}

const EXTRA = /附加项/;
const EXTRA_NAMES: readonly (readonly [ExtraName, RegExp])[] = [
  ['加分项', /加分/],
  ['否决项', /否决/],
  ['扣分项', /扣分|减分/],
];

interface Branch {
  readonly title: string;
  readonly marks: readonly Remark[];
  readonly sections: Branch[];
  readonly items: DraftItem[];
}

/** Makes sections, items, extras and merged evidence of titles and items in their order. */
export function buildTree(entries: readonly Entry[], isUnit: (name: string) => boolean): Tree {
  const evidence = shareEvidence(entries.filter((entry) => entry.kind === 'item'));
  const roots: Branch[] = [];
  const extras = new Map<ExtraName, DraftItem[]>();
  const extraTitles: string[] = [];
  let [first, second]: [Branch | undefined, Branch | undefined] = [undefined, undefined];
  let extra: ExtraName | 'unnamed' | undefined;
  for (const entry of entries) {
    if (entry.kind === 'item') {
      const item = finished(entry, evidence.own.get(entry) ?? [], isUnit);
      if (extra === undefined) {
        const home: Branch = second ?? branchOf(UNTITLED);
        if (!second) roots.push(home);
        second = home;
        home.items.push(item);
      } else {
        const name = extra === 'unnamed' ? '加分项' : extra;
        extras.set(name, [...(extras.get(name) ?? []), item]);
      }
      continue;
    }
    if (entry.level === 1) extra = undefined;
    extra = extraName(entry) ?? extra;
    if (extra !== undefined) {
      extraTitles.push(entry.title);
      continue;
    }
    second = branchOf(entry.title, entry.marks);
    // A second-level title without a first-level one above it stands at the top.
    if (entry.level === 2 && first) first.sections.push(second);
    else roots.push(second);
    if (entry.level === 1) first = second;
  }
  return {
    sections: roots,
    extras: [...extras].map(([name, items]) => ({ name, items })),
    extraTitles,
    groups: evidence.groups,
    numbering: restarts(roots) ? 'by-parent' : 'continuous',
  };
}

function branchOf(title: string, marks: readonly Remark[] = []): Branch {
  return { title, marks, sections: [], items: [] };
}

function extraName({ title, level }: TitleEntry): ExtraName | 'unnamed' | undefined {
  const plain = normalizeTitle(title);
  if (EXTRA.test(plain)) return 'unnamed';
  if (plain.length > 8) return undefined;
  const name = EXTRA_NAMES.find(([, pattern]) => pattern.test(plain))?.[0];
  return level === 1 || name ? name : undefined;
}

function restarts(roots: readonly Branch[]): boolean {
  const firsts = roots.flatMap(({ items, sections }) => [items, ...sections.map((section) => section.items)]);
  return firsts.filter(([item]) => item?.number === 1).length > 1;
}

function finished(entry: ItemEntry, evidence: readonly string[], isUnit: (name: string) => boolean): DraftItem {
  const units = settleRoles(entry.units, isUnit);
  const readings = {
    lead: readUnits(units.lead, isUnit),
    answer: readUnits(units.answer, isUnit),
    cooperate: readUnits(units.cooperate, isUnit),
  };
  const doubts = Object.values(readings).flatMap(({ remarks }) => remarks);
  const score = Number.parseFloat(entry.score);
  return {
    number: entry.number,
    ...(entry.name && { name: entry.name }),
    text: entry.text,
    lead: readings.lead.names,
    answer: readings.answer.names,
    cooperate: readings.cooperate.names,
    deadlines: readDeadlines(entry.deadline),
    evidence,
    ...(Number.isFinite(score) && { score }),
    ...(entry.reason && { reason: entry.reason }),
    ...(entry.remark && { remark: entry.remark }),
    marks: [...entry.marks, ...doubts.map((doubt): Remark => ({ ...doubt, at: entry.at }))],
  };
}
