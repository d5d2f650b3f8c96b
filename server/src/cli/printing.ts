import { wantsColor } from './color';
import type { Context, Output } from './context';
import { visible } from './escape';
import { BOM, type Change, unifiedDiff } from './fixing';
import { formatters } from './formats';
import { summaryLine } from './formats/words';
import type { CheckOptions } from './options';
import { shownPath } from './paths';
import { type FileReport, type Report, summarize, type View } from './report';
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
  readonly files: readonly FileReport[];
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
  const text = formatters[options.format](reportOf(options, results), viewOf(context, options, results, stream));
  save(context, options, text, stream);
}

function printDiff(context: Context, options: CheckOptions, results: Results): void {
  const inert = options.output === undefined && context.stdout.isTTY === true;
  save(context, options, results.changes.map((change) => unifiedDiff(change, inert)).join(''), context.stdout);
  for (const { source, convertedFrom } of results.changes) {
    if (convertedFrom) context.stderr.write(`${visible(source.path)}：将由 ${convertedFrom} 转为 UTF-8\n`);
  }
  const left = summaryLine({ ...reportOf(options, results).summary, fixable: 0 });
  context.stderr.write(`将修改 ${results.changes.length} 个文件。修改之后：${left}\n`);
}

function save({ cwd }: Context, { output }: CheckOptions, text: string, stream: Output): void {
  if (output === undefined) stream.write(text);
  else writeAtomically(output, text, shownPath(cwd, output));
}

async function fixedStdin({ session, changes }: Results): Promise<string> {
  const change = changes[0];
  if (change) return change.after;
  const read = await session.sources[0]?.read();
  return read && 'decoded' in read ? (read.decoded.bom ? BOM : '') + read.decoded.text : '';
}

function reportOf({ quiet }: CheckOptions, { session, files }: Results): Report {
  const shown = quiet ? files.map(onlyErrors) : files;
  return { files: shown, summary: summarize(shown), troubles: session.troubles };
}

function onlyErrors(file: FileReport): FileReport {
  return { ...file, problems: file.problems.filter(({ severity }) => severity === 'error') };
}

function viewOf({ env }: Context, { color, output }: CheckOptions, { session }: Results, stream: Output): View {
  const terminal = output === undefined ? stream : undefined;
  return {
    // A file is coloured only on demand.
    color: terminal === undefined ? color === true : wantsColor(color, terminal, env),
    columns: Math.max(FEWEST_COLUMNS, (terminal?.isTTY ? terminal.columns : undefined) ?? PIPE_COLUMNS),
    rules: session.engine.rules,
    ruleUrl: (id) => session.engine.ruleUrl?.(id),
    version: session.engine.version,
  };
}
