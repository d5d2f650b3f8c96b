import type { Files } from '../../workspace/files';
import { kindOf } from '../../workspace/kinds';
import { foldersAbove } from '../../workspace/uris';
import { contentHash, readBytes } from '../read';
import { toPath } from '../uris';

/** Files of this machine that remember what was seen of them, so that a result can say what it rests on. */
export interface Witness {
  /** For the project that checks. */
  readonly files: Files;
  /** The hash of what was read (or is read now), null where there is nothing; undefined when it changed meanwhile. */
  hashOf(uri: string): Promise<string | null | undefined>;
  /** Stands for the names of all registries, corpora and configs in the folder of a file and above it: which is nearest. */
  surroundingsOf(uri: string): Promise<string>;
  /** The file was written by this run. */
  forget(uri: string): void;
}

/** @param files lists folders; reading is done here, see `readBytes` */
export function witness(files: Pick<Files, 'list'>): Witness {
  const hashes = new Map<string, string | null | undefined>();
  const listings = new Map<string, Promise<readonly string[]>>();
  const signatures = new Map<string, string>();

  async function read(uri: string): Promise<Uint8Array | undefined> {
    const result = readBytes(toPath(uri), '');
    const bytes = 'bytes' in result ? result.bytes : undefined;
    const hash = bytes ? contentHash(bytes) : null;
    hashes.set(uri, hashes.has(uri) && hashes.get(uri) !== hash ? undefined : hash);
    return bytes;
  }

  function list(uri: string): Promise<readonly string[]> {
    const known = listings.get(uri) ?? files.list(uri);
    listings.set(uri, known);
    return known;
  }

  return {
    files: { read, list },
    async hashOf(uri) {
      if (!hashes.has(uri)) await read(uri);
      return hashes.get(uri);
    },
    async surroundingsOf(uri) {
      let signature = signatures.get(uri.slice(0, uri.lastIndexOf('/')));
      if (signature !== undefined) return signature;
      signature = '';
      // From the root downwards; folders without such files leave no trace, so that a project may move.
      for (const folder of foldersAbove(uri).reverse()) {
        const names = (await list(folder)).filter(leads).map((name) => name.slice(name.lastIndexOf('/') + 1));
        if (names.length > 0) signature = contentHash(JSON.stringify([signature, names.sort()]));
        signatures.set(folder, signature);
      }
      return signature;
    },
    forget: (uri) => hashes.delete(uri),
  };
}

/** True for the files that others lean on because they are near. */
function leads(uri: string): boolean {
  if (!/\.ya?ml$/i.test(uri)) return false;
  const kind = kindOf(uri);
  return kind !== undefined && kind !== 'zhibiao';
}
