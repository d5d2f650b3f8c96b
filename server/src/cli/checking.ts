import type { Outcome, Task } from './checker';
import { visible } from './escape';
import { type PackedReport, unpack } from './packed';
import { shownPath } from './paths';
import type { Session } from './session';
import type { Source } from './sources';
import { toPath } from './uris';

/** Checks tasks in any order, on this thread or others. @param done called once for each task, with its index */
export type CheckTasks = (tasks: readonly Task[], done: (index: number, outcome: Outcome) => void) => Promise<void>;

/**
 * The reports of all sources, in their order: taken from the cache where that holds, else by checking.
 * @param elsewhere where so many files are checked; undefined for this thread
 * @param advance called whenever a file is done
 */
export async function checkSources(
  session: Session,
  elsewhere: (count: number) => CheckTasks | undefined,
  advance: () => void,
): Promise<PackedReport[]> {
  const { sources, checker, fixed } = session;
  // What was fixed without being written is known on this thread only, and holds for this run only.
  const cache = fixed.size === 0 ? session.cache : undefined;
  const outcomes: (Outcome | undefined)[] = [];
  const left: { readonly index: number; readonly source: Source }[] = [];
  for (const [index, source] of sources.entries()) {
    outcomes[index] = await cache?.find(source.task, checker.witness);
    if (outcomes[index]) advance();
    else left.push({ index, source });
  }
  const finish = (at: number, outcome: Outcome) => {
    const place = left[at];
    if (!place) return;
    cache?.keep(place.source.task, outcome);
    outcomes[place.index] = outcome;
    advance();
  };
  const checkTasks = fixed.size === 0 ? elsewhere(left.length) : undefined;
  if (checkTasks)
    await checkTasks(
      left.map(({ source }) => source.task),
      finish,
    );
  else for (const [at, { source }] of left.entries()) finish(at, await checkHere(session, source));
  return sources.flatMap((source, index) => settled(session, source, outcomes[index]));
}

async function checkHere({ checker, fixed }: Session, { task, read, isStdin }: Source): Promise<Outcome> {
  const text = fixed.get(task.uri);
  if (text !== undefined) return checker.check(task, { decoded: { text, bom: false, lossy: false }, hash: '' });
  return isStdin ? checker.check(task, await read()) : checker.check(task);
}

function settled(session: Session, { task, isNamed }: Source, outcome: Outcome | undefined): PackedReport[] {
  if (outcome && 'report' in outcome) {
    for (const uri of outcome.configs) session.configs.add(uri);
    return [outcome.report];
  }
  if (outcome?.gone && !isNamed) session.notes.push(`${visible(task.path)}：检查之前已被删除，已跳过`);
  else session.troubles.push(outcome?.trouble ?? `${visible(task.path)}：没有检查`);
  return [];
}

/**
 * A config that is wrong must not be silently half obeyed: the first error of each config that was used and that is not
 * itself among the checked files.
 */
export async function checkConfigs(session: Session): Promise<void> {
  const { checker, cache, cwd, configs, sources } = session;
  for (const uri of configs) {
    if (sources.some(({ task }) => task.uri === uri)) continue;
    const file = toPath(uri);
    const task = { file, uri, path: shownPath(cwd, file), kind: 'config' } as const;
    const known = await cache?.find(task, checker.witness);
    const outcome = known ?? (await checker.check(task));
    if (!known) cache?.keep(task, outcome);
    // Dependencies are named whether they exist or not.
    if ('trouble' in outcome && outcome.gone) continue;
    const line = 'trouble' in outcome ? outcome.trouble : firstError(outcome.report);
    if (line !== undefined) session.troubles.push(line);
  }
}

function firstError(report: PackedReport): string | undefined {
  if (report.counts.errors === 0) return undefined;
  const fault = unpack(report).problems.find(({ severity }) => severity === 'error');
  return fault && `配置文件 ${visible(report.path)} 第 ${fault.range.start.line + 1} 行：${visible(fault.message)}`;
}
