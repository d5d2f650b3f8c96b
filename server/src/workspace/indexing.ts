import type { Checked, Project } from './project';
import { summarize } from './summary';
import type { WorkspaceIndex } from './workspace-index';

export interface IndexOptions {
  /** Lets others have their turn between two files. */
  readonly pause: () => Promise<void>;
  /** True for files that are open: those are put by whoever has them open. */
  readonly isOpen: (uri: string) => boolean;
  readonly onProgress?: (done: number, total: number) => void;
  readonly isCancelled?: () => boolean;
  /** True for a file that an earlier session knew and that has not changed since: it is in the index then, and not read. */
  readonly recall?: (uri: string) => Promise<boolean>;
  /** Told of each file that was read. */
  readonly onRead?: (uri: string, file: Checked | undefined) => Promise<void>;
}

/** Reads files into the index, one after the other; no rule is run. A file that is gone meanwhile is left out. */
export async function indexFiles(
  project: Project,
  index: WorkspaceIndex,
  uris: readonly string[],
  { pause, isOpen, onProgress, isCancelled, recall, onRead }: IndexOptions,
): Promise<void> {
  for (const [done, uri] of uris.entries()) {
    if (isCancelled?.()) return;
    onProgress?.(done, uris.length);
    if (isOpen(uri)) continue;
    if (!(await recall?.(uri))) {
      const checked = await project.open(uri);
      // Opened while it was read: what the editor has is newer.
      if (isOpen(uri)) continue;
      if (checked) index.keep(summarize(checked));
      else index.delete(uri);
      await onRead?.(uri, checked);
    }
    await pause();
  }
  onProgress?.(uris.length, uris.length);
}
