import { randomBytes } from 'node:crypto';
import { mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure, ioReason } from './context';
import { visible } from './escape';

export interface Output {
  /** Absolute path. */
  readonly file: string;
  readonly text: string;
  /** The path as messages name it. */
  readonly shown: string;
}

/**
 * Writes all files or none: each is written whole beside its place before the first takes its name.
 * @param force may replace files that exist
 * @throws Failure for the first that cannot be written
 */
export function writeTogether(outputs: readonly Output[], force: boolean): void {
  for (const [index, output] of outputs.entries()) {
    if (outputs.findIndex(({ file }) => file === output.file) < index) {
      throw new Failure(`两样内容都要写入 ${visible(output.shown)}，请分开写`);
    }
    attempt(output, () => refuse(output, force));
  }
  const staged: { temporary: string; output: Output }[] = [];
  try {
    for (const output of outputs) attempt(output, () => staged.push({ temporary: stage(output), output }));
    for (const { temporary, output } of staged) attempt(output, () => renameSync(temporary, output.file));
  } finally {
    for (const { temporary } of staged) rmSync(temporary, { force: true });
  }
}

function refuse({ file, shown }: Output, force: boolean): void {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return;
  if (!stats.isFile()) throw new Failure(`${visible(shown)}：不是普通文件，不能覆盖`);
  if (!force) throw new Failure(`${visible(shown)} 已经存在，要覆盖请加 --force`);
  if ((stats.mode & 0o222) === 0) throw new Failure(`${visible(shown)}：文件是只读的，没有修改`);
}

function stage({ file, text }: Output): string {
  const temporary = join(dirname(file), `.${basename(file)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
  mkdirSync(dirname(file), { recursive: true });
  try {
    writeFileSync(temporary, text, { flag: 'wx' });
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
  return temporary;
}

function attempt({ shown }: Output, work: () => void): void {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) throw error;
    throw new Failure(`${visible(shown)}：写不进去，${ioReason(error)}`);
  }
}
