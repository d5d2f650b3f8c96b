import { existsSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Outcome, Result, Task } from '../checker';
import type { Engine, Settings } from '../engine';
import { shownPath } from '../paths';
import { contentHash, readBytes } from '../read';
import { toPath, toUri } from '../uris';
import { type Entries, type Entry, readEntries, writeEntries } from './store';
import type { Witness } from './witness';

/** Results of earlier runs that still hold. */
export interface Cache {
  /** What a check would find, if nothing that it rests on has changed. @param seen what this run knows of the files */
  find(task: Task, seen: Witness): Promise<Result | undefined>;
  keep(task: Task, outcome: Outcome): void;
  /** Absolute paths of all files that any result rests on and that are there. */
  readonly leanedOn: () => ReadonlySet<string>;
  /** Writes what was learnt; entries of files that are gone drop out. @throws Failure when it cannot be written */
  save(): void;
}

export interface CacheOptions {
  /** Absolute path of the cache file; without it the cache lives as long as the process. */
  readonly file?: string;
  readonly cwd: string;
  readonly settings: Settings;
  readonly engine: Engine;
}

/**
 * A result holds as long as all it rests on is the same to the byte: the file, the registry, corpora and config that it
 * leaned on (or looked for), the names of those near it, the options, and the tool. Times of files count for nothing:
 * a checkout gives every file a new one, and a copy may keep an old one.
 */
export function createCache({ file, cwd, settings, engine }: CacheOptions): Cache {
  const options = contentHash(JSON.stringify(portable(settings, cwd)));
  const owner = file === undefined ? '' : ownerOf(file, cwd, engine);
  const before: Entries = file === undefined ? new Map() : readEntries(file, owner);
  const entries = new Map<string, Entry>(before);
  let changed = false;
  const inFolder = (uri: string) => shownPath(cwd, toPath(uri));
  const atHome = (path: string) => toUri(resolve(cwd, path));

  return {
    async find(task, seen) {
      const entry = entries.get(task.path);
      if (!entry || entry.settings !== options || !(await holds(entry, task, seen, atHome))) return undefined;
      const { counts, body } = entry;
      return { report: { path: task.path, counts, body }, configs: entry.configs.map(atHome) };
    },
    keep(task, outcome) {
      if (!('report' in outcome) || !outcome.basis) return;
      const { report, configs, basis } = outcome;
      entries.set(task.path, {
        settings: options,
        basis: { ...basis, dependencies: basis.dependencies.map(([uri, hash]) => [inFolder(uri), hash]) },
        configs: configs.map(inFolder),
        counts: report.counts,
        body: report.body,
      });
      changed = true;
    },
    leanedOn() {
      const all = [...entries.values()].flatMap(({ basis }) => basis.dependencies);
      return new Set(all.filter(([, hash]) => hash !== null).map(([path]) => resolve(cwd, path)));
    },
    save() {
      if (file === undefined) return;
      for (const path of entries.keys()) {
        if (existsSync(resolve(cwd, path))) continue;
        entries.delete(path);
        changed = true;
      }
      if (changed) writeEntries(file, shownPath(cwd, file), owner, entries);
    },
  };
}

/** Paths in entries are relative to the working folder, and may lead into the tool's: where both lie decides whose they are. */
function ownerOf(file: string, cwd: string, { fingerprint, builtin }: Engine): string {
  return contentHash(
    JSON.stringify([fingerprint(), relative(dirname(file), cwd), builtin.map((uri) => shownPath(cwd, toPath(uri)))]),
  );
}

async function holds({ basis }: Entry, task: Task, seen: Witness, atHome: (path: string) => string): Promise<boolean> {
  if (basis.surroundings !== (await seen.surroundingsOf(task.uri))) return false;
  for (const [path, hash] of basis.dependencies) if ((await seen.hashOf(atHome(path))) !== hash) return false;
  const read = readBytes(task.file, task.path);
  return 'bytes' in read && contentHash(read.bytes) === basis.hash;
}

function portable({ rules = {}, configFile }: Settings, cwd: string) {
  const sorted = Object.entries(rules).sort(([a], [b]) => (a < b ? -1 : 1));
  return [sorted, configFile === undefined ? null : shownPath(cwd, toPath(configFile))];
}
