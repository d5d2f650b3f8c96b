import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import type { StatedFiles } from '../workspace/files';
import { kindOf, SKIPPED_FOLDERS } from '../workspace/kinds';

/** The files of this machine. What cannot be read counts as absent. */
export const nodeFiles: StatedFiles = {
  async read(uri) {
    try {
      return await readFile(URI.parse(uri).fsPath);
    } catch {
      return undefined;
    }
  },
  async list(uri) {
    try {
      const folder = URI.parse(uri).fsPath || '/';
      const entries = await readdir(folder, { withFileTypes: true });
      return entries
        .filter((entry) => !entry.isDirectory())
        .map((entry) => pathToFileURL(join(folder, entry.name)).toString());
    } catch {
      return [];
    }
  },
  async find(uri) {
    const found: string[] = [];
    const folders = [URI.parse(uri).fsPath || '/'];
    for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
      // What cannot be read, or was deleted meanwhile, has no files; linked folders are not followed: they may form a cycle.
      for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => [])) {
        const path = join(folder, entry.name);
        if (!entry.isDirectory()) {
          if (kindOf(entry.name)) found.push(pathToFileURL(path).toString());
        } else if (!SKIPPED_FOLDERS.has(entry.name)) {
          folders.push(path);
        }
      }
    }
    return found.sort();
  },
  async stateOf(uri) {
    try {
      const { mtimeMs, size, ino } = await stat(URI.parse(uri).fsPath);
      return `${mtimeMs} ${size} ${ino}`;
    } catch {
      return undefined;
    }
  },
};
