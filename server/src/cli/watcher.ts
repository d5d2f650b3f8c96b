import { statSync } from 'node:fs';
import { basename, resolve, sep } from 'node:path';
import type { FSWatcher } from 'chokidar';
import { SKIPPED_FOLDERS } from '../workspace/kinds';
import { ioReason } from './context';

/** Editors write a file in several steps, and a checkout many files: wait until it is quiet. */
const QUIET_MS = 100;
/** How often files are looked at where the system cannot tell of changes. */
const POLL_MS = 1000;

export interface Watcher {
  /** Files to watch besides, wherever they are and whatever their names. */
  add(files: Iterable<string>): Promise<void>;
  /** Waits for a change, or takes one since the last call, until all is quiet again; or for the end. */
  changed(): Promise<void>;
  close(): Promise<void>;
}

/**
 * Watches files and folders (with all below), also those that are yet to come.
 * @param paths absolute
 * @param isOurs which files matter in the folders
 * @param say told when something cannot be watched
 * @param ended when there is nothing to wait for any more
 */
export async function watchFiles(
  paths: readonly string[],
  isOurs: (path: string) => boolean,
  say: (text: string) => void,
  ended: AbortSignal,
): Promise<Watcher> {
  const { watch } = await import('chokidar');
  const wanted = new Set<string>();
  let polls = false;
  let pending = false;
  let wake = () => {};
  ended.addEventListener('abort', () => wake(), { once: true });

  const matters = (path: string) => isOurs(path) || wanted.has(resolve(path));
  const ignored = (path: string) =>
    !wanted.has(resolve(path)) && (SKIPPED_FOLDERS.has(basename(path)) || (!isOurs(path) && isFile(path)));
  const open = (files: readonly string[]) =>
    new Promise<FSWatcher>((done) => {
      for (const file of files) wanted.add(file);
      const options = { ignored, ignoreInitial: true, followSymlinks: false, usePolling: polls, interval: POLL_MS };
      const watcher = watch([...files], options);
      watcher.on('all', (_event, path) => {
        if (!matters(path)) return;
        pending = true;
        wake();
      });
      watcher.on('error', onError);
      watcher.once('ready', () => done(watcher));
    });
  let watchers: Promise<FSWatcher>[] = [];
  const close = (those: readonly Promise<FSWatcher>[]) =>
    Promise.all(those.map(async (watcher) => (await watcher).close())).then(() => {});

  function onError(error: unknown): void {
    // The system has no more watches to give, or none for so many files.
    const isFull = error instanceof Error && 'code' in error && (error.code === 'ENOSPC' || error.code === 'EMFILE');
    if (!isFull) say(`有的文件无法监视，${ioReason(error)}`);
    if (!isFull || polls) return;
    polls = true;
    say('系统能监视的文件数不够，改为每秒查看一次');
    void close(watchers);
    watchers = [open([...wanted])];
  }

  const roots = paths.map((path) => resolve(path));
  const isWatched = (file: string) =>
    wanted.has(file) || (isOurs(file) && roots.some((root) => file.startsWith(root.endsWith(sep) ? root : root + sep)));
  watchers.push(open(roots));
  await Promise.all(watchers);

  return {
    async add(files) {
      const fresh = [...files].map((file) => resolve(file)).filter((file) => !isWatched(file));
      if (fresh.length > 0) watchers.push(open(fresh));
      await Promise.all(watchers);
    },
    async changed() {
      while (!pending && !ended.aborted) {
        await new Promise<void>((done) => {
          wake = done;
        });
      }
      while (pending && !ended.aborted) {
        pending = false;
        await new Promise((quiet) => setTimeout(quiet, QUIET_MS));
      }
    },
    close: () => close(watchers),
  };
}

function isFile(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() === true;
}
