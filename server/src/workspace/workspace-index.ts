import { itemsAnswering, type PackedSummary, pack, unpack } from './packed-summary';
import { StringTable } from './string-table';
import type { FileSummary, ItemSummary } from './summary';
import { normalizeUri } from './uris';

/** An item of another file that answers to the same item of a corpus. */
export interface Elsewhere {
  readonly file: Pick<FileSummary, 'uri' | 'county'>;
  readonly item: ItemSummary;
}

/** A closed file is packed: there may be thousands. An open one is summed up when somebody asks, since it changes all the time. */
type Entry = PackedSummary | (() => FileSummary);

/** Strings of files that are gone are swept out when the table has grown by so much. */
const SWEEP_FACTOR = 2;
const SWEEP_FROM = 50_000;

/** What is known of all files of the workspace, open or not. */
export class WorkspaceIndex {
  private readonly entries = new Map<string, Entry>();
  private table = new StringTable();
  private sweepAt = SWEEP_FROM;
  private sorted: readonly string[] | undefined;

  /** Takes an open file, or a newer version of it; it is summed up when somebody asks. */
  put(uri: string, make: () => FileSummary): void {
    let summary: FileSummary | undefined;
    this.set(normalizeUri(uri), () => {
      summary ??= make();
      return summary;
    });
  }

  /** Takes what is known of a closed file. */
  keep(summary: FileSummary): void {
    this.set(normalizeUri(summary.uri), pack(summary, this.table));
    if (this.table.size > this.sweepAt) this.sweep();
  }

  delete(uri: string): void {
    if (this.entries.delete(normalizeUri(uri))) this.sorted = undefined;
  }

  has(uri: string): boolean {
    return this.entries.has(normalizeUri(uri));
  }

  get(uri: string): FileSummary | undefined {
    const entry = this.entries.get(normalizeUri(uri));
    return entry && this.summaryOf(entry);
  }

  /** Normalized URIs of all files, sorted. */
  uris(): readonly string[] {
    this.sorted ??= [...this.entries.keys()].sort();
    return this.sorted;
  }

  /** All files, sorted by URI. The parts of each are made when they are asked for. */
  files(): FileSummary[] {
    return this.uris().flatMap((uri) => this.get(uri) ?? []);
  }

  /** The items of other files that answer to an item of a corpus. @param edition 名称 of the corpus @param number 序号 there */
  elsewhere(edition: string, number: number, except: string): Elsewhere[] {
    const found: Elsewhere[] = [];
    for (const uri of this.uris()) {
      const entry = uri === except ? undefined : this.entries.get(uri);
      const file = typeof entry === 'function' ? entry() : entry;
      if (file?.edition !== edition) continue;
      const items = 'numbers' in file ? itemsAnswering(file, number, this.table) : file.items;
      // Of several that answer to it the last one counts.
      const item = items.findLast(({ target }) => target === number);
      if (item) found.push({ file, item });
    }
    return found;
  }

  private set(key: string, entry: Entry): void {
    if (!this.entries.has(key)) this.sorted = undefined;
    this.entries.set(key, entry);
  }

  private summaryOf(entry: Entry): FileSummary {
    return typeof entry === 'function' ? entry() : unpack(entry, this.table);
  }

  private sweep(): void {
    const table = new StringTable();
    for (const [key, entry] of this.entries) {
      if (typeof entry !== 'function') this.entries.set(key, pack(unpack(entry, this.table), table));
    }
    this.table = table;
    this.sweepAt = Math.max(SWEEP_FROM, SWEEP_FACTOR * table.size);
  }
}
