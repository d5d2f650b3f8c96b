import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { Position, ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { nodeEngine } from '../../server/src/cli/node-engine';
import { decodeBytes } from '../../server/src/text/decode';
import { LineIndex } from '../../server/src/text/lines';
import { run } from '../cli/harness';
import { connect, FOLDER } from '../lsp/harness';
import { createChance } from './chance';
import { insertPieces, type Sample } from './texts';

/** Processor time that a megabyte may take; a smaller text may take it too. */
const MAX_SECONDS = 2;
const root = join(import.meta.dirname, '..', '..');
const options = { tabSize: 2, insertSpaces: true };

const AT_CURSOR: Readonly<Record<string, (at: Position, end: Position) => object>> = {
  hover: (position) => ({ position }),
  completion: (position) => ({ position, context: { triggerKind: 1 } }),
  definition: (position) => ({ position }),
  implementation: (position) => ({ position }),
  references: (position) => ({ position, context: { includeDeclaration: true } }),
  documentHighlight: (position) => ({ position }),
  prepareRename: (position) => ({ position }),
  selectionRange: (position) => ({ positions: [position] }),
  linkedEditingRange: (position) => ({ position }),
  onTypeFormatting: (position) => ({ position, ch: '\n', options }),
  codeAction: (start, end) => ({ range: { start, end }, context: { diagnostics: [], only: ['quickfix', 'refactor'] } }),
};
const OF_FILE: Readonly<Record<string, object>> = {
  documentSymbol: {},
  foldingRange: {},
  documentLink: {},
  codeLens: {},
  inlayHint: { range: { start: { line: 0, character: 0 }, end: { line: 99_999, character: 0 } } },
  'semanticTokens/full': {},
  formatting: { options },
};
const OURS = ['zhibiao/outline', 'zhibiao/units', 'zhibiao/preview', 'zhibiao/renumber'];

/** Feeds samples to the command line and to a server, both in this process; a fault is thrown. */
export interface Trial {
  /** @param seed chooses the edits and the places of the cursor */
  run(sample: Sample, seed: number): Promise<void>;
  end(): Promise<void>;
}

export async function createTrial(): Promise<Trial> {
  const engine = nodeEngine(root, '0');
  const faults: string[] = [];
  const capabilities = { textDocument: { diagnostic: {}, rename: { prepareSupport: true } } };
  const client = await connect(new Map(), capabilities, {}, undefined, [FOLDER], (connection) => {
    connection.onNotification('window/logMessage', ({ message }) => faults.push(message));
  });
  let version = 0;

  async function commandLine({ name, bytes }: Sample): Promise<void> {
    for (const argv of [['--format', 'json'], ['--fix']]) {
      const { code, out, err } = await timed(bytes.length, `check ${argv[0]}`, () =>
        run(root, ['check', '--stdin', '--stdin-filename', join(root, name), ...argv], { stdin: bytes, engine }),
      );
      // 2 is an honest answer to bytes that are no text.
      const isAnswer = code === 0 || code === 1 || (code === 2 && err !== '' && !err.includes('程序出错'));
      if (!isAnswer) throw new Error(`check ${argv.join(' ')}: ${code} ${err}`);
      if (argv[1] === 'json') JSON.parse(out);
    }
  }

  async function server({ name, bytes }: Sample, seed: number): Promise<void> {
    const chance = createChance(seed);
    const uri = `${FOLDER}/${name}`;
    let { text } = decodeBytes(bytes);
    await client.sendNotification('textDocument/didOpen', {
      textDocument: { uri, languageId: 'zhibiao', version: ++version, text },
    });
    for (let edits = 0; edits < 3; edits++) {
      const lines = new LineIndex(text);
      const at = () => lines.positionAt(chance.below(text.length + 1));
      const cursor = Object.entries(AT_CURSOR).map(
        ([method, rest]) => [`textDocument/${method}`, rest(at(), at())] as const,
      );
      const ofFile = Object.entries(OF_FILE).map(([method, rest]) => [`textDocument/${method}`, rest] as const);
      await ask('textDocument/diagnostic', uri, {}, bytes.length);
      for (const [method, rest] of bytes.length > 50_000
        ? [chance.pick([...cursor, ...ofFile])]
        : [...cursor, ...ofFile]) {
        await ask(method, uri, rest, bytes.length);
      }
      await ask(chance.pick(OURS), uri, {}, bytes.length);
      text = insertPieces(text, chance);
      await client.sendNotification('textDocument/didChange', {
        textDocument: { uri, version: ++version },
        contentChanges: [{ text }],
      });
    }
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  async function ask(method: string, uri: string, rest: object, length: number): Promise<void> {
    const params = { uri, textDocument: { uri }, ...rest };
    const about = `${method} ${JSON.stringify(rest)}`;
    await timed(length, about, () => answerOf(client, method, params, about));
    if (faults.length > 0) throw new Error(`${about}: ${faults.splice(0).join('\n')}`);
  }

  return {
    async run(sample, seed) {
      faults.length = 0;
      await commandLine(sample);
      await server(sample, seed);
    },
    async end() {
      await client.sendRequest('shutdown');
      client.dispose();
    },
  };
}

async function answerOf(client: ProtocolConnection, method: string, params: object, about: string): Promise<void> {
  const silence = new AbortController();
  const answer = client.sendRequest(method, params).then(
    () => undefined,
    (error: Error) => {
      throw new Error(`${about}: ${error.message}`);
    },
  );
  const hang = later(30_000, undefined, { signal: silence.signal }).then(
    () => {
      throw new Error(`${about}: no answer`);
    },
    () => undefined,
  );
  await Promise.race([answer, hang]).finally(() => silence.abort());
}

/** Processor time, since others may use the machine too. */
async function timed<T>(length: number, about: string, work: () => Promise<T>): Promise<T> {
  const before = process.cpuUsage();
  const result = await work();
  const { user, system } = process.cpuUsage(before);
  const seconds = (user + system) / 1e6;
  const allowed = MAX_SECONDS * Math.max(1, length / 1e6);
  if (seconds > allowed) throw new Error(`${about}: ${seconds.toFixed(1)} s for ${length} bytes`);
  return result;
}
