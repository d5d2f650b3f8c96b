import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import {
  CancellationTokenSource,
  type Diagnostic,
  type ProtocolConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver-protocol/node';
import { connect, FOLDER } from './harness';

const registryUri = `${FOLDER}/x.danwei.yaml`;
const uris = ['a', 'b'].map((name) => `${FOLDER}/${name}.zhibiao.yaml`);
const registry = '县区: 某县\n单位:\n  - 名称: 县财政局\n';
const item = (number: number) =>
  `      - 序号: ${number}\n        内容: 做第${number}件事\n        责任单位: [县财政局]\n`;
const text = `标题: 表\n县区: 某县\n年度: 2022\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n${[1, 2, 3, 4, 5].map(item).join('')}`;

let clients: ProtocolConnection[] = [];
afterEach(async () => {
  for (const client of clients) {
    await client.sendRequest('shutdown');
    client.dispose();
  }
  clients = [];
});

async function start(capabilities: object, prepare?: (client: ProtocolConnection) => void) {
  const client = await connect(new Map([[registryUri, registry]]), capabilities, {}, undefined, [FOLDER], prepare);
  clients.push(client);
  return client;
}

function open(client: ProtocolConnection, uri: string, content: string) {
  const textDocument = { uri, languageId: 'zhibiao', version: 1, text: content };
  return client.sendNotification('textDocument/didOpen', { textDocument });
}

function change(client: ProtocolConnection, uri: string, version: number, content: string) {
  return client.sendNotification('textDocument/didChange', {
    textDocument: { uri, version },
    contentChanges: [{ text: content }],
  });
}

/** What a fresh server says of the same texts. */
async function fresh(texts: ReadonlyMap<string, string>): Promise<Map<string, Diagnostic[]>> {
  const client = await start({ textDocument: { diagnostic: {}, publishDiagnostics: { relatedInformation: true } } });
  for (const [uri, content] of texts) await open(client, uri, content);
  const found = new Map<string, Diagnostic[]>();
  for (const uri of texts.keys()) {
    const report = await client.sendRequest<{ items: Diagnostic[] }>('textDocument/diagnostic', {
      textDocument: { uri },
    });
    found.set(uri, report.items);
  }
  return found;
}

type Step =
  | { kind: 'edit'; file: number; at: number; remove: number; insert: string }
  | { kind: 'registry'; name: string }
  | { kind: 'ask'; file: number; method: string; isCancelled: boolean }
  | { kind: 'pause' };

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      file: fc.nat(1),
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      remove: fc.nat(6),
      insert: fc.constantFrom('', '的', '：', '\n', ' ', '- ', '县教育局', item(9), '"', '第9项'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('registry' as const), name: fc.constantFrom('县财政局', '县教育局', '') }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('ask' as const),
      file: fc.nat(1),
      method: fc.constantFrom('documentSymbol', 'foldingRange', 'codeLens', 'documentLink', 'semanticTokens/full'),
      isCancelled: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.constant({ kind: 'pause' as const }) },
);

/** Plays steps to a server that pushes, without waiting for anything but in pauses; returns the texts at the end. */
async function play(client: ProtocolConnection, steps: readonly Step[]): Promise<Map<string, string>> {
  const texts = new Map([...uris.map((uri) => [uri, text] as const), [registryUri, registry]]);
  for (const [uri, content] of texts) await open(client, uri, content);
  const asked: Promise<unknown>[] = [];
  for (const [i, one] of steps.entries()) {
    if (one.kind === 'pause') await new Promise((done) => setTimeout(done, 5));
    if (one.kind === 'edit') {
      const uri = uris[one.file] ?? '';
      const before = texts.get(uri) ?? '';
      const at = Math.floor(one.at * before.length);
      texts.set(uri, before.slice(0, at) + one.insert + before.slice(at + one.remove));
      change(client, uri, i + 2, texts.get(uri) ?? '');
    }
    if (one.kind === 'registry') {
      texts.set(registryUri, registry.replace('县财政局', one.name));
      change(client, registryUri, i + 2, texts.get(registryUri) ?? '');
    }
    if (one.kind === 'ask') {
      const source = new CancellationTokenSource();
      const textDocument = { uri: uris[one.file] };
      asked.push(
        client.sendRequest(`textDocument/${one.method}`, { textDocument }, source.token).catch(() => undefined),
      );
      if (one.isCancelled) source.cancel();
    }
  }
  await Promise.all(asked);
  return texts;
}

describe('bursts of changes and requests', () => {
  it('end with the findings of a fresh check', async () => {
    const runs = Number(process.env.ZHIBIAO_RUNS ?? 25);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const last = new Map<string, PublishDiagnosticsParams>();
        const related = { textDocument: { publishDiagnostics: { relatedInformation: true } } };
        const client = await start(related, (connection) => {
          connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
            last.set(params.uri, params);
          });
        });
        const texts = await play(client, steps);
        for (const [uri, diagnostics] of await fresh(texts)) {
          await expect.poll(() => last.get(uri)?.diagnostics, { interval: 5 }).toEqual(diagnostics);
        }
      }),
      { numRuns: runs, seed: 20_211_020, endOnFailure: runs < 100 },
    );
  });

  it('check only the newest of the versions that come together', async () => {
    const published: (number | undefined)[] = [];
    const client = await start({}, (connection) => {
      connection.onNotification('textDocument/publishDiagnostics', ({ version }) => published.push(version));
    });
    await open(client, uris[0] ?? '', text);
    for (let version = 2; version <= 200; version++) change(client, uris[0] ?? '', version, `${text}# ${version}\n`);
    await expect.poll(() => published.at(-1), { interval: 5 }).toBe(200);
    expect(published.length).toBeLessThan(20);
  });

  it('say nothing more of a file that is closed', async () => {
    const published: PublishDiagnosticsParams[] = [];
    const client = await start({}, (connection) => {
      connection.onNotification('textDocument/publishDiagnostics', (params) => published.push(params));
    });
    const uri = uris[0] ?? '';
    await open(client, uri, text.replace('县财政局', '县教育局'));
    change(client, uri, 2, text.replace('县财政局', '县民政局'));
    await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
    await client.sendRequest('workspace/symbol', { query: '' });
    await new Promise((done) => setTimeout(done, 100));
    expect(published.at(-1)).toEqual({ uri, diagnostics: [] });
  });

  it('does not judge before the settings are known', async () => {
    const first: number[] = [];
    const content = new Map<string, string>([[registryUri, registry.replace('县财政局', '县教育局')]]);
    const settings = { rules: { 'unit-unknown': 'off' } };
    const capabilities = { workspace: { configuration: true } };
    const client = await connect(content, capabilities, settings, undefined, [FOLDER], (connection) => {
      connection.onNotification('textDocument/publishDiagnostics', ({ diagnostics }) => first.push(diagnostics.length));
    });
    clients.push(client);
    await open(client, uris[0] ?? '', text);
    await expect.poll(() => first.length, { interval: 5 }).toBeGreaterThan(0);
    expect(first[0]).toBe(0);
  });
});
