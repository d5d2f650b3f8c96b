import { relative, sep } from 'node:path';
import { ioReason } from './context';
import { visible } from './escape';

/** A path as output shows it: relative to the working folder, with forward slashes; `.` for the folder itself. */
export function shownPath(cwd: string, path: string): string {
  const shown = relative(cwd, path) || '.';
  return sep === '\\' ? shown.replaceAll('\\', '/') : shown;
}

/** For sorting by code units, the same on every machine. */
export function byCodeUnits(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

export function unreadableFolder(shown: string, error: unknown): string {
  return `${visible(shown)}：文件夹读不了，${ioReason(error)}`;
}
