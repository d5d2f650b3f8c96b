import { mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ProtocolConnection } from 'vscode-languageserver-protocol/node';
import { nodeStorage } from '../../server/src/lsp/node-storage';
import { connect, FOLDER, memoryFiles } from './harness';

const text = (unit: string) =>
  `标题: 表\n县区: 某县\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 1\n        内容: 做第一件事\n        责任单位: [${unit}]\n`;
const registry = '县区: 某县\n单位:\n  - 名称: 县财政局\n';
const registryUri = `${FOLDER}/x.danwei.yaml`;

let folder: string;
let content: Map<string, string>;
let states: Map<string, string>;
let reads: string[];
const clients: ProtocolConnection[] = [];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhibiao-index-'));
  content = new Map([[registryUri, registry]]);
  for (let i = 0; i < 40; i++) content.set(`${FOLDER}/${i}.zhibiao.yaml`, text('县财政局'));
  states = new Map([...content.keys()].map((uri) => [uri, '1']));
  reads = [];
});
afterEach(async () => {
  for (const client of clients.splice(0)) {
    await client.sendRequest('shutdown');
    client.dispose();
  }
  // The server may still be writing the index that it was building.
  await rm(folder, { recursive: true, maxRetries: 20, retryDelay: 50 });
});

/** A session up to the end of its indexing. @returns how many indicator files were read */
async function session(version = '1'): Promise<{ client: ProtocolConnection; read: number }> {
  reads = [];
  const files = memoryFiles(content);
  const environment = {
    files: {
      ...files,
      read: (uri: string) => {
        reads.push(uri);
        return files.read(uri);
      },
      stateOf: async (uri: string) => states.get(uri),
    },
    storage: nodeStorage,
    version,
  };
  let isDone = false;
  const capabilities = { window: { workDoneProgress: true }, textDocument: { diagnostic: {} } };
  const options = { storage: pathToFileURL(join(folder, 'ours')).toString() };
  const client = await connect(
    new Map(),
    capabilities,
    {},
    options,
    [FOLDER],
    (connection) => {
      connection.onRequest('window/workDoneProgress/create', () => null);
      connection.onNotification('$/progress', ({ value }) => {
        isDone ||= value.kind === 'end';
      });
    },
    environment,
  );
  clients.push(client);
  await expect.poll(() => isDone, { interval: 5 }).toBe(true);
  return { client, read: reads.filter((uri) => uri.includes('.zhibiao.')).length };
}

const path = () => join(folder, 'ours', 'index.jsonl');
const kept = () => expect.poll(() => readdirSync(join(folder, 'ours')).join(), { interval: 5 }).toBe('index.jsonl');

async function symbolsOf(client: ProtocolConnection, query: string): Promise<number> {
  return (await client.sendRequest<unknown[]>('workspace/symbol', { query })).length;
}

describe('an index that is kept between sessions', () => {
  it('saves reading what has not changed, and says the same', async () => {
    const first = await session();
    expect(first.read).toBe(40);
    await kept();
    const second = await session();
    expect(second.read).toBe(0);
    expect(await symbolsOf(second.client, '第一件事')).toBe(await symbolsOf(first.client, '第一件事'));
    expect(await symbolsOf(second.client, '第一件事')).toBe(40);
  });

  it('reads what changed, and forgets what is gone', async () => {
    await session();
    await kept();
    content.set(`${FOLDER}/7.zhibiao.yaml`, text('县财政局').replace('第一件', '第二件'));
    states.set(`${FOLDER}/7.zhibiao.yaml`, '2');
    content.delete(`${FOLDER}/8.zhibiao.yaml`);
    const { client, read } = await session();
    expect(read).toBe(1);
    expect(await symbolsOf(client, '第二件事')).toBe(1);
    expect(await symbolsOf(client, '第一件事')).toBe(38);
  });

  it.each<[string, () => void]>([
    ['a registry that changed', () => states.set(registryUri, '2')],
    ['a registry that is gone', () => content.delete(registryUri) && states.delete(registryUri)],
    ['a new neighbour', () => content.set(`${FOLDER}/y.danwei.yaml`, registry)],
    ['an index that breaks off', () => writeFileSync(path(), readFileSync(path(), 'utf8').slice(0, -20))],
    ['an index of other bytes', () => writeFileSync(path(), Buffer.from([0xff, 0, 10, 0x7b]))],
    ['an empty index', () => writeFileSync(path(), '')],
  ])('reads all again after %s', async (_, happens) => {
    await session();
    await kept();
    happens();
    expect((await session()).read).toBe(40);
  });

  it('reads all again with another edition of the tool', async () => {
    await session('1');
    await kept();
    expect((await session('2')).read).toBe(40);
  });

  it('does without where nothing can be kept', async () => {
    writeFileSync(join(folder, 'ours'), 'a file where the folder should be');
    expect((await session()).read).toBe(40);
    expect((await session()).read).toBe(40);
  });

  it('keeps nothing outside the disk', () => {
    expect(nodeStorage('vscode-vfs://github/a')).toBeUndefined();
  });
});
