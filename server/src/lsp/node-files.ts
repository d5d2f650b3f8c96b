import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { URI } from 'vscode-uri';
import type { Files } from '../workspace/files';

/** The files of this machine. What cannot be read counts as absent. */
export const nodeFiles: Files = {
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
};
