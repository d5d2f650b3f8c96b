import { phrases } from '../service/phrases';
import type { WorkspaceFiles } from '../workspace/files';
import { kindOf } from '../workspace/kinds';
import { indexFiles, type WorkspaceIndex } from '../workspace/workspace-index';
import type { OpenFiles } from './documents';
import type { Host } from './host';

/** Fewer files are read before anybody could read a message about it. */
const PROGRESS_FROM = 30;

/** Keeps the index of the workspace up to date, in the background. */
export interface Indexer {
  /** Reads all files of some folders; a run that is under way is given up. */
  indexAll(folders: readonly string[]): Promise<void>;
  /** Some files were changed, created, deleted or closed. */
  update(uris: readonly string[], folders: readonly string[]): Promise<void>;
}

export function createIndexer(
  host: Host,
  index: WorkspaceIndex,
  files: WorkspaceFiles,
  open: OpenFiles,
  canShowProgress: boolean,
): Indexer {
  let run = 0;
  const options = { pause, isOpen: (uri: string) => open.has(uri) };

  async function indexAll(folders: readonly string[]): Promise<void> {
    const mine = ++run;
    const found = await Promise.all(folders.map((folder) => files.find(folder)));
    const uris = [...new Set(found.flat())];
    if (mine !== run) return;
    const known = new Set(uris);
    for (const { uri } of index.files()) if (!known.has(uri) && !open.has(uri)) index.delete(uri);
    const shown = canShowProgress && uris.length >= PROGRESS_FROM;
    const progress = shown ? await host.connection.window.createWorkDoneProgress() : undefined;
    progress?.begin(host.workspace.render({ template: phrases.indexing, data: {} }), 0, undefined, false);
    await indexFiles(host.project, index, uris, {
      ...options,
      isCancelled: () => mine !== run,
      onProgress: (done, total) => progress?.report((100 * done) / total, `${done}/${total}`),
    });
    progress?.done();
  }

  return {
    indexAll: (folders) => host.guard(undefined, () => indexAll(folders)),
    update(uris, folders) {
      // A file may follow another corpus now, and its items answer to others.
      const all = uris.some((uri) => kindOf(uri) === 'yaoqiu' || kindOf(uri) === 'config');
      return host.guard(undefined, () => (all ? indexAll(folders) : indexFiles(host.project, index, uris, options)));
    },
  };
}

/** The message loop has its turn between two files. */
function pause(): Promise<void> {
  return new Promise((resume) => setTimeout(resume, 0));
}
