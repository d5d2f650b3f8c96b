import { touches } from '../text/span';
import type { Entry, Node, ScalarNode } from '../yaml/nodes';
import type { ConfigFile } from './config';
import type { SourceDocument } from './document';
import { itemAt } from './item-at';
import { extentOf, type PlacedReference, referenceOf, referencesIn } from './references';
import type { DeadlineEntry, Group, Indicator, IndicatorFile, Section } from './types';

/** One step from the root of a tree to what stands at an offset. */
export type Step =
  | { readonly kind: 'entry'; readonly entry: Entry; readonly key: string }
  | { readonly kind: 'element'; readonly node: Node; readonly index: number };

/** Strings of these keys name a unit. */
const UNIT_NAME_KEYS = new Set(['牵头单位', '责任单位', '配合单位', '成员', '挂牌于', '承继']);
const INLINE_UNITS = '单位名录';
const REGISTRY_NAME_KEYS = new Set(['名称', '全称', '别名', '曾用名']);

/** What stands at a cursor; `node` or `key` is the scalar that it touches. */
export type Target =
  | { readonly kind: 'key'; readonly key: ScalarNode; readonly entry: Entry }
  /** A unit named in a list of an item, or by another unit of the registry. */
  | { readonly kind: 'unit'; readonly node: ScalarNode; readonly role: string }
  /** One of the names that a registry gives a unit. */
  | { readonly kind: 'unit-name'; readonly node: ScalarNode; readonly form: string }
  | { readonly kind: 'deadline'; readonly node: ScalarNode; readonly deadline: DeadlineEntry }
  /** A reference in a text or in 合并报送; `number` where the cursor stands on one of its numbers. */
  | {
      readonly kind: 'reference';
      readonly node: Node;
      readonly reference: PlacedReference;
      readonly number?: number;
      readonly group?: Group;
    }
  | { readonly kind: 'serial'; readonly node: ScalarNode; readonly item: Indicator }
  | { readonly kind: 'content'; readonly node: ScalarNode; readonly item: Indicator }
  /** A number of 对应. */
  | { readonly kind: 'corresponds'; readonly node: ScalarNode; readonly number: number }
  | { readonly kind: 'title'; readonly node: ScalarNode; readonly section: Section }
  | { readonly kind: 'basis'; readonly node: ScalarNode }
  /** 单位名录 of an indicator file or a configuration, 要求库 of a configuration. */
  | { readonly kind: 'path'; readonly node: ScalarNode }
  | { readonly kind: 'text'; readonly node: ScalarNode };

export interface Located {
  readonly offset: number;
  /** From the root down; the last step is the innermost. */
  readonly path: readonly Step[];
  /** The item that the cursor is in. */
  readonly item?: Indicator;
  /** Undefined on blanks, comments and punctuation. */
  readonly target?: Target;
}

/** Says once for every feature what stands at an offset. Any offset is allowed. */
export function locate(document: SourceDocument, offset: number): Located {
  const path = pathAt(document.tree.root, offset);
  const file = isIndicatorFile(document) ? (document.model as IndicatorFile) : undefined;
  const item = file && itemAt(file, offset);
  const target = targetAt(document, file, item, path, offset);
  return { offset, path, ...(item && { item }), ...(target && { target }) };
}

function isIndicatorFile({ kind }: SourceDocument): boolean {
  return kind === 'zhibiao' || kind === 'yaoqiu';
}

/** The entries and elements of a tree that an offset lies in, from the root down. */
export function pathAt(root: Node | null, offset: number): Step[] {
  const path: Step[] = [];
  for (let node = root; node; ) {
    const step = stepInto(node, offset);
    if (!step) break;
    path.push(step);
    node = step.kind === 'element' ? step.node : touches(step.entry.key.place, offset) ? null : step.entry.value;
  }
  return path;
}

function stepInto(node: Node, offset: number): Step | undefined {
  if (node.kind === 'mapping') {
    const entry = node.entries.findLast(({ key }) => key.place.start <= offset);
    const end = entry && Math.max(entry.key.place.end, entry.value?.place.end ?? 0);
    return entry && offset <= (end ?? 0) ? { kind: 'entry', entry, key: String(entry.key.value) } : undefined;
  }
  if (node.kind !== 'sequence') return undefined;
  const index = node.items.findLastIndex(({ place }) => place.start <= offset);
  const part = node.items[index];
  return part && offset <= part.place.end ? { kind: 'element', node: part, index } : undefined;
}

function targetAt(
  document: SourceDocument,
  file: IndicatorFile | undefined,
  item: Indicator | undefined,
  path: readonly Step[],
  offset: number,
): Target | undefined {
  const entry = innermostEntry(path);
  if (!entry) return undefined;
  if (touches(entry.key.place, offset)) return { kind: 'key', key: entry.key, entry };
  const group = file?.groups.find(({ node }) => node && touches(node.place, offset));
  const placed = group && referenceOf(group);
  if (group?.node && placed) return withNumber(group.node, placed, offset, group);
  const node = scalarAt(path, offset);
  if (!node) return undefined;
  return (
    (document.kind === 'danwei' || isInlineUnit(path) ? nameAt(node, path) : undefined) ??
    (document.kind === 'config' ? pathIn(document.model as ConfigFile, node) : undefined) ??
    (file && itemTarget(file, item, node, entry, offset)) ??
    inList(node, path) ?? { kind: 'text', node }
  );
}

function itemTarget(
  file: IndicatorFile,
  item: Indicator | undefined,
  node: ScalarNode,
  entry: Entry,
  offset: number,
): Target | undefined {
  const key = String(entry.key.value);
  const section = item ? undefined : sectionWith(file.sections, node);
  if (section) return { kind: 'title', node, section };
  if (node === file.basis?.node) return { kind: 'basis', node };
  if (node === file.registryPath?.node) return { kind: 'path', node };
  if (item?.number?.node === node) return { kind: 'serial', node, item };
  const deadline = [...(item?.deadlines ?? []), ...file.phases.flatMap(({ deadline: one }) => one ?? [])].find(
    ({ text }) => text.node === node,
  );
  if (deadline) return { kind: 'deadline', node, deadline };
  const number = Number(node.value);
  if (key === '对应' && item && Number.isInteger(number) && node.value !== '') {
    return { kind: 'corresponds', node, number };
  }
  const reference =
    typeof node.value === 'string' && !UNIT_NAME_KEYS.has(key)
      ? referencesIn({ value: node.value, node }).find((one) => touches(extentOf(one), offset))
      : undefined;
  if (reference) return withNumber(node, reference, offset);
  return item?.content?.node === node ? { kind: 'content', node, item } : undefined;
}

function withNumber(node: Node, reference: PlacedReference, offset: number, group?: Group): Target {
  const number = reference.numbers.find(({ span }) => touches(reference.place(span), offset))?.value;
  return { kind: 'reference', node, reference, ...(number !== undefined && { number }), ...(group && { group }) };
}

/** True within an indicator file's own list of units. */
function isInlineUnit([first, second]: readonly Step[]): boolean {
  return first?.kind === 'entry' && first.key === INLINE_UNITS && second?.kind === 'element';
}

function nameAt(node: ScalarNode, path: readonly Step[]): Target | undefined {
  const key = listKey(path);
  // A plain string in the list of units is a unit with that name.
  const form = key === '单位' || key === INLINE_UNITS ? '名称' : key;
  return form && REGISTRY_NAME_KEYS.has(form) ? { kind: 'unit-name', node, form } : undefined;
}

function pathIn({ registry, corpora, overrides }: ConfigFile, node: ScalarNode): Target | undefined {
  const paths = [registry, ...corpora, ...overrides.map((override) => override.registry)];
  return paths.some((path) => path?.node === node) ? { kind: 'path', node } : undefined;
}

function inList(node: ScalarNode, path: readonly Step[]): Target | undefined {
  const role = listKey(path);
  return role && UNIT_NAME_KEYS.has(role) ? { kind: 'unit', node, role } : undefined;
}

/** The key whose value, or whose list, the innermost scalar is. */
function listKey(path: readonly Step[]): string | undefined {
  const entry = innermostEntry(path);
  return entry && String(entry.key.value);
}

function innermostEntry(path: readonly Step[]): Entry | undefined {
  const step = path.findLast(({ kind }) => kind === 'entry');
  return step?.kind === 'entry' ? step.entry : undefined;
}

function scalarAt(path: readonly Step[], offset: number): ScalarNode | undefined {
  const last = path.at(-1);
  const node = last?.kind === 'entry' ? last.entry.value : last?.node;
  return node?.kind === 'scalar' && touches(node.place, offset) ? node : undefined;
}

function sectionWith(sections: readonly Section[], node: ScalarNode): Section | undefined {
  for (const section of sections) {
    const found = section.title?.node === node ? section : sectionWith(section.sections, node);
    if (found) return found;
  }
  return undefined;
}
