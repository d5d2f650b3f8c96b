import { similarity } from '../../domain/similarity';
import type { DraftGroup } from './draft';
import type { ItemEntry } from './entries';
import { groupEvidence, readEvidence } from './evidence';
import { importPhrases } from './phrases';

/** What each item hands in, and what several hand in together. */
export interface Evidence {
  readonly own: ReadonlyMap<ItemEntry, readonly string[]>;
  readonly groups: readonly DraftGroup[];
}

interface Shared {
  readonly entries: readonly string[];
  readonly members: readonly ItemEntry[];
}

/** Merged evidence that a page break made stand twice differs by a slip at most. */
const SAME = 0.9;
/** Share of items with evidence from which on an item without is worth a look. */
const USUAL = 0.7;

/**
 * Reads the evidence of items in their order. Items share it where it names them, where it says 合并提供 above empty
 * cells, and where one cell covers them; what a page break repeated counts once.
 */
export function shareEvidence(items: readonly ItemEntry[]): Evidence {
  const readings = new Map(items.map((item) => [item, readEvidence(item.evidence)]));
  const groups: Shared[] = [];
  const groupOf = new Map<ItemEntry, Shared>();
  for (const run of runsOf(items)) {
    const byNumber = new Map(run.map((item) => [item.number, item]));
    for (const [index, item] of run.entries()) {
      const reading = readings.get(item);
      if (item.evidence === '' || !reading || groupOf.has(item)) continue;
      const members = reading.group
        ? membersNamed(reading.group, item, byNumber)
        : [item, ...following(run, index, reading.group === null)];
      if (members.length < 2) continue;
      const shared = { entries: reading.entries, members };
      groups.push(shared);
      for (const member of members) if (!groupOf.has(member)) groupOf.set(member, shared);
    }
  }
  markEmpty(items, groupOf);
  return {
    own: new Map(items.map((item) => [item, ownEntries(item, readings.get(item)?.entries ?? [], groupOf.get(item))])),
    groups: groups.map(({ entries, members }) => ({
      numbers: members.map(({ number }) => number),
      evidence: groupEvidence(entries),
    })),
  };
}

/** Where most items have evidence, an empty cell below a filled one may be part of it: the export does not tell. */
function markEmpty(items: readonly ItemEntry[], groupOf: ReadonlyMap<ItemEntry, Shared>): void {
  const isCovered = (item: ItemEntry) => item.evidence !== '' || groupOf.has(item);
  if (items.filter(isCovered).length < USUAL * items.length) return;
  for (const [index, item] of items.entries()) {
    const before = items[index - 1];
    if (isCovered(item) || !before || before.evidence === '' || before.number > item.number) continue;
    const data = { number: before.number };
    item.marks.push({ kind: 'unsure', message: { template: importPhrases.evidenceEmpty, data }, at: item.at });
  }
}

/** Runs of numbers that never go down: the extras begin anew. */
function runsOf(items: readonly ItemEntry[]): ItemEntry[][] {
  const runs: ItemEntry[][] = [];
  for (const item of items) {
    const open = runs.at(-1);
    if (open && item.number > (open.at(-1)?.number ?? 0)) open.push(item);
    else runs.push([item]);
  }
  return runs;
}

function membersNamed(
  numbers: readonly number[],
  first: ItemEntry,
  items: ReadonlyMap<number, ItemEntry>,
): ItemEntry[] {
  return numbers.filter((number) => number >= first.number).flatMap((number) => items.get(number) ?? []);
}

/** The items below whose cell is part of this one's, or only empty where the text itself says that it is merged. */
function following(run: readonly ItemEntry[], index: number, emptyToo: boolean): ItemEntry[] {
  let end = index + 1;
  for (let item = run[end]; item?.evidence === '' && (item.sharesEvidence || emptyToo); item = run[end]) end++;
  return run.slice(index + 1, end);
}

function ownEntries(item: ItemEntry, entries: readonly string[], group: Shared | undefined): readonly string[] {
  if (!group || group.members[0] === item || entries.length === 0) return entries;
  if (similarity(group.entries.join(''), entries.join('')) < SAME) return entries;
  const data = { number: item.number, text: entries.join('') };
  item.marks.push({ kind: 'repaired', message: { template: importPhrases.evidenceRepeated, data }, at: item.at });
  return [];
}
