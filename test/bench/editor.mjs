// A language server as an editor sees it: how long from opening or typing until the findings are there.
import {
  createProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node.js';
import { typingPlace } from './inputs.mjs';
import { median, start } from './measure.mjs';

/** Time for a server to load its settings before a file is opened: not measured. */
const SETTLE_MS = 1000;
/** No more edits are begun after these. */
const BUDGET_MS = 90_000;

/**
 * @typedef {{ argv: string[], pull: boolean, settings: Record<string, unknown> }} Tool
 *   `pull`: findings are asked for, else the server sends them. `settings`: by section.
 * @typedef {{ open: number, edit: number, edits: number, mb: number }} Timing milliseconds, peak memory in MB
 */

/**
 * Opens a file in fresh servers, and types in the last one. Checks that the findings follow the text.
 * @param {Tool} tool
 * @param {{ folder: string, uri: string, text: string }} file
 * @param {{ opens: number, edits: number }} counts
 * @returns {Promise<Timing>} medians
 */
export async function editorTiming(tool, file, { opens, edits }) {
  const opened = [];
  for (let i = 1; i < opens; i++) {
    const session = await connect(tool, file.folder);
    opened.push((await session.open(file)).ms);
    await session.close();
  }
  const session = await connect(tool, file.folder);
  const first = await session.open(file);
  opened.push(first.ms);
  const typed = [];
  const place = positionAt(file.text, typingPlace(file.text));
  const begin = performance.now();
  // The first edits warm the server up, as they would in the hands of a person.
  for (let i = -2; i < edits && (i < 5 || performance.now() - begin < BUDGET_MS); i++) {
    const { ms } = await session.change(file.uri, i % 2 === 0 ? insertion(place, '的') : removal(place));
    if (i >= 0) typed.push(ms);
  }
  await provesFresh(session, file);
  return { open: median(opened), edit: median(typed), edits: typed.length, mb: await session.close() };
}

/** A key that no schema knows must show, or what was measured was no check. The first line may name the schema. */
async function provesFresh(session, file) {
  const { findings } = await session.change(file.uri, insertion({ line: 1, character: 0 }, '不认识的键: 1\n'));
  if (!JSON.stringify(findings).includes('不认识的键')) throw new Error(`没有查出错误的键：${file.uri}`);
}

async function connect({ argv, pull, settings }, folder) {
  const { child, ended, peak } = start([...argv, '--stdio'], { stdio: ['pipe', 'pipe', 'ignore'] });
  const client = createProtocolConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
  let version = 0;
  let arrived = () => {};
  client.onNotification('textDocument/publishDiagnostics', ({ diagnostics, version: of = version }) => {
    if (of === version) arrived(diagnostics);
  });
  client.onRequest('workspace/configuration', ({ items }) => items.map(({ section }) => settings[section] ?? null));
  client.onRequest('client/registerCapability', () => null);
  client.onRequest('workspace/diagnostic/refresh', () => null);
  client.onRequest('workspace/semanticTokens/refresh', () => null);
  client.listen();
  await client.sendRequest('initialize', {
    processId: null,
    rootUri: folder,
    workspaceFolders: [{ uri: folder, name: 'bench' }],
    capabilities: {
      workspace: { configuration: true, didChangeConfiguration: { dynamicRegistration: true } },
      textDocument: { publishDiagnostics: { relatedInformation: true }, ...(pull && { diagnostic: {} }) },
    },
  });
  await client.sendNotification('initialized', {});
  await new Promise((done) => setTimeout(done, SETTLE_MS));

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
  return {
    open: ({ uri, text, languageId = 'yaml' }) =>
      findingsAfter(uri, () =>
        client.sendNotification('textDocument/didOpen', {
          textDocument: { uri, languageId, version: ++version, text },
        }),
      ),
    change: (uri, change) =>
      findingsAfter(uri, () =>
        client.sendNotification('textDocument/didChange', {
          textDocument: { uri, version: ++version },
          contentChanges: [change],
        }),
      ),
    async close() {
      await client.sendRequest('shutdown');
      await client.sendNotification('exit');
      await ended;
      client.dispose();
      return peak();
    },
  };
}

function insertion(at, text) {
  return { range: { start: at, end: at }, text };
}

function removal({ line, character }) {
  return { range: { start: { line, character }, end: { line, character: character + 1 } }, text: '' };
}

function positionAt(text, offset) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length - 1, character: before.at(-1).length };
}
