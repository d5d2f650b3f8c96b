import { existsSync } from 'node:fs';
import { type Baseline, baselineKey, readBaseline, subtract, updateBaseline } from '../baseline';
import { checkConfigs, checkSources } from '../checking';
import { type Context, EXIT, Failure } from '../context';
import type { Engine } from '../engine';
import { visible } from '../escape';
import { type Change, fixSources, writeChange } from '../fixing';
import { summaryLine } from '../formats/words';
import { type CheckOptions, checkOptions, type RawCheckOptions } from '../options';
import { shownPath } from '../paths';
import { print } from '../printing';
import { progress } from '../progress';
import { type FileReport, summarize } from '../report';
import type { Session } from '../session';
import { findSources } from '../sources';
import { toUri } from '../uris';

/**
 * `zhibiao check`: finds the files, fixes them if asked to, checks them and prints the report.
 * @returns the exit code of contract section 7
 * @throws Failure for wrong options and unusable baseline, config and output files
 */
export async function check(
  context: Context,
  engine: Engine,
  paths: readonly string[],
  raw: RawCheckOptions,
): Promise<number> {
  const options = checkOptions(raw, paths, { cwd: context.cwd, rules: engine.rules });
  // Before the work, so that a wrong name costs no time.
  const known = knownFindings(context, options);
  const session = await start(context, engine, paths, options);
  const changes = await fix(session, options);
  const checked = await checkAll(context, session);
  for (const trouble of session.troubles) context.stderr.write(`${trouble}\n`);

  if (options.updateBaseline) {
    writeBaseline(context, options, checked);
    return session.troubles.length > 0 ? EXIT.trouble : EXIT.clean;
  }
  const files = known(checked);
  await print(context, options, { session, changes, files });
  return exitCode(context, session, options, files);
}

async function start(
  context: Context,
  engine: Engine,
  paths: readonly string[],
  { config, rules, ...options }: CheckOptions,
): Promise<Session> {
  if (config !== undefined && !existsSync(config)) {
    throw new Failure(`没有配置文件 ${visible(shownPath(context.cwd, config))}`);
  }
  const configFile = config === undefined ? undefined : toUri(config);
  const { sources, troubles } = await findSources(paths, { config, rules, ...options }, context, engine);
  return {
    engine,
    project: engine.createProject({ rules, configFile }),
    cwd: context.cwd,
    sources,
    fixed: new Map(),
    troubles: [...troubles],
    configs: new Set(configFile === undefined ? [] : [configFile]),
  };
}

async function fix(session: Session, options: CheckOptions): Promise<Change[]> {
  const changes: Change[] = [];
  if (options.fix === undefined) return changes;
  const inPlace = options.fix === 'write' && options.stdinFile === undefined;
  await fixSources(session, (change) => {
    if (inPlace) writeChange(change);
    changes.push(change);
  });
  return changes;
}

async function checkAll(context: Context, session: Session): Promise<FileReport[]> {
  const line = progress(context, session.sources.length);
  const checked = await checkSources(session, line.advance);
  await checkConfigs(session);
  line.clear();
  return checked;
}

/** Takes away what the baseline knows. */
function knownFindings({ cwd }: Context, { baseline, updateBaseline }: CheckOptions) {
  const known: Baseline =
    baseline === undefined || updateBaseline ? new Map() : readBaseline(baseline, shownPath(cwd, baseline));
  return (files: readonly FileReport[]): readonly FileReport[] =>
    baseline === undefined ? files : subtract(known, baselineKey(baseline, cwd), files);
}

function writeBaseline({ cwd, stderr }: Context, { baseline }: CheckOptions, checked: readonly FileReport[]): void {
  if (baseline === undefined) return;
  const shown = shownPath(cwd, baseline);
  updateBaseline(baseline, shown, cwd, checked);
  stderr.write(`已写入基线 ${visible(shown)}：${summaryLine({ ...summarize(checked), fixable: 0 })}\n`);
}

function exitCode(
  { stderr }: Context,
  { troubles }: Session,
  { maxWarnings = Number.POSITIVE_INFINITY }: CheckOptions,
  files: readonly FileReport[],
): number {
  const { errors, warnings } = summarize(files);
  if (warnings > maxWarnings) stderr.write(`警告 ${warnings} 个，超过 --max-warnings 定的 ${maxWarnings} 个\n`);
  if (troubles.length > 0) return EXIT.trouble;
  return errors > 0 || warnings > maxWarnings ? EXIT.findings : EXIT.clean;
}
