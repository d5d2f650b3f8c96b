import { type Dirent, readdirSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import picomatch from 'picomatch';
import { SKIPPED_FOLDERS } from '../workspace/kinds';
import { ioReason } from './context';
import type { FileKind } from './engine';
import { visible } from './escape';
import { gitignore, type Ignores } from './gitignore';
import { byCodeUnits, shownPath, unreadableFolder } from './paths';

/** A file to check. */
export interface Found {
  /** Absolute. */
  readonly file: string;
  /** As output shows it, see `shownPath`. */
  readonly path: string;
  readonly kind: FileKind;
}

export interface Discovery {
  /** Sorted by path, each file once. */
  readonly files: readonly Found[];
  /** What was named and does not exist or cannot be read, one line each. */
  readonly troubles: readonly string[];
}

export interface Surroundings {
  readonly cwd: string;
  readonly kindOf: (path: string) => FileKind | undefined;
  /** For tests. */
  readonly readFolder?: (folder: string) => Dirent[];
}

/** Finds what `check` is to look at: files, folders and globs, by default the working folder. Contract section 7. */
export function discover(given: readonly string[], surroundings: Surroundings): Discovery {
  const { cwd, kindOf } = surroundings;
  const kinds = new Map<string, FileKind>();
  const troubles: string[] = [];
  for (const name of given.length > 0 ? given : ['.']) {
    const { files, trouble } = resolveName(name, surroundings, troubles);
    if (trouble) troubles.push(trouble);
    // A file that is named is an indicator file, unless its name says otherwise.
    for (const file of files) kinds.set(file, kindOf(file) ?? 'zhibiao');
  }
  const files = [...kinds].map(([file, kind]): Found => ({ file, kind, path: shownPath(cwd, file) }));
  return { files: files.sort((a, b) => byCodeUnits(a.path, b.path)), troubles };
}

interface Resolved {
  readonly files: readonly string[];
  readonly trouble?: string;
}

function resolveName(name: string, surroundings: Surroundings, troubles: string[]): Resolved {
  const { cwd, kindOf } = surroundings;
  const isKnown = (path: string) => kindOf(path) !== undefined;
  const slashed = name.replaceAll('\\', '/');
  for (const path of [resolve(cwd, name), resolve(cwd, slashed)]) {
    const found = look(path);
    if (found === 'file') return { files: [path] };
    if (found === 'folder')
      return some(name, '文件夹中没有可以检查的文件', walk(path, isKnown, surroundings, troubles));
    if (found) return { files: [], trouble: `${visible(name)}：${found.reason}` };
  }
  const { base, glob, isGlob, negated } = picomatch.scan(slashed);
  if (!isGlob || negated) return { files: [], trouble: `${visible(name)}：没有这个文件或文件夹` };
  const folder = resolve(cwd, base);
  const matches = picomatch(glob, { dot: true });
  // Of other files that a wide glob matches, such as pictures, nobody wants to hear.
  const accept = (path: string) =>
    (isKnown(path) || /\.ya?ml$/i.test(path)) && matches(relative(folder, path).replaceAll('\\', '/'));
  return some(name, '没有匹配的文件', look(folder) === 'folder' ? walk(folder, accept, surroundings, troubles) : []);
}

function some(name: string, otherwise: string, files: readonly string[]): Resolved {
  return files.length > 0 ? { files } : { files, trouble: `${visible(name)}：${otherwise}` };
}

/** What stands at a path; undefined when there is nothing. */
function look(path: string): 'file' | 'folder' | { reason: string } | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    // A pipe or a device may never end.
    if (!stats.isFile() && !stats.isDirectory()) return { reason: '不是普通文件；管道的内容请用 --stdin 检查' };
    return stats.isFile() ? 'file' : 'folder';
  } catch (error) {
    return { reason: ioReason(error) };
  }
}

/** The accepted files in a folder and below; linked folders are not followed, so that no cycle matters. */
function walk(
  top: string,
  accept: (path: string) => boolean,
  { cwd, readFolder = readEntries }: Surroundings,
  troubles: string[],
): string[] {
  const git = gitignore(top);
  // A folder that is named is meant, even if git leaves it out.
  const ignored: Ignores = git(top, true) ? () => false : git;
  const files: string[] = [];
  const folders = [top];
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    let entries: Dirent[] = [];
    try {
      entries = readFolder(folder);
    } catch (error) {
      troubles.push(unreadableFolder(shownPath(cwd, folder), error));
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !ignored(path, true)) folders.push(path);
      } else if (accept(path) && look(path) !== 'folder' && !ignored(path, false)) {
        files.push(path);
      }
    }
  }
  return files;
}

function readEntries(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}
