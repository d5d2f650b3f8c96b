import { phrases } from '../service/phrases';
import type { WorkspaceFiles } from '../workspace/files';
import { indexFiles } from '../workspace/indexing';
import { kindOf } from '../workspace/kinds';
import { normalizeUri } from '../workspace/uris';
import type { WorkspaceIndex } from '../workspace/workspace-index';
import type { Host } from './host';
import type { IndexMemory } from './index-memory';

/** Fewer files are read before anybody could read a message about it. */
const PROGRESS_FROM = 30;
/** Changes on the disk come in floods: what comes within this time is one. */
const GATHER_MS = 50;

/** Keeps the index of the workspace up to date, in the background. */
export interface Indexer {
  /** Reads all files of some folders; a run that is under way is given up. @param key settings that summaries depend on */
  indexAll(folders: readonly string[], key: string): Promise<void>;
  /** Some files were changed, created, deleted or closed. */
  update(uris: readonly string[]): void;
}

export interface IndexerOptions {
  readonly host: Host;
  readonly index: WorkspaceIndex;
  readonly files: WorkspaceFiles;
  /** Lets others have their turn. */
  readonly pause: () => Promise<void>;
  readonly memory: IndexMemory | undefined;
  readonly canShowProgress: boolean;
  /** The index says something else now. */
  readonly onChange: () => void;
}

export function createIndexer(options: IndexerOptions): Indexer {
  const { host, index, files, pause, memory, canShowProgress, onChange } = options;
  const waiting = new Set<string>();
  const reading = {
    pause,
    isOpen: (uri: string) => host.isOpen(uri),
    ...(memory && { onRead: memory.note }),
  };
  let last: readonly [folders: readonly string[], key: string] = [[], ''];
  let run = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;

  async function indexAll(folders: readonly string[], key: string): Promise<void> {
    const mine = ++run;
    const isCancelled = () => mine !== run;
    last = [folders, key];
    // All are read now.
    waiting.clear();
    const found = await Promise.all(folders.map((folder) => files.find(folder)));
    const uris = [...new Set(found.flat().map(normalizeUri))];
    if (isCancelled()) return;
    const known = new Set(uris);
    for (const uri of [...index.uris()]) if (!known.has(uri) && !host.isOpen(uri)) index.delete(uri);
    await memory?.load(uris, key);
    if (isCancelled()) return;
    const onProgress = uris.length < PROGRESS_FROM ? undefined : await showProgress();
    await indexFiles(host.project, index, uris, {
      ...reading,
      isCancelled,
      ...(memory && { recall: memory.recall }),
      ...(onProgress && { onProgress }),
    });
    onProgress?.(uris.length, uris.length);
    onChange();
    if (!isCancelled()) await memory?.save();
  }

  /** Tells the client how far it is, each per cent once. */
  async function showProgress(): Promise<((done: number, total: number) => void) | undefined> {
    if (!canShowProgress) return undefined;
    const progress = await host.connection.window.createWorkDoneProgress();
    progress.begin(host.workspace.render({ template: phrases.indexing, data: {} }), 0, undefined, false);
    let shown = 0;
    return (done, total) => {
      const percentage = Math.floor((100 * done) / total);
      if (shown === 100 || (percentage === shown && done > 0)) return;
      shown = percentage;
      progress.report(percentage, `${done}/${total}`);
      if (done === total) progress.done();
    };
  }

  async function updateWaiting(): Promise<void> {
    const uris = [...waiting];
    waiting.clear();
    // A file may follow another corpus now, and its items answer to others.
    if (uris.some((uri) => kindOf(uri) === 'yaoqiu' || kindOf(uri) === 'config')) return indexAll(...last);
    await indexFiles(host.project, index, uris, reading);
    onChange();
  }

  return {
    indexAll: (...folders) => host.inBackground(undefined, () => indexAll(...folders)),
    update(uris) {
      for (const uri of uris) waiting.add(normalizeUri(uri));
      clearTimeout(timer);
      timer = setTimeout(() => host.inBackground(undefined, updateWaiting), GATHER_MS);
    },
  };
}
