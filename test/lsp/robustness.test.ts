import { PassThrough } from 'node:stream';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createConnection } from 'vscode-languageserver/node';
import {
  CancellationTokenSource,
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';
import { features } from '../../server/src/lsp/features/index';
import { startServer } from '../../server/src/lsp/server';
import { wellFormed } from '../../server/src/lsp/well-formed';
import { seed } from '../service/harness';
import { connect, FOLDER } from './harness';

const uri = `${FOLDER}/a.zhibiao.yaml`;
const start = { line: 3, character: 2 };
const range = { start, end: start };
const options = { tabSize: 2, insertSpaces: true };

/** Every request that the server announces, or that a client of ours sends, as it should be. */
const REQUESTS: Readonly<Record<string, object>> = {
  'textDocument/hover': { position: start },
  'textDocument/completion': { position: start, context: { triggerKind: 1 } },
  'textDocument/definition': { position: start },
  'textDocument/implementation': { position: start },
  'textDocument/references': { position: start, context: { includeDeclaration: true } },
  'textDocument/documentHighlight': { position: start },
  'textDocument/documentLink': {},
  'textDocument/documentSymbol': {},
  'textDocument/foldingRange': {},
  'textDocument/selectionRange': { positions: [start] },
  'textDocument/linkedEditingRange': { position: start },
  'textDocument/prepareRename': { position: start },
  'textDocument/rename': { position: start, newName: '某区' },
  'textDocument/formatting': { options },
  'textDocument/rangeFormatting': { range, options },
  'textDocument/onTypeFormatting': { position: start, ch: '\n', options },
  'textDocument/codeAction': { range, context: { diagnostics: [] } },
  'textDocument/codeLens': {},
  'textDocument/inlayHint': { range },
  'textDocument/semanticTokens/full': {},
  'textDocument/semanticTokens/range': { range },
  'textDocument/diagnostic': {},
};
/** Requests that name their file otherwise. */
const OF_OURS: Readonly<Record<string, object>> = {
  'zhibiao/outline': {},
  'zhibiao/outline/details': { place: start, range },
  'zhibiao/units': {},
  'zhibiao/preview': {},
  'zhibiao/renumber': {},
};
const OTHERS: Readonly<Record<string, object>> = {
  'workspace/symbol': { query: '县' },
  'completionItem/resolve': { label: 'x' },
  'codeAction/resolve': { title: 'x' },
  'codeLens/resolve': { range },
  'zhibiao/editions': { folder: FOLDER },
  'zhibiao/newFile': { folder: FOLDER, edition: 'x', county: '某县', year: 2024 },
  'zhibiao/newRegistry': { county: '某县' },
  'zhibiao/checkWorkspace': {},
};

const URIS = [
  `${FOLDER}/closed.zhibiao.yaml`,
  `${FOLDER}/none.zhibiao.yaml`,
  'untitled:Untitled-1',
  'vscode-vfs://github/a/b.zhibiao.yaml',
  'git:/a.zhibiao.yaml?%7B',
  'file:///%E5%8E%BF%ZZ.zhibiao.yaml',
  'no uri at all',
  'a b:c',
  '',
  `file:///${'长'.repeat(5_000)}.zhibiao.yaml`,
];
const POSITIONS = [
  { line: 0, character: 4_000_000_000 },
  { line: 4_000_000_000, character: 0 },
  { line: 2 ** 53, character: 2 ** 53 },
];
const NO_PARAMS = [null, [], 7, 'x', {}, { textDocument: null }, { textDocument: { uri: 7 } }, { textDocument: uri }];
const NO_POSITIONS = [
  null,
  7,
  {},
  { line: 1 },
  { line: -1, character: 0 },
  { line: '1', character: 0 },
  { line: 0.5, character: 0 },
];

const INVALID_PARAMS = -32602;
const METHOD_NOT_FOUND = -32601;
const INVALID_REQUEST = -32600;
const SERVER_NOT_INITIALIZED = -32002;
const REQUEST_CANCELLED = -32800;
const REQUEST_FAILED = -32803;

let client: ProtocolConnection;
const faults: string[] = [];

beforeAll(async () => {
  const content = new Map([[`${FOLDER}/closed.zhibiao.yaml`, seed('as-printed/shapotou/shapotou.zhibiao.yaml')]]);
  const textDocument = { diagnostic: {}, rename: { prepareSupport: true } };
  client = await connect(content, { textDocument }, {}, undefined, [FOLDER], (connection) => {
    connection.onNotification('window/logMessage', ({ message }) => faults.push(message));
  });
  await client.sendNotification('textDocument/didOpen', {
    textDocument: { uri, languageId: 'zhibiao', version: 1, text },
  });
});
afterAll(async () => {
  await client.sendRequest('shutdown');
  client.dispose();
});
const text = '标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n';

/** The code of an answer, 0 for a good one; a hang is a fault. */
async function codeOf(method: string, params: unknown): Promise<number> {
  const answer = client.sendRequest(method, params).then(
    () => 0,
    (error: { code: number }) => error.code,
  );
  const late = new Promise<never>((_, reject) => setTimeout(() => reject(new Error(`${method} hangs`)), 5_000).unref());
  return Promise.race([answer, late]);
}

async function isAlive(): Promise<void> {
  const symbols = await client.sendRequest<unknown[]>('textDocument/documentSymbol', { textDocument: { uri } });
  expect(symbols).toHaveLength(2);
  expect(faults.splice(0)).toEqual([]);
}

describe('requests', () => {
  it('covers what the server announces', () => {
    const announced = Object.assign({}, ...features.map((feature) => feature.capabilities({})));
    const covered = Object.keys({ ...REQUESTS, ...OTHERS }).map((method) => method.replace(/^\w+\//, ''));
    const names: Readonly<Record<string, string>> = {
      documentFormatting: 'formatting',
      documentRangeFormatting: 'rangeFormatting',
      documentOnTypeFormatting: 'onTypeFormatting',
      workspaceSymbol: 'symbol',
      semanticTokens: 'semanticTokens/full',
    };
    const providers = Object.keys(announced).flatMap((key) => /^(.*)Provider$/.exec(key)?.[1] ?? []);
    expect(providers.length).toBeGreaterThan(15);
    expect(providers.map((name) => names[name] ?? name).filter((name) => !covered.includes(name))).toEqual([]);
  });

  it('is initialized once', async () => {
    expect(await codeOf('initialize', { processId: null, rootUri: null, capabilities: {} })).toBe(INVALID_REQUEST);
    await isAlive();
  });

  it.each(Object.entries(REQUESTS))('%s about files that are not there', async (method, params) => {
    for (const one of URIS) {
      const code = await codeOf(method, { textDocument: { uri: one }, ...params });
      // A rename is refused where there is nothing to rename.
      expect([one, method === 'textDocument/rename' && code === REQUEST_FAILED ? 0 : code]).toEqual([one, 0]);
    }
    await isAlive();
  });

  it.each(Object.entries(OF_OURS))('%s about files that are not there', async (method, params) => {
    for (const one of URIS) expect([one, await codeOf(method, { uri: one, ...params })]).toEqual([one, 0]);
    await isAlive();
  });

  it.each(Object.entries(REQUESTS))('%s at places far outside', async (method, params) => {
    for (const at of POSITIONS) {
      const places = {
        ...('position' in params && { position: at }),
        ...('positions' in params && { positions: [at, start] }),
        ...('range' in params && { range: { start: at, end: at } }),
      };
      const code = await codeOf(method, { textDocument: { uri }, ...params, ...places });
      expect([0, REQUEST_FAILED]).toContain(code);
    }
    // An end before its start.
    if ('range' in params) {
      const backwards = { start: { line: 9, character: 9 }, end: { line: 0, character: 0 } };
      expect(await codeOf(method, { textDocument: { uri }, ...params, range: backwards })).toBe(0);
    }
    await isAlive();
  });

  it.each(Object.entries({ ...REQUESTS, ...OF_OURS }))('%s with malformed parameters', async (method, params) => {
    for (const one of NO_PARAMS) expect([one, await codeOf(method, one)]).toEqual([one, INVALID_PARAMS]);
    for (const at of NO_POSITIONS) {
      for (const name of ['position', 'range', 'place'].filter((key) => key in params)) {
        const file = method in OF_OURS ? { uri } : { textDocument: { uri } };
        const wrong = { ...file, ...params, [name]: name === 'range' ? { start: at, end: at } : at };
        expect([wrong, await codeOf(method, wrong)]).toEqual([wrong, INVALID_PARAMS]);
      }
    }
    await isAlive();
  });

  it.each(Object.entries(OTHERS))('%s, good and malformed', async (method, params) => {
    expect(await codeOf(method, params)).toBe(0);
    for (const one of [7, 'x', [7]]) expect([one, await codeOf(method, one)]).toEqual([one, INVALID_PARAMS]);
    await isAlive();
  });

  it('refuses what it does not know, and says so', async () => {
    for (const method of [
      'textDocument/declaration',
      'workspace/executeCommand',
      'zhibiao/none',
      '__proto__',
      'constructor',
    ]) {
      const code = await codeOf(method, { textDocument: { uri }, position: start });
      expect([method, code]).toEqual([method, METHOD_NOT_FOUND]);
    }
    await isAlive();
  });

  it.each(Object.keys(REQUESTS))('%s, taken back at once', async (method) => {
    const source = new CancellationTokenSource();
    const answer = client.sendRequest(method, { textDocument: { uri }, ...REQUESTS[method] }, source.token);
    source.cancel();
    const code = await answer.then(
      () => 0,
      (error: { code: number }) => error.code,
    );
    // Answered before it was taken back, or refused because of it.
    expect([0, REQUEST_CANCELLED, REQUEST_FAILED]).toContain(code);
    await isAlive();
  });
});

it('what comes before `initialize` is refused, and a malformed one can be tried again', async () => {
  const [up, down] = [new PassThrough(), new PassThrough()];
  const server = createConnection(new StreamMessageReader(up), new StreamMessageWriter(down), {
    messageStrategy: wellFormed,
  });
  startServer(server, { corpora: [], ruleUrl: (rule) => rule });
  const raw = createProtocolConnection(new StreamMessageReader(down), new StreamMessageWriter(up));
  raw.listen();
  const ask = (method: string, params: object) =>
    raw.sendRequest(method, params).then(
      () => 0,
      (error: { code: number }) => error.code,
    );
  const hover = ['textDocument/hover', { textDocument: { uri }, position: start }] as const;
  expect(await ask(...hover)).toBe(SERVER_NOT_INITIALIZED);
  for (const wrong of [{}, { capabilities: null }, { capabilities: {}, rootUri: 7 }]) {
    expect(await ask('initialize', wrong)).toBe(INVALID_PARAMS);
  }
  expect(await ask('initialize', { capabilities: {}, workspaceFolders: [null] })).toBe(INVALID_PARAMS);
  expect(await ask('initialize', { processId: null, rootUri: null, capabilities: {} })).toBe(0);
  expect(await ask(...hover)).toBe(0);
  expect(await ask('zhibiao/none', {})).toBe(METHOD_NOT_FOUND);
  raw.dispose();
});

describe('notifications', () => {
  const open = (version: unknown, content: unknown = text, at: unknown = uri) =>
    client.sendNotification('textDocument/didOpen', {
      textDocument: { uri: at, languageId: 'zhibiao', version, text: content },
    });
  const change = (version: unknown, contentChanges: unknown, at: unknown = uri) =>
    client.sendNotification('textDocument/didChange', { textDocument: { uri: at, version }, contentChanges });
  const close = (at: unknown = uri) => client.sendNotification('textDocument/didClose', { textDocument: { uri: at } });
  const whole = [{ text }];

  it.each<[string, () => Promise<void>]>([
    [
      'a file opened twice',
      async () => {
        await open(1);
        await open(1);
      },
    ],
    ['a version that goes back', async () => change(-5, whole)],
    ['an enormous version', async () => change(2 ** 53, whole)],
    ['a change before the file is open', async () => change(1, whole, `${FOLDER}/new.zhibiao.yaml`)],
    ['a change without a version', async () => change(null, whole)],
    ['a change of nothing', async () => change(3, [])],
    ['a change that is none', async () => change(3, [{}, null, { text: 7 }])],
    ['a change far outside', async () => change(4, [{ range: { start: POSITIONS[2], end: POSITIONS[2] }, text: '' }])],
    [
      'a change that ends before it starts',
      async () =>
        change(5, [
          { range: { start: { line: 1, character: 1 }, end: { line: 1, character: 0 } }, text: '区' },
          { text },
        ]),
    ],
    [
      'a file closed twice',
      async () => {
        await open(1, text, `${FOLDER}/b.zhibiao.yaml`);
        await close(`${FOLDER}/b.zhibiao.yaml`);
        await close(`${FOLDER}/b.zhibiao.yaml`);
      },
    ],
    ['a file closed that was never open', async () => close(`${FOLDER}/never.zhibiao.yaml`)],
    ['an open file without a text', async () => open(1, undefined, `${FOLDER}/c.zhibiao.yaml`)],
    ['an open file without a name', async () => open(1, text, null)],
    [
      'files that no disk has',
      async () => {
        await open(1, text, 'untitled:a');
        await open(1, text, 'a b:c');
        await close('a b:c');
      },
    ],
    [
      'half a character in a path',
      async () => {
        const at = `${FOLDER}/half.zhibiao.yaml`;
        await open(1, '标题: 表\n单位名录: ./\ud83d.yaml\n', at);
        expect(await codeOf('textDocument/diagnostic', { textDocument: { uri: at } })).toBe(0);
      },
    ],
    ['settings of a wrong type', () => client.sendNotification('workspace/didChangeConfiguration', { settings: 7 })],
    ['no settings', () => client.sendNotification('workspace/didChangeConfiguration')],
    [
      'a change on disk that is none',
      () => client.sendNotification('workspace/didChangeWatchedFiles', { changes: [null, 7] }),
    ],
    ['changes of no list', () => client.sendNotification('workspace/didChangeWatchedFiles', {})],
    ['a cancellation of nothing', () => client.sendNotification('$/cancelRequest', { id: 'none' })],
    ['a notification that is optional', () => client.sendNotification('$/none', {})],
  ])('%s', async (_, send) => {
    await send();
    await isAlive();
  });
});

describe('a flood of changes on disk', () => {
  it('is one change', async () => {
    const content = new Map<string, string>();
    let [reads, refreshes] = [0, 0];
    const counted = new Map(content);
    counted.get = (key) => {
      reads++;
      return content.get(key);
    };
    const capabilities = { textDocument: { diagnostic: {} }, workspace: { diagnostics: { refreshSupport: true } } };
    const flooded = await connect(counted, capabilities, {}, undefined, [FOLDER], (connection) => {
      connection.onRequest('workspace/diagnostic/refresh', () => {
        refreshes++;
        return null;
      });
    });
    const changed = `${FOLDER}/x.danwei.yaml`;
    for (let i = 0; i < 10_000; i++) {
      await flooded.sendNotification('workspace/didChangeWatchedFiles', { changes: [{ uri: changed, type: 2 }] });
    }
    await expect.poll(() => reads).toBeGreaterThan(0);
    await flooded.sendRequest('workspace/symbol', { query: '' });
    expect(reads).toBeLessThan(100);
    expect(refreshes).toBeLessThan(100);
    await flooded.sendRequest('shutdown');
    flooded.dispose();
  });
});
