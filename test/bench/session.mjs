// A language server as an editor sees it: a session, and how long each answer takes.
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node.js';
import { start } from './measure.mjs';

/**
 * @typedef {{ argv: string[], pull: boolean, settings: Record<string, unknown> }} Tool
 *   `pull`: findings are asked for, else the server sends them. `settings`: by section.
 * @typedef {{ uri: string, text: string, languageId?: string }} File
 */

/**
 * Starts a server and shakes hands.
 * @param {Tool} tool @param {string} folder URI of the workspace folder @param {{ settle?: number }} options milliseconds
 *   that the server has for its settings before anything is asked
 */
export async function connect({ argv, pull, settings }, folder, { settle = 1000 } = {}) {
  const spawned = performance.now();
  const { child, ended, memory } = start([...argv, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  let version = 0;
  let arrived = () => {};
  client.onNotification('textDocument/publishDiagnostics', ({ diagnostics, version: of = version }) => {
    if (of === version) arrived(diagnostics);
  });
  client.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => settings[section] ?? null));
  client.onRequest('client/registerCapability', () => null);
  for (const what of ['diagnostic', 'semanticTokens', 'codeLens', 'inlayHint']) {
    client.onRequest(`workspace/${what}/refresh`, () => null);
  }
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: {
        publishDiagnostics: { relatedInformation: true },
        hover: { contentFormat: ['markdown'] },
        completion: { completionItem: { snippetSupport: true } },
        documentSymbol: { hierarchicalDocumentSymbolSupport: true },
        ...(pull && { diagnostic: {} }),
      },
    },
  });
  await client.sendNotification('initialized', {});
  if (settle > 0) await new Promise((done) => setTimeout(done, settle));

  async function findingsAfter(uri, send) {
    const pushed = new Promise((done) => {
      arrived = done;
    });
    const begin = performance.now();
    await send();
    const findings = pull
      ? (await client.sendRequest('textDocument/diagnostic', { textDocument: { uri } })).items
      : await pushed;
    return { ms: performance.now() - begin, findings };
  }

  const didChange = (uri, change) =>
    client.sendNotification('textDocument/didChange', {
      textDocument: { uri, version: ++version },
      contentChanges: [change],
    });

  return {
    /** Milliseconds since the process was spawned. */
    age: () => performance.now() - spawned,
    open: ({ uri, text, languageId = 'yaml' }) =>
      findingsAfter(uri, () =>
        client.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId, version: ++version, text },
        }),
      ),
    change: (uri, change) => findingsAfter(uri, () => didChange(uri, change)),
    /** Asks right behind an edit, as an editor does. */
    async ask(uri, change, method, params = {}) {
      const begin = performance.now();
      await didChange(uri, change);
      const answer = await client.sendRequest(`textDocument/${method}`, { textDocument: { uri }, ...params });
      return { ms: performance.now() - begin, answer };
    },
    async close() {
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      await ended;
      client.dispose();
      return memory();
    },
  };
}

export function insertion(at, text) {
  return { range: { start: at, end: at }, text };
}

export function removal({ line, character }) {
  return { range: { start: { line, character }, end: { line, character: character + 1 } }, text: '' };
}

export function positionAt(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}
