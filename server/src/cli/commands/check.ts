import { checkOnce } from '../check-once';
import type { Context } from '../context';
import { checkOptions, type RawCheckOptions } from '../options';
import type { Rooms } from '../rooms';
import { watchAndCheck } from '../watch';

/**
 * `zhibiao check`: finds the files, fixes them if asked to, checks them and prints the report; with `--watch` again and
 * again.
 * @returns the exit code of contract section 7
 * @throws Failure for wrong options and unusable baseline, config and output files
 */
export async function check(
  context: Context,
  rooms: Rooms,
  paths: readonly string[],
  raw: RawCheckOptions,
): Promise<number> {
  const options = checkOptions(raw, paths, { cwd: context.cwd, rules: rooms.engine.rules });
  if (options.watch) return watchAndCheck(context, rooms, paths, options);
  return (await checkOnce(context, rooms, paths, options)).code;
}
