import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { Failure, ioReason } from './context';
import { visible } from './escape';

type Pieces = string | Iterable<string | Uint8Array>;

/**
 * Writes a whole file or leaves it as it was: a temporary file beside it takes its name. Keeps the mode, follows a
 * symbolic link to its target, creates missing folders.
 * @param pieces written one after the other, so that a large report is never whole in memory
 * @param shown the path as messages name it
 * @throws Failure when it is read-only or cannot be written
 */
export function writeAtomically(path: string, pieces: Pieces, shown: string): void {
  try {
    const target = realPath(path);
    const stats = statSync(target, { throwIfNoEntry: false });
    // A rename would succeed all the same, and so would root.
    if (stats?.isFile() && (stats.mode & 0o222) === 0) throw new Failure('文件是只读的，没有修改');
    if (stats && !stats.isFile()) writeAll(target, 'w', pieces);
    else replace(target, pieces, stats?.mode);
  } catch (error) {
    throw new Failure(
      `${visible(shown)}：${error instanceof Failure ? error.message : `写不进去，${ioReason(error)}`}`,
    );
  }
}

function replace(target: string, pieces: Pieces, mode: number | undefined): void {
  // Two runs may write the same file at once, even with one process number: in two containers.
  const temporary = join(dirname(target), `.${basename(target)}.${process.pid}-${randomBytes(4).toString('hex')}.tmp`);
  try {
    mkdirSync(dirname(target), { recursive: true });
    writeAll(temporary, 'wx', pieces);
    if (mode !== undefined) chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}

function writeAll(path: string, flags: 'w' | 'wx', pieces: Pieces): void {
  const file = openSync(path, flags);
  try {
    for (const piece of typeof pieces === 'string' ? [pieces] : pieces) {
      const bytes = typeof piece === 'string' ? Buffer.from(piece) : piece;
      for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
    }
  } finally {
    closeSync(file);
  }
}

function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}
