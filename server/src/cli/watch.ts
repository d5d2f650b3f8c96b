import type { Cache } from './cache/cache';
import { checkOnce } from './check-once';
import { type Context, EXIT, Failure } from './context';
import { namedPaths } from './discovery';
import type { CheckOptions } from './options';
import type { Rooms } from './rooms';
import { watchFiles } from './watcher';

/**
 * `zhibiao check --watch`: checks, and again whenever a file has changed, until Ctrl+C. What has not changed keeps its
 * result, which the cache holds, in memory if there is no other.
 * @returns the exit code of the last run
 */
export async function watchAndCheck(
  context: Context,
  rooms: Rooms,
  paths: readonly string[],
  options: CheckOptions,
): Promise<number> {
  const { stderr, cwd } = context;
  const interrupted = context.interruption();
  const say = (text: string) => stderr.write(`[${timeOfDay(context.clock())}] ${text}\n`);
  const isOurs = (path: string) => rooms.engine.kindOf(path) !== undefined;
  // Before the first run, so that no change is missed.
  const watcher = await watchFiles(namedPaths(paths, cwd), isOurs, say, interrupted);
  try {
    let { code, cache } = await round(context, rooms, paths, options);
    while (!interrupted.aborted) {
      await watcher.add([
        ...[options.config, options.baseline].flatMap((file) => file ?? []),
        ...(cache?.leanedOn() ?? []),
      ]);
      say('等待文件变动，按 Ctrl+C 结束');
      await watcher.changed();
      if (interrupted.aborted) break;
      say('文件有变动，重新检查');
      ({ code, cache } = await round(context, rooms, paths, options, cache));
    }
    return code;
  } finally {
    await watcher.close();
  }
}

/** One run; what is wrong now may be right after the next change. */
async function round(
  context: Context,
  rooms: Rooms,
  paths: readonly string[],
  options: CheckOptions,
  cache?: Cache,
): Promise<{ code: number; cache: Cache | undefined }> {
  try {
    return await checkOnce(context, rooms, paths, options, cache);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    context.stderr.write(`${error.message}\n`);
    return { code: EXIT.trouble, cache };
  }
}

function timeOfDay(time: Date): string {
  return [time.getHours(), time.getMinutes(), time.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':');
}
