import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { URI } from 'vscode-uri';
import type { Storage } from './environment';

/** Written in pieces of about so many characters. */
const PIECE = 256 * 1024;

/** A file in the folder that the client keeps for us. */
export function nodeStorage(folderUri: string): Storage | undefined {
  if (!folderUri.startsWith('file:')) return undefined;
  const folder = URI.parse(folderUri).fsPath;
  const path = join(folder, 'index.jsonl');
  return {
    async *read() {
      const input = createReadStream(path, 'utf8');
      try {
        yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
      } catch {
        // Nothing is kept yet, or it cannot be read: what was yielded so far lacks its end.
      } finally {
        input.destroy();
      }
    },
    async write(lines) {
      await mkdir(folder, { recursive: true });
      const draft = `${path}.${process.pid}.new`;
      try {
        const file = await open(draft, 'w');
        try {
          let piece = '';
          for await (const line of lines) {
            piece += `${line}\n`;
            if (piece.length < PIECE) continue;
            await file.write(piece);
            piece = '';
          }
          await file.write(piece);
        } finally {
          await file.close();
        }
        // Another window may read it meanwhile: it finds the old file or the new one, never half of it.
        await rename(draft, path);
      } catch (error) {
        await rm(draft, { force: true });
        throw error;
      }
    },
  };
}
