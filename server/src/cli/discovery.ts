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
  /** True when it was given by name, not found in a folder or by a glob. */
  readonly isNamed: boolean;
}

export interface Discovery {
  /** Sorted by path, each file once. */
  readonly files: readonly Found[];
  /** What was named and does not exist or cannot be read, one line each. */
  readonly troubles: readonly string[];
  /** What was met in a folder and left out, one line each. */
  readonly notes: readonly string[];
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
  const found = new Map<string, Found>();
  const met: Met = { notes: new Set(), troubles: new Set() };
  for (const name of given.length > 0 ? given : ['.']) {
    const { files, trouble, isNamed = false } = resolveName(name, surroundings, met);
    if (trouble) met.troubles.add(trouble);
    for (const file of files) {
      // A file that is named is an indicator file, unless its name says otherwise.
      const kind = kindOf(file) ?? 'zhibiao';
      found.set(file, {
        file,
        kind,
        path: shownPath(cwd, file),
        isNamed: isNamed || found.get(file)?.isNamed === true,
      });
    }
  }
  const files = [...found.values()].sort((a, b) => byCodeUnits(a.path, b.path));
  return { files, troubles: [...met.troubles], notes: [...met.notes] };
}

/** Absolute paths of the files and folders that are looked at for these names: of a glob the folder that it begins with. */
export function namedPaths(given: readonly string[], cwd: string): string[] {
  return (given.length > 0 ? given : ['.']).map((name) => {
    const slashed = name.replaceAll('\\', '/');
    const found = [name, slashed].map((path) => resolve(cwd, path)).find((path) => look(path) !== undefined);
    const { base, isGlob } = picomatch.scan(slashed);
    return found ?? resolve(cwd, isGlob ? base : name);
  });
}

/** What is to be said of what was met, one line each; see `Discovery`. */
interface Met {
  readonly notes: Set<string>;
  readonly troubles: Set<string>;
}

interface Resolved {
  readonly files: readonly string[];
  readonly trouble?: string;
  readonly isNamed?: boolean;
}

function resolveName(name: string, surroundings: Surroundings, met: Met): Resolved {
  const { cwd, kindOf } = surroundings;
  const isKnown = (path: string) => kindOf(path) !== undefined;
  const slashed = name.replaceAll('\\', '/');
  for (const path of [resolve(cwd, name), resolve(cwd, slashed)]) {
    const found = look(path);
    if (found === 'file') return { files: [path], isNamed: true };
    if (found === 'folder') return inFolder(name, path, '文件夹中没有可以检查的文件', isKnown, surroundings, met);
    if (found) return { files: [], trouble: `${visible(name)}：${found.reason}` };
  }
  if (name === '-') return { files: [], trouble: '-：检查标准输入的内容请用 --stdin' };
  const { base, glob, isGlob, negated } = picomatch.scan(slashed);
  if (!isGlob || negated) return { files: [], trouble: `${visible(name)}：没有这个文件或文件夹` };
  const folder = resolve(cwd, base);
  const matches = picomatch(glob, { dot: true });
  // Of other files that a wide glob matches, such as pictures, nobody wants to hear.
  const accept = (path: string) =>
    (isKnown(path) || /\.ya?ml$/i.test(path)) && matches(relative(folder, path).replaceAll('\\', '/'));
  if (look(folder) !== 'folder') return { files: [], trouble: `${visible(name)}：没有匹配的文件` };
  return inFolder(name, folder, '没有匹配的文件', accept, surroundings, met);
}

/** @param otherwise what to say when there is none */
function inFolder(
  name: string,
  folder: string,
  otherwise: string,
  accept: (path: string) => boolean,
  surroundings: Surroundings,
  met: Met,
): Resolved {
  const { files, fault } = walk(folder, accept, surroundings, met);
  if (fault !== undefined) return { files, trouble: fault };
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

/**
 * The accepted files in a folder and below; linked folders are not followed, so that no cycle matters. What cannot be
 * looked into becomes a note, but for the folder itself, which was asked for.
 */
function walk(
  top: string,
  accept: (path: string) => boolean,
  { cwd, readFolder = readEntries }: Surroundings,
  { notes, troubles }: Met,
): { files: readonly string[]; fault?: string } {
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
      const line = unreadableFolder(shownPath(cwd, folder), error);
      if (folder === top) return { files, fault: line };
      // Deleted since it was listed: there is nothing to miss.
      if (!isGone(error)) notes.add(`${line}，已跳过`);
    }
    for (const entry of entries) {
      const path = join(folder, entry.name);
      if (isGarbled(entry.name, path)) {
        const line = `${visible(shownPath(cwd, path))}：名称不是 UTF-8 编码，打不开，请改名`;
        if (accept(path)) troubles.add(line);
        else if (entry.isDirectory() || /\.ya?ml$/i.test(path)) notes.add(`${line}；已跳过`);
      } else if (entry.isDirectory()) {
        if (!SKIPPED_FOLDERS.has(entry.name) && !ignored(path, true)) folders.push(path);
      } else if (accept(path) && !ignored(path, false)) {
        // The entry of a link says nothing of its target.
        const found = entry.isFile() ? 'file' : look(path);
        if (typeof found === 'object') notes.add(`${visible(shownPath(cwd, path))}：${found.reason}，已跳过`);
        else if (found === undefined) notes.add(`${visible(shownPath(cwd, path))}：符号链接指向的文件不存在，已跳过`);
        else if (found === 'file') files.push(path);
      }
    }
  }
  return { files };
}

/** A name in GBK, as archives made on Windows leave them, reads as U+FFFD here, and what it names cannot be opened so. */
function isGarbled(name: string, path: string): boolean {
  return name.includes('\uFFFD') && look(path) === undefined;
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}

function readEntries(folder: string): Dirent[] {
  return readdirSync(folder, { withFileTypes: true });
}
