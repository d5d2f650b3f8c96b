import { readFileSync } from 'node:fs';
import type { Basis } from '../checker';
import { contentHash } from '../read';
import type { Counts } from '../report';
import { writeAtomically } from '../write';

/** A result of an earlier run; all paths are relative to the working folder, so that it can move to another machine. */
export interface Entry {
  /** Stands for the options that the file was checked with. */
  readonly settings: string;
  readonly basis: Basis;
  readonly configs: readonly string[];
  readonly counts: Counts;
  /** See `PackedReport`. */
  readonly body: Uint8Array<ArrayBuffer>;
}

/** By path. */
export type Entries = ReadonlyMap<string, Entry>;

const FORMAT = 'zhibiao-cache 1';
const EMPTY: Entries = new Map();

/**
 * The entries of a cache file: a line of JSON that tells what follows, an index, then the bodies.
 * @param owner stands for the tool and the working folder; the entries of another one are of no use
 * @returns none when there is no such file, or when it is another's, or damaged in any way
 */
export function readEntries(file: string, owner: string): Entries {
  try {
    const bytes = readFileSync(file);
    const lineEnd = bytes.indexOf(10);
    const head = JSON.parse(bytes.toString('utf8', 0, lineEnd)) as { [key: string]: unknown };
    const rest = bytes.subarray(lineEnd + 1);
    if (head.format !== FORMAT || head.owner !== owner || typeof head.index !== 'number') return EMPTY;
    if (head.hash !== contentHash(rest)) return EMPTY;
    return fromIndex(JSON.parse(rest.toString('utf8', 0, head.index)), rest.subarray(head.index));
  } catch {
    return EMPTY;
  }
}

type IndexLine = readonly [path: string, size: number, entry: Omit<Entry, 'body'>];

function fromIndex(index: readonly IndexLine[], bodies: Buffer): Entries {
  const entries = new Map<string, Entry>();
  let at = 0;
  for (const [path, size, entry] of index) {
    entries.set(path, { ...entry, body: new Uint8Array(bodies.subarray(at, at + size)) });
    at += size;
  }
  return entries;
}

/**
 * Writes a whole cache file or leaves it as it was, whoever else writes it at the same time.
 * @throws Failure when it cannot be written
 */
export function writeEntries(file: string, shown: string, owner: string, entries: Entries): void {
  const index: IndexLine[] = [];
  const bodies: Uint8Array[] = [];
  for (const [path, { body, ...entry }] of entries) {
    index.push([path, body.length, entry]);
    bodies.push(body);
  }
  const head = Buffer.from(JSON.stringify(index));
  const rest = Buffer.concat([head, ...bodies]);
  const line = JSON.stringify({ format: FORMAT, owner, index: head.length, hash: contentHash(rest) });
  writeAtomically(file, [`${line}\n`, rest], shown);
}
