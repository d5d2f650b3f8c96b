import { type Uri, workspace } from 'vscode';

/** The last part of a path: what the file or folder is called. */
export function nameOf({ path }: Uri): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

/** True for a file or folder that is there. */
export async function exists(uri: Uri): Promise<boolean> {
  return await workspace.fs.stat(uri).then(
    () => true,
    () => false,
  );
}
