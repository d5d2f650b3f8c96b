import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { startServer } from '../../server/src/lsp/server';
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

/** A client in the same process as the server, over real streams. */
export async function connect(
  content: Map<string, string | Uint8Array>,
  capabilities: InitializeParams['capabilities'] = {},
  settings: unknown = {},
  initializationOptions: unknown = undefined,
): Promise<ProtocolConnection> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down)), {
    files: memoryFiles(content),
    corpora: [],
    ruleUrl: (rule) => `file:///docs/${rule}.md`,
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.onRequest('workspace/configuration', ({ items }: { items: unknown[] }) => items.map(() => settings));
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: FOLDER,
    capabilities,
    initializationOptions,
    workspaceFolders: [{ uri: FOLDER, name: 'w' }],
  });
  await client.sendNotification('initialized', {});
  return client;
}
