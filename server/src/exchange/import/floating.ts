import { parseHeading } from '../../domain/heading';
import type { Entry, ItemEntry, TitleEntry } from './entries';
import { importPhrases } from './phrases';
import { affinity } from './titles';

/**
 * A tall merged cell comes out of an export wherever its words were printed, often in a row below the first that it
 * covers. Moves such titles up to the item with which they begin: those that stand in a row without an item, several
 * in one row, and those right below rows that were out of their columns. Where the title begins is told by the words
 * that it shares with the items; the other titles stay where they are.
 */
export function settleTitles(entries: readonly Entry[]): Entry[] {
  const untied = untiedIn(entries);
  const seconds = entries.filter((entry): entry is TitleEntry => isSecond(entry) && entry.kind === 'title');
  // Where titles have rows of their own throughout, that tells nothing of a single one.
  const ownRows = seconds.filter(({ alone }) => alone).length > seconds.length / 2;
  const settled = settleSecondLevel(heads(entries.filter((entry) => !untied.has(entry))), !ownRows);
  const order = new Map(entries.map((entry, index) => [entry, index]));
  for (const entry of untied) if (entry.kind === 'title') insertFirstLevel(settled, entry, order);
  return settled;
}

/**
 * First-level titles that were printed below their first item: nothing follows them, or the second level goes on
 * behind them where it would begin anew.
 */
function untiedIn(entries: readonly Entry[]): Set<Entry> {
  const untied = new Set<Entry>();
  let behind: TitleEntry | undefined;
  let suspects: TitleEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    if (entry.kind !== 'title') continue;
    if (entry.level === 2) {
      for (const suspect of suspects) if (behind && serialOf(entry) > serialOf(behind)) untied.add(suspect);
      suspects = [];
      behind = entry;
      continue;
    }
    const next = entries[index + 1];
    if (!behind || (next?.kind === 'title' && next.level === 2)) continue;
    if (next?.kind !== 'item') untied.add(entry);
    else if (!entry.alone) suspects.push(entry);
  }
  return untied;
}

function isSecond(entry: Entry): boolean {
  return entry.kind === 'title' && entry.level === 2;
}

function serialOf({ title }: TitleEntry): number {
  return parseHeading(title)?.number ?? 0;
}

/** A second-level title with the first-level one right before it, or a first-level one alone. */
interface Head {
  readonly kind: 'head';
  readonly first?: TitleEntry;
  readonly second?: TitleEntry;
}

function heads(entries: readonly Entry[]): (Head | ItemEntry)[] {
  const nodes: (Head | ItemEntry)[] = [];
  for (const entry of entries) {
    const before = nodes.at(-1);
    if (entry.kind === 'item') nodes.push(entry);
    else if (entry.level === 1) nodes.push({ kind: 'head', first: entry });
    else if (before?.kind === 'head' && before.first && !before.second) {
      nodes[nodes.length - 1] = { ...before, second: entry };
    } else nodes.push({ kind: 'head', second: entry });
  }
  return nodes;
}

/**
 * Deals out the items to the titles block by block: titles that stand together, their items, a loose title behind
 * them.
 */
function settleSecondLevel(nodes: readonly (Head | ItemEntry)[], aloneIsLoose: boolean): Entry[] {
  const result: Entry[] = [];
  for (let index = 0; index < nodes.length; ) {
    let titles: Head[] = [];
    for (let node = nodes[index]; node?.kind === 'head'; node = nodes[++index]) {
      titles.push(node);
      if (node.second) continue;
      result.push(...titles.flatMap(entriesOf));
      titles = [];
    }
    const items: ItemEntry[] = [];
    for (let node = nodes[index]; node?.kind === 'item'; node = nodes[++index]) items.push(node);
    const follower = looseHead(nodes[index], items, aloneIsLoose || nodes[index + 1]?.kind === 'head');
    if (follower) index++;
    const mustTake = follower !== undefined && nodes[index]?.kind !== 'item';
    result.push(...dealt(titles, items, follower, mustTake));
  }
  return result;
}

function entriesOf({ first, second }: Head): Entry[] {
  return [first, second].filter((entry) => entry !== undefined);
}

/** The title behind the items if it may begin further up. */
function looseHead(
  node: Head | ItemEntry | undefined,
  items: readonly ItemEntry[],
  aloneIsLoose: boolean,
): Head | undefined {
  if (node?.kind !== 'head' || !node.second || items.length === 0) return undefined;
  return (node.second.alone && aloneIsLoose) || (!node.first && items.at(-1)?.moved) ? node : undefined;
}

/** Titles and items in their order, each title before the first item that it takes. */
function dealt(
  titles: readonly Head[],
  items: readonly ItemEntry[],
  loose: Head | undefined,
  mustTake: boolean,
): Entry[] {
  const all = loose ? [...titles, loose] : titles;
  const starts = titles.length < 2 && !loose ? titles.map(() => 0) : startsOf(titles, items, loose, mustTake);
  const result: Entry[] = [];
  for (let item = 0; item <= items.length; item++) {
    const entry = items[item];
    for (const [index, head] of all.entries()) {
      if (starts[index] !== item) continue;
      const isRightAbove = all.length < 2 && head.second?.alone;
      if (head.second && !isRightAbove && (entry ? entry.row !== head.second.row : head !== loose))
        markMoved(head.second);
      result.push(...entriesOf(head));
    }
    if (entry) result.push(entry);
  }
  return result;
}

function markMoved(title: TitleEntry): void {
  const message = { template: importPhrases.titleMoved, data: { title: title.title } };
  title.marks.push({ kind: 'unsure', message, at: title.at });
}

/** For each title, the loose one last, the item with which it begins, so that titles and items share most words. */
function startsOf(
  titles: readonly Head[],
  items: readonly ItemEntry[],
  loose: Head | undefined,
  mustTake: boolean,
): number[] {
  const all = loose ? [...titles, loose] : titles;
  const lastFixed = loose?.second?.alone ? 0 : items.findLastIndex(({ moved }) => !moved);
  const never = Number.NEGATIVE_INFINITY;
  // best[t]: score of the items so far with the last of them under title t; a tie leaves items to the title before.
  let best = all.map(() => never);
  const cameFrom: number[][] = [];
  for (const [index, item] of items.entries()) {
    const from: number[] = [];
    best = all.map(({ second }, t) => {
      const stays = index === 0 ? (t === 0 ? 0 : never) : (best[t] ?? never);
      const steps = index === 0 ? never : (best[t - 1] ?? never);
      from[t] = steps >= stays ? t - 1 : t;
      const isFixed = loose !== undefined && t === all.length - 1 && index <= lastFixed;
      return isFixed ? never : Math.max(stays, steps) + affinity(second?.title ?? '', item.text);
    });
    cameFrom.push(from);
  }
  const last = all.length - 1;
  const withLoose = mustTake || (best[last] ?? never) > (best[last - 1] ?? never) + 1e-9;
  let t = loose && !withLoose ? last - 1 : last;
  if (t < 0 || best[t] === never)
    return all.map((head, index) => (head === loose ? items.length : Math.min(index, items.length)));
  const starts = all.map(() => items.length);
  for (let index = items.length - 1; index >= 0; index--) {
    starts[t] = index;
    t = cameFrom[index]?.[t] ?? t;
  }
  return starts;
}

/** Puts a first-level title before the second-level one above its place that it fits best. */
function insertFirstLevel(entries: Entry[], title: TitleEntry, order: ReadonlyMap<Entry, number>): void {
  const orderOf = (entry: Entry) => order.get(entry) ?? 0;
  const printed = orderOf(title);
  const behind = entries.findIndex((entry) => entry.kind === 'item' && orderOf(entry) > printed);
  let place = behind < 0 ? entries.length : behind;
  for (let entry = entries[place - 1]; entry?.kind === 'title' && orderOf(entry) > printed; entry = entries[place - 1])
    place--;
  const previous = entries.findLastIndex(
    (entry, index) => index < place && entry.kind === 'title' && entry.level === 1,
  );
  let [chosen, top] = [-1, -1];
  for (let index = place - 1; index > previous + 1; index--) {
    const entry = entries[index];
    if (entry?.kind !== 'title' || entry.level !== 2) continue;
    const score = affinity(title.title, entry.title);
    if (score > top + 1e-9) [chosen, top] = [index, score];
  }
  markMoved(title);
  entries.splice(chosen < 0 ? place : chosen, 0, title);
}
