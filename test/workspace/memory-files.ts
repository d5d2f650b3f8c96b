import type { WorkspaceFiles } from '../../server/src/workspace/files';
import { kindOf } from '../../server/src/workspace/kinds';

/** Files in memory: URI → text or bytes. Tests change the map to change the disk. */
export function memoryFiles(content: Map<string, string | Uint8Array>): WorkspaceFiles {
  return {
    async read(uri) {
      const value = content.get(uri);
      return typeof value === 'string' ? new TextEncoder().encode(value) : value;
    },
    async list(folder) {
      return [...content.keys()].filter((uri) => uri.slice(0, uri.lastIndexOf('/')) === folder);
    },
    async find(folder) {
      return [...content.keys()].filter((uri) => uri.startsWith(`${folder}/`) && kindOf(uri));
    },
  };
}

export const FOLDER = 'file:///w';
