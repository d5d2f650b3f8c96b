import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  parseDocument,
  type Scalar,
  type YAMLError,
  type Node as YamlNode,
} from 'yaml';
import type { Span } from '../text/span';
import type { Fault } from './faults';
import {
  type DamagedNode,
  type Entry,
  type Node,
  type Origin,
  Place,
  type ScalarNode,
  type ScalarStyle,
} from './nodes';

/** An alias may stand for a whole tree. A file that unfolds to more nodes than this is refused as an alias bomb. */
const MAX_UNFOLDED = 50_000;
/** All aliases of a file together. 10,000 items with two lists of four units by alias have 100,000. */
const MAX_UNFOLDED_IN_ALL = 200_000;

const STYLES: Readonly<Record<string, ScalarStyle>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

export interface Composed {
  readonly root: Node | null;
  /** What the parser rejects; positions are those of the parsed text. */
  readonly errors: readonly YAMLError[];
  readonly faults: readonly Fault[];
}

export interface Source {
  /** The whole original text. */
  readonly text: string;
  /** Leads an offset of the parsed text to the original text. */
  readonly toOriginal: (offset: number) => number;
  /** The same for the end of something, which does not take in what was deleted behind it. */
  readonly endToOriginal: (offset: number) => number;
  /** Places are kept relative to this offset of the original text. */
  readonly origin: Origin;
  /** A node to stand for the one that starts at this offset of the parsed text, such as an entry read elsewhere. */
  readonly substitute?: (offset: number) => readonly Node[] | undefined;
}

/** Reads a text with the `yaml` package (YAML 1.2, core schema) into positioned nodes. Never throws. */
export function compose(parsed: string, source: Source): Composed {
  let document: Document.Parsed;
  try {
    document = untraced(() =>
      parseDocument(parsed, { uniqueKeys: false, prettyErrors: false, logLevel: 'error', stringKeys: false }),
    );
  } catch {
    // The package's parser recurses; what exhausts the stack is no document of ours.
    const span = { start: source.toOriginal(0), end: source.toOriginal(Math.min(parsed.length, 1)) };
    return { root: null, errors: [], faults: [{ kind: 'too-deep', span, fixable: false }] };
  }
  const composer = new Composer(source);
  const root = document.contents === null ? null : composer.node(document.contents as YamlNode);
  return { root, errors: document.errors, faults: composer.faults };
}

/** Without stack traces: the package makes an error object of each fault, and half a megabyte of quotes has half a million. */
function untraced<T>(work: () => T): T {
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = stackTraceLimit;
  }
}

class Composer {
  readonly faults: Fault[] = [];
  private readonly anchors = new Map<string, Node>();
  /** Number of nodes that each node stands for, aliases unfolded. */
  private readonly sizes = new Map<Node, number>();
  /** Number of nodes that all aliases so far stand for. */
  private unfolded = 0;
  private exhausted = false;

  constructor(private readonly source: Source) {}

  node(node: YamlNode): Node {
    if (isAlias(node)) return this.alias(node.source, this.spanOf(node));
    const result = this.collection(node);
    if ('anchor' in node && typeof node.anchor === 'string') this.anchors.set(node.anchor, result);
    return result;
  }

  private collection(node: YamlNode): Node {
    const place = this.place(this.spanOf(node));
    if (isMap(node)) {
      const entries: Entry[] = [];
      for (const pair of node.items) {
        const entry = this.entry(pair.key as YamlNode, pair.value as YamlNode | null);
        if (entry) entries.push(entry);
      }
      this.duplicates(entries);
      return this.sized(
        { kind: 'mapping', place, flow: node.flow === true, entries },
        entries.map((entry) => entry.value),
      );
    }
    if (isSeq(node)) {
      const items: Node[] = [];
      for (const item of node.items as (YamlNode | null)[]) {
        const start = item?.range?.[0];
        const others = start === undefined ? undefined : this.source.substitute?.(start);
        if (others) for (const other of others) items.push(other);
        else if (item)
          items.push(isSeq(item) || isMap(item) || isScalar(item) || isAlias(item) ? this.node(item) : this.pair(item));
      }
      return this.sized({ kind: 'sequence', place, flow: node.flow === true, items }, items);
    }
    return isScalar(node) ? this.scalar(node) : this.damaged(place);
  }

  private entry(key: YamlNode | null, value: YamlNode | null): Entry | undefined {
    if (!key || !isScalar(key)) {
      if (key) this.unreadable(this.spanOf(key));
      return undefined;
    }
    const keyNode = this.scalar(key);
    const empty = value === null || (isScalar(value) && value.value === null && value.source === '' && !value.anchor);
    return { key: keyNode, value: empty ? null : this.node(value as YamlNode) };
  }

  /** `[a: 1]` has a bare pair for an item; it is read as a mapping of one entry. */
  private pair(item: unknown): Node {
    const { key, value } = item as { key: YamlNode; value: YamlNode | null };
    const entry = this.entry(key, value);
    const place = this.place(this.spanOf(key));
    return entry ? { kind: 'mapping', place, flow: true, entries: [entry] } : this.damaged(place);
  }

  private scalar(node: Scalar): ScalarNode {
    const span = this.spanOf(node);
    const raw = this.source.text.slice(span.start, span.end);
    const value = node.value;
    const known =
      value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
    const style = STYLES[node.type ?? ''] ?? 'plain';
    return { kind: 'scalar', place: this.place(span), value: known ? value : String(value), style, raw };
  }

  private alias(name: string, span: Span): Node {
    const target = this.anchors.get(name);
    if (!target) {
      this.faults.push({ kind: 'unknown-alias', span, data: { name }, fixable: false });
      return this.damaged(this.place(span));
    }
    const size = this.sizes.get(target) ?? 1;
    if (size > MAX_UNFOLDED || this.unfolded + size > MAX_UNFOLDED_IN_ALL) {
      if (!this.exhausted) this.faults.push({ kind: 'alias-bomb', span, data: { name }, fixable: false });
      this.exhausted = true;
      return this.damaged(this.place(span));
    }
    this.unfolded += size;
    return target;
  }

  private sized<T extends Node>(node: T, parts: readonly (Node | null)[]): T {
    let size = 1;
    for (const part of parts) size += part ? (this.sizes.get(part) ?? 1) : 1;
    this.sizes.set(node, size);
    return node;
  }

  private duplicates(entries: readonly Entry[]): void {
    const first = new Map<string, Entry>();
    let copied: Entry | undefined;
    for (const entry of entries) {
      const name = String(entry.key.value);
      const earlier = first.get(name);
      // Entries that repeat the earlier ones in the same order are one slip: an entry of a list without its dash.
      const follows = copied && earlier && copied.key.place.start < earlier.key.place.start;
      copied = earlier;
      if (!earlier) first.set(name, entry);
      if (!earlier || follows) continue;
      const { start, end } = entry.key.place;
      const related = { start: earlier.key.place.start, end: earlier.key.place.end };
      this.faults.push({ kind: 'duplicate-key', span: { start, end }, related, data: { key: name }, fixable: false });
    }
  }

  private unreadable(span: Span): void {
    this.faults.push({ kind: 'unreadable', span, fixable: false });
  }

  private damaged(place: Place): DamagedNode {
    return { kind: 'damaged', place, raw: this.source.text.slice(place.start, place.end) };
  }

  private spanOf(node: YamlNode): Span {
    const [start = 0, end = start] = node.range ?? [];
    const from = this.source.toOriginal(start);
    return { start: from, end: Math.max(from, this.source.endToOriginal(end)) };
  }

  private place(span: Span): Place {
    const { origin } = this.source;
    return new Place(origin, span.start - origin.offset, span.end - origin.offset);
  }
}
