import type { Span } from '../text/span';
import { child, type MappingNode, type Node, type Place } from '../yaml/nodes';
import type { Leaf, Text } from './types';

/** The mapping, or undefined for anything else. */
export function asMapping(node: Node | null | undefined): MappingNode | undefined {
  return node?.kind === 'mapping' ? node : undefined;
}

/** The value under `key` as text; a number or boolean counts by its written form. */
export function text(node: Node | null | undefined, key: string): Text | undefined {
  return asText(child(node, key));
}

export function asText(node: Node | null | undefined): Text | undefined {
  if (node?.kind !== 'scalar' || node.value === null) return undefined;
  return { value: typeof node.value === 'string' ? node.value : node.raw, node };
}

/** The value under `key` as a number; `"4"` counts, so that a wrong type costs one finding and not two. */
export function number(node: Node | null | undefined, key: string): Leaf<number> | undefined {
  const value = child(node, key);
  if (value?.kind !== 'scalar' || value.value === null || value.value === '') return undefined;
  const parsed = typeof value.value === 'boolean' ? Number.NaN : Number(value.value);
  return Number.isFinite(parsed) ? { value: parsed, node: value } : undefined;
}

/** The texts of a list, or the one text that stands for a list of one. */
export function texts(node: Node | null | undefined): Text[] {
  const parts = node?.kind === 'sequence' ? node.items : [node];
  return parts.flatMap((part) => asText(part) ?? []);
}

/** The items of a list, or none. */
export function items(node: Node | null | undefined): readonly Node[] {
  return node?.kind === 'sequence' ? node.items : [];
}

/** Where to point when a whole mapping is meant: its first key; elsewhere the first line of the node. */
export function headOf(node: Node): Place {
  const first = node.kind === 'mapping' ? node.entries[0]?.key.place : undefined;
  if (first) return first;
  const { start, end } = node.place;
  const raw = node.kind === 'damaged' || node.kind === 'scalar' ? node.raw : '';
  const line = raw.split(/\r?\n/, 1)[0]?.length ?? 0;
  return node.place.slice(0, line > 0 ? line : Math.min(end - start, 1));
}

/** The span of a key of a mapping. */
export function keySpan(node: Node | null | undefined, key: string): Span | undefined {
  return asMapping(node)?.entries.find((entry) => entry.key.value === key)?.key.place;
}

/** The object without its undefined members. */
export function defined<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
}
