import type { WorkspaceSummary } from '../protocol/check';
import type { Checked } from '../workspace/project';

export interface WorkspaceCheckOptions {
  /** A file as it is open or on disk. */
  readonly read: (uri: string) => Promise<Checked | undefined>;
  /** Takes the findings of one file. */
  readonly onFile: (file: Checked) => Promise<void> | void;
  /** Lets others have their turn between two files. */
  readonly pause: () => Promise<void>;
  readonly onProgress?: (done: number, total: number) => void;
  readonly isCancelled?: () => boolean;
}

/** Checks files one after the other. A file that is gone or cannot be read does not count. */
export async function checkFiles(
  uris: readonly string[],
  { read, onFile, pause, onProgress, isCancelled }: WorkspaceCheckOptions,
): Promise<WorkspaceSummary> {
  let [files, errors, warnings] = [0, 0, 0];
  for (const [done, uri] of uris.entries()) {
    if (isCancelled?.()) return { files, errors, warnings, cancelled: true };
    onProgress?.(done, uris.length);
    const file = await read(uri).catch(() => undefined);
    if (file) {
      // Before anything is awaited: a newer version of an open file takes its parts over.
      const { findings } = file;
      files++;
      errors += findings.filter(({ severity }) => severity === 'error').length;
      warnings += findings.filter(({ severity }) => severity === 'warning').length;
      await onFile(file);
    }
    await pause();
  }
  return { files, errors, warnings, cancelled: false };
}
