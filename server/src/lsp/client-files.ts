import type { Connection } from 'vscode-languageserver';
import { findFilesRequest, listFilesRequest, readFileRequest } from '../protocol/files';
import type { Request } from '../protocol/request';
import type { WorkspaceFiles } from '../workspace/files';
import { kindOf, SKIPPED_FOLDERS } from '../workspace/kinds';

const nothing: WorkspaceFiles = { read: async () => undefined, list: async () => [], find: async () => [] };

/** Files of this machine where there are any, all others through the client, if it offers that. */
export function filesFor(
  connection: Connection,
  ofMachine: WorkspaceFiles | undefined,
  clientReads: boolean,
): WorkspaceFiles {
  const ofClient = clientReads ? clientFiles(connection) : nothing;
  const at = (uri: string) => (ofMachine && uri.startsWith('file:') ? ofMachine : ofClient);
  return {
    read: (uri) => at(uri).read(uri),
    list: (uri) => at(uri).list(uri),
    find: (uri) => at(uri).find(uri),
  };
}

/** A refusal counts as absent, as it does on disk. */
function clientFiles(connection: Connection): WorkspaceFiles {
  const ask = <P, R>({ method }: Request<P, R>, params: P, otherwise: R) =>
    connection.sendRequest<R>(method, params).catch(() => otherwise);
  return {
    async read(uri) {
      const base64 = await ask(readFileRequest, { uri }, null);
      return base64 === null ? undefined : Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
    },
    list: (uri) => ask(listFilesRequest, { uri }, []),
    async find(uri) {
      const found = await ask(findFilesRequest, { uri, skipped: [...SKIPPED_FOLDERS] }, []);
      return found.filter((file) => kindOf(file) !== undefined).sort();
    },
  };
}
