import type { Context } from './context';
import { discover } from './discovery';
import type { Engine, FileKind } from './engine';
import type { CheckOptions } from './options';
import { shownPath } from './paths';
import { type Read, readFile, readStdin } from './read';
import { inShard } from './shard';
import { toUri } from './uris';

/** A text to check: a file, or standard input under a file's name. */
export interface Source {
  /** Absolute path; for standard input a name only. */
  readonly file: string;
  readonly path: string;
  readonly uri: string;
  readonly kind: FileKind;
  readonly isStdin: boolean;
  readonly read: () => Promise<Read>;
}

/** What `check` is to look at, sorted by path, and what of it cannot be had. */
export async function findSources(
  paths: readonly string[],
  options: CheckOptions,
  { cwd, stdin }: Context,
  engine: Engine,
): Promise<{ sources: readonly Source[]; troubles: readonly string[] }> {
  const { stdinFile, shard } = options;
  if (stdinFile !== undefined) {
    const path = shownPath(cwd, stdinFile);
    const kind = engine.kindOf(stdinFile) ?? 'zhibiao';
    // Asked for twice by a fixing run, but a stream can be read only once.
    const read = once(() => readStdin(stdin, path, engine.decode));
    return { sources: [{ file: stdinFile, path, uri: toUri(stdinFile), kind, isStdin: true, read }], troubles: [] };
  }
  const { files, troubles } = discover(paths, { cwd, kindOf: engine.kindOf });
  const sources = files
    .filter(({ path }) => shard === undefined || inShard(path, shard))
    .map(
      ({ file, path, kind }): Source => ({
        file,
        path,
        uri: toUri(file),
        kind,
        isStdin: false,
        read: () => readFile(file, path, engine.decode),
      }),
    );
  return { sources, troubles };
}

function once<T>(body: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= body();
    return result;
  };
}
