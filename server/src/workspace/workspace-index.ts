import type { Project } from './project';
import { type FileSummary, type ItemSummary, summarize } from './summary';
import { normalizeUri } from './uris';

/** An item of another file that answers to the same item of a corpus. */
export interface Elsewhere {
  readonly file: FileSummary;
  readonly item: ItemSummary;
}

/** What is known of all files of the workspace, open or not. */
export class WorkspaceIndex {
  private readonly entries = new Map<string, () => FileSummary>();

  /** Takes a file, or a newer version of it; it is summed up when somebody asks. */
  put(uri: string, make: () => FileSummary): void {
    let summary: FileSummary | undefined;
    this.entries.set(normalizeUri(uri), () => {
      summary ??= make();
      return summary;
    });
  }

  delete(uri: string): void {
    this.entries.delete(normalizeUri(uri));
  }

  get(uri: string): FileSummary | undefined {
    return this.entries.get(normalizeUri(uri))?.();
  }

  /** All files, sorted by URI. */
  files(): FileSummary[] {
    return [...this.entries].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, summary]) => summary());
  }

  /** The items of other files that answer to an item of a corpus. @param edition 名称 of the corpus @param number 序号 there */
  elsewhere(edition: string, number: number, except: string): Elsewhere[] {
    return this.files().flatMap((file) => {
      const item = file.edition === edition && file.uri !== except ? file.byTarget.get(number) : undefined;
      return item ? [{ file, item }] : [];
    });
  }
}

export interface IndexOptions {
  /** Lets others have their turn between two files. */
  readonly pause: () => Promise<void>;
  /** True for files that are open: those are put by whoever has them open. */
  readonly isOpen: (uri: string) => boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly isCancelled?: () => boolean;
}

/** Reads files into the index, one after the other. A file that is gone meanwhile is left out. */
export async function indexFiles(
  project: Project,
  index: WorkspaceIndex,
  uris: readonly string[],
  { pause, isOpen, onProgress, isCancelled }: IndexOptions,
): Promise<void> {
  for (const [done, uri] of uris.entries()) {
    if (isCancelled?.()) return;
    onProgress?.(done, uris.length);
    if (isOpen(uri)) continue;
    const checked = await project.open(uri);
    // Opened while it was read: what the editor has is newer.
    if (isOpen(uri)) continue;
    if (checked) {
      const summary = summarize(checked);
      index.put(uri, () => summary);
    } else {
      index.delete(uri);
    }
    await pause();
  }
  onProgress?.(uris.length, uris.length);
}
