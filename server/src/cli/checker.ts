import { type Witness, witness } from './cache/witness';
import { Failure } from './context';
import type { CheckProject, Engine, FileKind, Settings } from './engine';
import { visible } from './escape';
import { fileReport } from './file-report';
import { type PackedReport, pack } from './packed';
import { shownPath } from './paths';
import { type Read, readFile, type Unreadable } from './read';
import { toPath } from './uris';

/** A file to check, as plain data that another thread can take. */
export interface Task {
  /** Absolute path. */
  readonly file: string;
  /** As output shows it. */
  readonly path: string;
  readonly uri: string;
  readonly kind: FileKind;
}

/** What a result rests on besides the settings of the run. */
export interface Basis {
  /** Of the file itself, see `contentHash`. */
  readonly hash: string;
  readonly surroundings: string;
  /** URI and hash of what the file leaned on; null for what was looked for and is not there. */
  readonly dependencies: readonly (readonly [string, string | null])[];
}

export interface Result {
  readonly report: PackedReport;
  /** URIs of configs that the file depends on, existing or not. */
  readonly configs: readonly string[];
  /** Undefined when a file was changed while it was looked at: then nobody may rely on the result later. */
  readonly basis?: Basis;
}

/** What became of a file. */
export type Outcome = Result | Unreadable;

/** Checks one file after the other, on the main thread or another. */
export interface Checker {
  readonly project: CheckProject;
  readonly witness: Witness;
  /** Never throws: a fault of the program costs one file only. @param read if that was done already */
  check(task: Task, read?: Read): Promise<Outcome>;
}

export interface Surroundings {
  readonly cwd: string;
  readonly settings: Settings;
}

export function createChecker(engine: Engine, { cwd, settings }: Surroundings): Checker {
  const seen = witness(engine.files);
  const project = engine.createProject(settings, seen.files);
  const builtin = new Set(engine.builtin);

  async function check(task: Task, given?: Read): Promise<Outcome> {
    const read = given ?? readFile(task.file, task.path, engine.decode);
    if ('trouble' in read) return read;
    const { text, encoding } = read.decoded;
    const checked = await project.check(task.uri, text, { kind: task.kind, encoding });
    const report = await fileReport(task.path, checked, async (uri) => {
      if (uri === task.uri) return { lines: checked.document.lines };
      const lines = await project.linesOf(uri);
      return lines && { path: shownPath(cwd, toPath(uri)), lines };
    });
    const dependencies = checked.dependencies.filter((uri) => !builtin.has(uri) && !PATTERN.test(uri));
    const basis = await basisOf(seen, task.uri, read.hash, dependencies);
    const configs = dependencies.filter((uri) => engine.kindOf(uri) === 'config');
    return { report: pack(report), configs, ...(basis && { basis }) };
  }

  return {
    project,
    witness: seen,
    check: async (task, read) => {
      try {
        return await check(task, read);
      } catch (error) {
        return { trouble: faultLine(task.path, error) };
      }
    },
  };
}

/** The project names a file that it looked for in vain by a pattern: that is a matter of the surroundings. */
const PATTERN = /\/\*\.[a-z]+\.yaml$/;

async function basisOf(
  { hashOf, surroundingsOf }: Witness,
  uri: string,
  hash: string,
  dependencies: readonly string[],
): Promise<Basis | undefined> {
  const hashes: [string, string | null][] = [];
  for (const dependency of dependencies) {
    const seen = await hashOf(dependency);
    if (seen === undefined) return undefined;
    hashes.push([dependency, seen]);
  }
  return { hash, surroundings: await surroundingsOf(uri), dependencies: hashes };
}

/** Whatever went wrong with one file, in one line. */
export function faultLine(path: string, error: unknown): string {
  if (error instanceof Failure) return error.message;
  return `${visible(path)}：程序出错，${visible(error instanceof Error ? error.message : String(error))}`;
}
