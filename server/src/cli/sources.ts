import type { Task } from './checker';
import type { Context } from './context';
import { discover } from './discovery';
import type { Engine } from './engine';
import type { CheckOptions } from './options';
import { shownPath } from './paths';
import { type Read, readFile, readStdin } from './read';
import { inShard } from './shard';
import { toUri } from './uris';

/** A text to check: a file, or standard input under a file's name. */
export interface Source {
  /** For standard input, its path is a name only. */
  readonly task: Task;
  readonly isStdin: boolean;
  /** True when the user named this very file: then it is missed if it is gone. */
  readonly isNamed: boolean;
  readonly read: () => Promise<Read>;
}

export interface Sources {
  /** Sorted by path. */
  readonly sources: readonly Source[];
  /** What was asked for and cannot be had, one line each. */
  readonly troubles: readonly string[];
  /** What was met on the way and left out, one line each. */
  readonly notes: readonly string[];
}

/** What `check` is to look at. */
export async function findSources(
  paths: readonly string[],
  options: CheckOptions,
  { cwd, stdin }: Context,
  engine: Engine,
): Promise<Sources> {
  const { stdinFile, shard } = options;
  if (stdinFile !== undefined) {
    const path = shownPath(cwd, stdinFile);
    const kind = engine.kindOf(stdinFile) ?? 'zhibiao';
    // Asked for twice by a fixing run, but a stream can be read only once.
    const read = once(() => readStdin(stdin, path, engine.decode));
    const task = { file: stdinFile, path, uri: toUri(stdinFile), kind };
    return { sources: [{ task, isStdin: true, isNamed: true, read }], troubles: [], notes: [] };
  }
  const { files, troubles, notes } = discover(paths, { cwd, kindOf: engine.kindOf });
  const sources = files
    .filter(({ path }) => shard === undefined || inShard(path, shard))
    .map(
      ({ file, path, kind, isNamed }): Source => ({
        task: { file, path, uri: toUri(file), kind },
        isStdin: false,
        isNamed,
        read: async () => readFile(file, path, engine.decode),
      }),
    );
  return { sources, troubles, notes };
}

function once<T>(body: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= body();
    return result;
  };
}
