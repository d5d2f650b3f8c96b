import { describe, expect, it } from 'vitest';
import type { Connection } from 'vscode-languageserver';
import { filesFor } from '../../server/src/lsp/client-files';
import { memoryFiles } from './harness';

/** A client that answers by method, and rejects what it does not know. */
function connection(answers: Readonly<Record<string, unknown>>): Connection {
  const sendRequest = async (method: string, params: unknown) => {
    if (!(method in answers)) throw new Error(`unknown ${method}`);
    const answer = answers[method];
    return typeof answer === 'function' ? answer(params) : answer;
  };
  return { sendRequest } as unknown as Connection;
}

const virtual = 'vscode-vfs://github/a/b';

describe('files that only the client can read', () => {
  it('come as bytes', async () => {
    const text = '标题: 测试\uFEFF𠮷\n';
    const read = ({ uri }: { uri: string }) =>
      uri === `${virtual}/a.yaml` ? Buffer.from(text).toString('base64') : null;
    const files = filesFor(connection({ 'zhibiao/files/read': read }), undefined, true);
    expect(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await files.read(`${virtual}/a.yaml`))).toBe(text);
    expect(await files.read(`${virtual}/b.yaml`)).toBeUndefined();
  });

  it('are found below a folder: ours, sorted, without those of folders that are left out', async () => {
    const asked: unknown[] = [];
    const find = (params: unknown) => {
      asked.push(params);
      return ['c.danwei.yaml', '%E7%94%B2.%E6%8C%87%E6%A0%87.yml', 'zhibiao.config.yaml', 'ci.yml'].map(
        (name) => `${virtual}/${name}`,
      );
    };
    const files = filesFor(connection({ 'zhibiao/files/find': find }), undefined, true);
    expect(await files.find(virtual)).toEqual(
      ['%E7%94%B2.%E6%8C%87%E6%A0%87.yml', 'c.danwei.yaml', 'zhibiao.config.yaml'].map((name) => `${virtual}/${name}`),
    );
    expect(asked).toEqual([{ uri: virtual, skipped: expect.arrayContaining(['node_modules', '.git']) }]);
  });

  it('count as absent where the client refuses, or offers none', async () => {
    for (const files of [filesFor(connection({}), undefined, true), filesFor(connection({}), undefined, false)]) {
      expect(await files.read(`${virtual}/a.yaml`)).toBeUndefined();
      expect(await files.list(virtual)).toEqual([]);
      expect(await files.find(virtual)).toEqual([]);
    }
  });

  it('are not asked for where the machine has them', async () => {
    const machine = memoryFiles(new Map([['file:///w/a.zhibiao.yaml', 'x']]));
    const files = filesFor(connection({ 'zhibiao/files/list': ['of the client'] }), machine, true);
    expect(await files.list('file:///w')).toEqual(['file:///w/a.zhibiao.yaml']);
    expect(await files.list(virtual)).toEqual(['of the client']);
  });
});
