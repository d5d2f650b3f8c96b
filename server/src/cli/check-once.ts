import { existsSync } from 'node:fs';
import { type Baseline, baselineKey, readBaseline, subtract, updateBaseline } from './baseline';
import { type Cache, createCache } from './cache/cache';
import { createChecker } from './checker';
import { type CheckTasks, checkConfigs, checkSources } from './checking';
import { type Context, EXIT, Failure } from './context';
import type { Engine } from './engine';
import { visible } from './escape';
import { type Change, fixSources, writeChange } from './fixing';
import { summaryLine } from './formats/words';
import type { CheckOptions } from './options';
import type { PackedReport } from './packed';
import { shownPath } from './paths';
import { print } from './printing';
import { progress } from './progress';
import { summarize } from './report';
import type { Rooms } from './rooms';
import type { Session } from './session';
import { findSources } from './sources';
import { automaticThreads } from './threads/automatic';
import { checkInThreads } from './threads/pool';
import { toUri } from './uris';
import { verdict } from './verdict';

/** What a run leaves for the next one. */
export interface Checked {
  /** Contract section 7. */
  readonly code: number;
  readonly cache: Cache | undefined;
}

/**
 * One run of `zhibiao check`.
 * @param cache of an earlier run with the same options
 * @throws Failure for unusable baseline, config and output files
 */
export async function checkOnce(
  context: Context,
  rooms: Rooms,
  paths: readonly string[],
  options: CheckOptions,
  cache?: Cache,
): Promise<Checked> {
  // Before the work, so that a wrong name costs no time.
  const known = knownFindings(context, options);
  const session = await start(context, rooms.engine, paths, options, cache);
  const changes = await fix(session, options);
  const checked = await checkAll(context, rooms, session, options);
  saveCache(session);
  const { notes, troubles } = session;
  for (const line of [...notes, ...troubles]) context.stderr.write(`${line}\n`);

  if (options.updateBaseline) {
    writeBaseline(context, options, checked);
    return { code: troubles.length > 0 ? EXIT.trouble : EXIT.clean, cache: session.cache };
  }
  const files = known(checked);
  await print(context, options, { session, changes, files });
  const code = verdict(context, options, { counts: files.map(({ counts }) => counts), troubles });
  return { code, cache: session.cache };
}

async function start(
  context: Context,
  engine: Engine,
  paths: readonly string[],
  options: CheckOptions,
  before: Cache | undefined,
): Promise<Session> {
  const { cwd } = context;
  const { config, rules } = options;
  if (config !== undefined && !existsSync(config)) throw new Failure(`没有配置文件 ${visible(shownPath(cwd, config))}`);
  const settings = { rules, ...(config !== undefined && { configFile: toUri(config) }) };
  const { sources, troubles, notes } = await findSources(paths, options, context, engine);
  for (const { task } of sources) {
    if (![options.output, options.cache, options.baseline].includes(task.file)) continue;
    throw new Failure(`${visible(task.path)} 就是要检查的文件，结果请写到别的文件`);
  }
  const wantsCache = options.cache !== undefined || options.watch;
  const cache = before ?? (wantsCache ? createCache({ file: options.cache, cwd, settings, engine }) : undefined);
  return {
    engine,
    settings,
    checker: createChecker(engine, { cwd, settings }),
    cwd,
    sources,
    ...(cache && { cache }),
    fixed: new Map(),
    troubles: [...troubles],
    notes: [...notes],
    configs: new Set(settings.configFile === undefined ? [] : [settings.configFile]),
  };
}

async function fix(session: Session, options: CheckOptions): Promise<Change[]> {
  const changes: Change[] = [];
  if (options.fix === undefined) return changes;
  const inPlace = options.fix === 'write' && options.stdinFile === undefined;
  await fixSources(session, (change) => {
    // What is written need not be kept: it can be read again.
    if (inPlace) writeChange(change);
    else changes.push(change);
    return inPlace;
  });
  return changes;
}

async function checkAll(
  context: Context,
  rooms: Rooms,
  session: Session,
  options: CheckOptions,
): Promise<PackedReport[]> {
  const line = progress(context, session.sources.length);
  try {
    const checked = await checkSources(session, (count) => threadsFor(rooms, session, options, count), line.advance);
    await checkConfigs(session);
    return checked;
  } finally {
    line.clear();
  }
}

/** Undefined: on this thread. */
function threadsFor(
  { threads }: Rooms,
  session: Session,
  options: CheckOptions,
  files: number,
): CheckTasks | undefined {
  if (!threads || options.stdinFile !== undefined) return undefined;
  const count = Math.min(files, options.threads ?? automaticThreads(files, threads.cores));
  return count > 1 ? checkInThreads(count, () => threads.start(session)) : undefined;
}

/** A cache that cannot be written makes the next run slower, not this one wrong. */
function saveCache({ cache, notes }: Session): void {
  try {
    cache?.save();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    notes.push(error.message);
  }
}

/** Takes away what the baseline knows. */
function knownFindings({ cwd }: Context, { baseline, updateBaseline }: CheckOptions) {
  const known: Baseline =
    baseline === undefined || updateBaseline ? new Map() : readBaseline(baseline, shownPath(cwd, baseline));
  return (files: readonly PackedReport[]): readonly PackedReport[] =>
    baseline === undefined ? files : subtract(known, baselineKey(baseline, cwd), files);
}

function writeBaseline({ cwd, stderr }: Context, { baseline }: CheckOptions, checked: readonly PackedReport[]): void {
  if (baseline === undefined) return;
  const shown = shownPath(cwd, baseline);
  updateBaseline(baseline, shown, cwd, checked);
  stderr.write(
    `已写入基线 ${visible(shown)}：${summaryLine({ ...summarize(checked.map(({ counts }) => counts)), fixable: 0 })}\n`,
  );
}
