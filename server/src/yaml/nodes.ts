import type { Span } from '../text/span';

/** Where a segment of the text begins now. When an edit moves the segment, everything read from it moves along. */
export interface Origin {
  offset: number;
}

/** A span that is kept relative to its segment, so that an unchanged segment need not be read again. */
export class Place implements Span {
  /** @param endOrigin the segment that it ends in, if it is not the one where it starts */
  constructor(
    private readonly origin: Origin,
    private readonly from: number,
    private readonly to: number,
    private readonly endOrigin: Origin = origin,
  ) {}

  get start(): number {
    return this.origin.offset + this.from;
  }

  get end(): number {
    return this.endOrigin.offset + this.to;
  }

  /** Part of this place; offsets are relative to its start. */
  slice(start: number, end: number): Place {
    return new Place(this.origin, this.from + start, this.from + end);
  }
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';
export type ScalarValue = string | number | boolean | null;

export interface ScalarNode {
  readonly kind: 'scalar';
  readonly place: Place;
  readonly value: ScalarValue;
  readonly style: ScalarStyle;
  /** The characters as they stand in the file, quotes and block headers included. */
  readonly raw: string;
}

export interface Entry {
  readonly key: ScalarNode;
  /** Null where the file has nothing after the colon. */
  readonly value: Node | null;
}

export interface MappingNode {
  readonly kind: 'mapping';
  readonly place: Place;
  readonly flow: boolean;
  readonly entries: readonly Entry[];
}

export interface SequenceNode {
  readonly kind: 'sequence';
  readonly place: Place;
  readonly flow: boolean;
  readonly items: readonly Node[];
}

/** A part that could not be read. It has a finding of its own; nothing else is said of it. */
export interface DamagedNode {
  readonly kind: 'damaged';
  readonly place: Place;
  readonly raw: string;
}

export type Node = ScalarNode | MappingNode | SequenceNode | DamagedNode;

/** The value under `key`, if the node is a mapping that has it; the first one where the key stands twice. */
export function child(node: Node | null | undefined, key: string): Node | null | undefined {
  if (node?.kind !== 'mapping') return undefined;
  return node.entries.find((entry) => entry.key.value === key)?.value;
}

/** Plain JavaScript data; a damaged part becomes `undefined`. Shared (aliased) nodes give shared objects. */
export function toData(node: Node | null, seen = new Map<Node, unknown>()): unknown {
  if (node === null) return null;
  if (node.kind === 'scalar') return node.value;
  if (node.kind === 'damaged') return undefined;
  if (seen.has(node)) return seen.get(node);
  if (node.kind === 'sequence') {
    const list: unknown[] = [];
    seen.set(node, list);
    for (const item of node.items) list.push(toData(item, seen));
    return list;
  }
  const map: Record<string, unknown> = Object.create(null);
  seen.set(node, map);
  for (const { key, value } of node.entries) {
    const name = String(key.value);
    if (!(name in map)) map[name] = toData(value, seen);
  }
  return map;
}
