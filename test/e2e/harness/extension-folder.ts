import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { listFiles, PackageManager } from '@vscode/vsce';
import { type Files, root, type TemporaryFolder, temporaryFolder, writeFiles } from './temporary';

/** A new folder with the files that are packed, and no others of the repository. @param more put beside or over them */
export async function extensionFolder(more: Files = {}): Promise<TemporaryFolder> {
  const folder = temporaryFolder();
  for (const name of await listFiles({ cwd: root, packageManager: PackageManager.None })) {
    cpSync(join(root, name), join(folder.path, name));
  }
  writeFiles(folder.path, more);
  return folder;
}
