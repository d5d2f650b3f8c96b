import type { UnitKey } from '../model/keys';
import type { FileKind } from '../model/types';
import type { Range } from '../text/lines';
import type { StringTable } from './string-table';
import type { FileSummary, ItemSummary, SectionSummary } from './summary';

/**
 * A summary in some 7 KB for a hundred items, as thousands of files are kept: strings by their numbers in a table that all
 * files share, and everything else in one run of numbers:
 * `[place of the sections, place of the registered units, items…, sections…, registered units…]`.
 */
export interface PackedSummary {
  readonly uri: string;
  readonly kind: FileKind;
  readonly title?: string;
  readonly county?: string;
  readonly edition?: string;
  readonly registry?: string;
  readonly numbers: Int32Array;
}

const NONE = -(2 ** 31);
const ROLES: readonly (UnitKey | '成员')[] = ['牵头单位', '责任单位', '配合单位', '成员'];
/** Of an item: its own length, then these, then its lists. */
const NUMBER = 1;
const TARGET = 2;
const CONTENT = 3;
const RANGE = 4;
const LISTS = 8;
const HEAD = 2;

/** The summary in little memory. @param table holds its strings; the same one unpacks it */
export function pack(summary: FileSummary, table: StringTable): PackedSummary {
  const { uri, kind, title, county, edition, registry, sections, items, registered } = summary;
  // The table's own strings: parts of a file's text would keep the whole text in memory.
  const own = (text: string) => table.at(table.idOf(text));
  const head = {
    uri,
    kind,
    ...(title !== undefined && { title: own(title) }),
    ...(county !== undefined && { county: own(county) }),
    ...(edition !== undefined && { edition: own(edition) }),
    ...(registry !== undefined && { registry: own(registry) }),
  };
  const numbers: number[] = [0, 0];
  for (const item of items) packItem(item, table, numbers);
  numbers[0] = numbers.length;
  const places = new Map(items.map((item, i) => [item, i]));
  packSections(sections, places, table, numbers);
  numbers[1] = numbers.length;
  for (const { name, range } of registered) numbers.push(table.idOf(name), ...corners(range));
  return { ...head, numbers: Int32Array.from(numbers) };
}

/** The summary again; its parts are made when they are asked for. */
export function unpack({ numbers, ...head }: PackedSummary, table: StringTable): FileSummary {
  let items: readonly ItemSummary[] | undefined;
  let sections: readonly SectionSummary[] | undefined;
  return {
    ...head,
    get items() {
      items ??= [...placesOfItems(numbers)].map((at) => unpackItem(numbers, at, table));
      return items;
    },
    get sections() {
      sections ??= unpackSections(numbers, this.items, table);
      return sections;
    },
    get registered() {
      return unpackRegistered(numbers, table);
    },
  };
}

/** The items that answer to an item of the corpus. @param number 序号 there */
export function itemsAnswering({ numbers }: PackedSummary, number: number, table: StringTable): ItemSummary[] {
  const found: ItemSummary[] = [];
  for (const at of placesOfItems(numbers))
    if (numbers[at + TARGET] === number) found.push(unpackItem(numbers, at, table));
  return found;
}

function packItem(item: ItemSummary, table: StringTable, numbers: number[]): void {
  const start = numbers.length;
  numbers.push(0, integer(item.number), integer(item.target), table.idOf(item.content), ...corners(item.range));
  numbers.push(item.units.length);
  for (const { role, name } of item.units) numbers.push(ROLES.indexOf(role), table.idOf(name));
  for (const texts of [item.deadlines, item.evidence]) {
    numbers.push(texts.length);
    for (const text of texts) numbers.push(table.idOf(text));
  }
  numbers[start] = numbers.length - start;
}

function unpackItem(numbers: Int32Array, at: number, table: StringTable): ItemSummary {
  let next = at + LISTS;
  const take = () => numbers[next++] ?? 0;
  const list = <T>(one: () => T) => Array.from({ length: take() }, one);
  const text = () => table.at(take());
  const units = list(() => ({ role: ROLES[take()] ?? '责任单位', name: text() }));
  const [deadlines, evidence] = [list(text), list(text)];
  const [number, target] = [numbers[at + NUMBER] ?? NONE, numbers[at + TARGET] ?? NONE];
  return {
    content: table.at(numbers[at + CONTENT] ?? 0),
    units,
    deadlines,
    evidence,
    range: rangeAt(numbers, at + RANGE),
    ...(number !== NONE && { number }),
    ...(target !== NONE && { target }),
  };
}

function* placesOfItems(numbers: Int32Array): Generator<number> {
  const end = numbers[0] ?? 0;
  for (let at = HEAD; at < end; at += numbers[at] || end) yield at;
}

function packSections(
  sections: readonly SectionSummary[],
  places: ReadonlyMap<ItemSummary, number>,
  table: StringTable,
  numbers: number[],
): void {
  numbers.push(sections.length);
  for (const { level, title, range, items, sections: parts } of sections) {
    numbers.push(level, table.idOf(title), ...corners(range));
    numbers.push(items.length);
    for (const item of items) numbers.push(places.get(item) ?? 0);
    packSections(parts, places, table, numbers);
  }
}

function unpackSections(numbers: Int32Array, items: readonly ItemSummary[], table: StringTable): SectionSummary[] {
  let next = numbers[0] ?? 0;
  const take = () => numbers[next++] ?? 0;
  const list = <T>(one: () => T) => Array.from({ length: take() }, one);
  const section = (): SectionSummary => {
    const [level, title] = [take() === 1 ? 1 : 2, table.at(take())] as const;
    const range = rangeAt(numbers, next);
    next += 4;
    const own = list(() => items[take()]).filter((item) => item !== undefined);
    return { level, title, range, items: own, sections: list(section) };
  };
  return list(section);
}

function unpackRegistered(numbers: Int32Array, table: StringTable): FileSummary['registered'] {
  const start = numbers[1] ?? numbers.length;
  return Array.from({ length: (numbers.length - start) / 5 }, (_, i) => {
    const at = start + 5 * i;
    return { name: table.at(numbers[at] ?? 0), range: rangeAt(numbers, at + 1) };
  });
}

/** What is no whole number, as a slip of the pen may make it, is left out. */
function integer(value: number | undefined): number {
  return value !== undefined && Number.isInteger(value) && Math.abs(value) < 2 ** 31 ? value : NONE;
}

function corners({ start, end }: Range): [number, number, number, number] {
  return [start.line, start.character, end.line, end.character];
}

function rangeAt(numbers: Int32Array, at: number): Range {
  const number = (i: number) => numbers[at + i] ?? 0;
  return { start: { line: number(0), character: number(1) }, end: { line: number(2), character: number(3) } };
}
