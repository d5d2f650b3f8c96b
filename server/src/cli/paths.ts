import { isAbsolute, posix, relative, sep } from 'node:path';
import { ioReason } from './context';
import { visible } from './escape';

/** A path as output shows it: relative to the working folder, with forward slashes; `.` for the folder itself. */
export function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, path) || '.';
  return sep === '\\' ? shown.replaceAll('\\', '/') : shown;
}

/**
 * Leads paths that are relative to the working folder to ones that are relative to the root of the repository; they stay
 * as they are where no root is known, or the working folder lies outside of it.
 */
export function repositoryPaths(root: string | undefined, cwd: string): (path: string) => string {
  const folder = root ? shownPath(root, cwd) : '.';
  const isOutside = folder === '..' || folder.startsWith('../') || isAbsolute(folder);
  return isOutside ? (path) => path : (path) => posix.join(folder, path);
}

/** For sorting by code units, the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function unreadableFolder(shown: string, error: unknown): string {
  return `${visible(shown)}：文件夹读不了，${ioReason(error)}`;
}
