import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

/** The repository's root folder, absolute. */
export const root = resolve(import.meta.dirname, '..', '..', '..');

/** Files of a workspace: name relative to its folder → text or bytes. */
export type Files = Readonly<Record<string, string | Uint8Array>>;

export interface TemporaryFolder {
  readonly path: string;
  remove(): void;
}

/** A new folder of its own under the system's temporary folder, holding `files`. */
export function temporaryFolder(files: Files = {}): TemporaryFolder {
  const path = mkdtempSync(join(tmpdir(), 'zhibiao-'));
  writeFiles(path, files);
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Writes `files` under `folder`, with the folders that they need. */
export function writeFiles(folder: string, files: Files): void {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
}
