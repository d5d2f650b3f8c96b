import { chmodSync, mkdirSync, realpathSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure, ioReason } from './context';
import { visible } from './escape';

/**
 * Writes a whole file or leaves it as it was: a temporary file beside it takes its name. Keeps the mode, follows a
 * symbolic link to its target, creates missing folders.
 * @param shown the path as messages name it
 * @throws Failure when it is read-only or cannot be written
 */
export function writeAtomically(path: string, text: string, shown: string): void {
  try {
    const target = realPath(path);
    const stats = statSync(target, { throwIfNoEntry: false });
    // A rename would succeed all the same, and so would root.
    if (stats?.isFile() && (stats.mode & 0o222) === 0) throw new Failure('文件是只读的，没有修改');
    if (stats && !stats.isFile()) writeFileSync(target, text);
    else replace(target, text, stats?.mode);
  } catch (error) {
    throw new Failure(
      `${visible(shown)}：${error instanceof Failure ? error.message : `写不进去，${ioReason(error)}`}`,
    );
  }
}

function replace(target: string, text: string, mode: number | undefined): void {
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(temporary, text, { flag: 'wx' });
    if (mode !== undefined) chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
