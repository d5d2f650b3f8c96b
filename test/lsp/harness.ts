import { PassThrough } from 'node:stream';
import { createConnection } from 'vscode-languageserver/node';
import {
  createProtocolConnection,
  type InitializeParams,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import type { Environment } from '../../server/src/lsp/environment';
import { startServer } from '../../server/src/lsp/server';
import { wellFormed } from '../../server/src/lsp/well-formed';
import { FOLDER, memoryFiles } from '../workspace/memory-files';

export { FOLDER, memoryFiles };

/**
 * A client in the same process as the server, over real streams.
 * @param settings of section `zhibiao`; a function gives those of each folder
 */
export async function connect(
  content: Map<string, string | Uint8Array>,
  capabilities: InitializeParams['capabilities'] = {},
  settings: unknown = {},
  initializationOptions: unknown = undefined,
  folders: readonly string[] = [FOLDER],
  prepare: (client: ProtocolConnection) => void = () => {},
  environment: Partial<Environment> = {},
): Promise<ProtocolConnection> {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const strategy = { messageStrategy: wellFormed };
  startServer(createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), strategy), {
    files: memoryFiles(content),
    corpora: [],
    ruleUrl: (rule) => `file:///docs/${rule}.md`,
    ...environment,
  });
  const client = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  client.onRequest('workspace/configuration', ({ items }: { items: { scopeUri?: string }[] }) =>
    items.map(({ scopeUri }) => (typeof settings === 'function' ? settings(scopeUri) : settings)),
  );
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('workspace/diagnostic/refresh', () => null);
  prepare(client);
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: folders[0] ?? null,
    capabilities,
    initializationOptions,
    workspaceFolders: folders.map((uri) => ({ uri, name: uri })),
  });
  await client.sendNotification('initialized', {});
  return client;
}
