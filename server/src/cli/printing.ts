import { wantsColor } from './color';
import type { Context, Output } from './context';
import type { Engine } from './engine';
import { visible } from './escape';
import { BOM, type Change, unifiedDiff } from './fixing';
import { formatters } from './formats';
import { summaryLine } from './formats/words';
import type { CheckOptions, PrintingOptions } from './options';
import { filtered, type PackedReport, unpacked } from './packed';
import { repositoryPaths, shownPath } from './paths';
import { type Report, summarize, type View } from './report';
import type { Session } from './session';
import { writeAtomically } from './write';

/** Columns where there is no terminal to ask. */
const PIPE_COLUMNS = 120;
const FEWEST_COLUMNS = 40;

/** What a run prints, once all is checked. */
export interface Results {
  readonly session: Session;
  readonly changes: readonly Change[];
  /** Without what the baseline knows. */
  readonly files: readonly PackedReport[];
}

/**
 * Writes the report to `--output` or standard output. Under `--fix-dry-run` a diff takes its place; under `--stdin --fix`
 * the fixed text does, and the report goes to standard error.
 * @throws Failure when `--output` cannot be written
 */
export async function print(context: Context, options: CheckOptions, results: Results): Promise<void> {
  if (options.fix === 'diff') return printDiff(context, options, results);
  const stream = options.stdinFile !== undefined && options.fix === 'write' ? context.stderr : context.stdout;
  if (stream === context.stderr) context.stdout.write(await fixedStdin(results));
  printReport(context, options, results.session.engine, foundBy(results), stream);
}

/** @throws Failure when `--output` cannot be written */
export function printReport(
  context: Context,
  options: PrintingOptions & Pick<CheckOptions, 'shard'>,
  engine: Engine,
  found: Found,
  stream: Output,
): void {
  const report = reportOf(options, found);
  save(context, options, formatters[options.format](report, viewOf(context, options, engine, stream)), stream);
}

function printDiff(context: Context, options: CheckOptions, results: Results): void {
  const inert = options.output === undefined && context.stdout.isTTY === true;
  save(
    context,
    options,
    results.changes.map((change) => unifiedDiff(change, inert)),
    context.stdout,
  );
  for (const { task, convertedFrom } of results.changes) {
    if (convertedFrom) context.stderr.write(`${visible(task.path)}：将由 ${convertedFrom} 转为 UTF-8\n`);
  }
  const left = summaryLine({ ...reportOf(options, foundBy(results)).summary, fixable: 0 });
  context.stderr.write(`将修改 ${results.changes.length} 个文件。修改之后：${left}\n`);
}

function save({ cwd }: Context, { output }: PrintingOptions, pieces: Iterable<string>, stream: Output): void {
  if (output !== undefined) writeAtomically(output, batches(pieces), shownPath(cwd, output));
  else for (const batch of batches(pieces)) stream.write(batch);
}

/** UTF-16 units that are written at once. */
const BATCH = 1 << 16;

/** Small pieces joined: each write is a call of the system. */
function* batches(pieces: Iterable<string>): Generator<string> {
  let waiting: string[] = [];
  let length = 0;
  for (const piece of pieces) {
    waiting.push(piece);
    length += piece.length;
    if (length < BATCH) continue;
    yield waiting.join('');
    waiting = [];
    length = 0;
  }
  if (length > 0) yield waiting.join('');
}

async function fixedStdin({ session, changes }: Results): Promise<string> {
  const change = changes[0];
  if (change) return change.after;
  const read = await session.sources[0]?.read();
  return read && 'decoded' in read ? (read.decoded.bom ? BOM : '') + read.decoded.text : '';
}

/** What a report is of. */
interface Found {
  readonly files: readonly PackedReport[];
  readonly troubles: readonly string[];
}

function foundBy({ session, files }: Results): Found {
  return { files, troubles: session.troubles };
}

function reportOf({ quiet }: PrintingOptions, { files, troubles }: Found): Report {
  const shown = quiet ? files.map((file) => filtered(file, ({ severity }) => severity === 'error')) : files;
  return { files: unpacked(shown), summary: summarize(shown.map(({ counts }) => counts)), troubles };
}

function viewOf(
  { env, cwd }: Context,
  { color, output, shard }: PrintingOptions & Pick<CheckOptions, 'shard'>,
  engine: Engine,
  stream: Output,
): View {
  const terminal = output === undefined ? stream : undefined;
  return {
    // A file is coloured only on demand.
    color: terminal === undefined ? color === true : wantsColor(color, terminal, env),
    // Some terminals give no width, or 0.
    columns: Math.max(FEWEST_COLUMNS, (terminal?.isTTY && terminal.columns) || PIPE_COLUMNS),
    rules: engine.rules,
    ruleUrl: (id) => engine.ruleUrl?.(id),
    version: engine.version,
    inRepository: repositoryPaths(env.GITHUB_WORKSPACE ?? env.CI_PROJECT_DIR, cwd),
    ...(shard && { shard }),
  };
}
