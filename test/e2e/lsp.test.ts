import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServerClient, startServer } from './harness/lsp-client';
import { cli, run } from './harness/product';
import { clean, longFile, trapped } from './harness/samples';
import { type TemporaryFolder, temporaryFolder, writeFiles } from './harness/temporary';

const pull = { textDocument: { diagnostic: {} } };
const nowhere = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };

let folder: TemporaryFolder;
let server: ServerClient | undefined;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => {
  server?.kill();
  server = undefined;
  folder.remove();
});

const uriOf = (name: string) => pathToFileURL(join(folder.path, name)).toString();
const uri = () => uriOf('a.zhibiao.yaml');

async function start(capabilities = {}): Promise<ServerClient> {
  const command = [process.execPath, cli, 'lsp', '--stdio'] as const;
  server = await startServer({ command: [...command], capabilities, rootUri: pathToFileURL(folder.path).toString() });
  return server;
}

/** What a client would write: LSP frames, in any order and number. */
function frames(...messages: readonly object[]): Buffer {
  return Buffer.concat(
    messages.map((message) => {
      const body = Buffer.from(JSON.stringify({ jsonrpc: '2.0', ...message }));
      return Buffer.concat([Buffer.from(`Content-Length: ${body.length}\r\n\r\n`), body]);
    }),
  );
}

const initialize = { id: 1, method: 'initialize', params: { processId: null, rootUri: null, capabilities: {} } };

/** Reads frames back; throws for whatever else stands between them. */
function readFrames(output: string): unknown[] {
  const bytes = Buffer.from(output);
  const messages: unknown[] = [];
  for (let at = 0; at < bytes.length; ) {
    const head = /^Content-Length: (\d+)\r\n\r\n/.exec(bytes.toString('latin1', at, at + 60));
    if (!head) throw new Error(`no frame: ${bytes.toString('utf8', at, at + 200)}`);
    const start = at + head[0].length;
    at = start + Number(head[1]);
    messages.push(JSON.parse(bytes.toString('utf8', start, at)));
  }
  return messages;
}

describe('many and fast changes', () => {
  it('ends with the findings of the last text, typed key by key', async () => {
    const client = await start();
    await client.open(uri(), clean);
    expect(await client.waitForDiagnostics(uri())).toEqual([]);
    const before = client.published.length;
    const text = '\n说明：一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七';
    const start_ = { line: 18, character: 0 };
    for (const [index, character] of [...text].entries()) {
      const line = index === 0 ? 18 : 19;
      const at = { line, character: index === 0 ? 0 : index - 1 };
      await client.change(uri(), [{ range: { start: at, end: at }, text: character }]);
    }
    const typed = await client.waitForDiagnostics(uri(), (found) => found.length > 0);
    expect(typed.map(({ code, range }) => [code, range.start.line])).toEqual([['yaml-fullwidth', 19]]);
    // A pause, not every key, is answered.
    expect(client.published.length - before).toBeLessThan(10);
    await client.change(uri(), [{ range: { start: start_, end: { line: 20, character: 0 } }, text: '' }]);
    await client.waitForDiagnostics(uri(), (found) => found.length === 0);
  });

  it('answers each of fifty pulls in a row, the last with the last text', async () => {
    const client = await start(pull);
    await client.open(uri(), clean);
    const answers = [];
    for (let round = 0; round < 50; round++) {
      await client.change(uri(), round % 2 === 0 ? trapped('full-width colon') : clean);
      answers.push(client.pull(uri()));
    }
    const reports = await Promise.all(answers);
    expect(reports).toHaveLength(50);
    expect(reports.at(-1)).toEqual({ kind: 'full', items: [] });
  });

  it('says nothing more of a file that was closed while it was being checked', async () => {
    const client = await start();
    await client.open(uri(), longFile(200_000));
    await client.close(uri());
    await client.open(uriOf('b.zhibiao.yaml'), trapped('full-width colon'));
    await client.waitForDiagnostics(uriOf('b.zhibiao.yaml'), (found) => found.length === 1);
    const told = client.published.filter((params) => params.uri === uri());
    expect(told.at(-1)?.diagnostics).toEqual([]);
    expect(told.every(({ diagnostics }) => diagnostics.length === 0)).toBe(true);
  });
});

describe('files that lean on others', () => {
  const leaning = clean.replace(/单位名录: .*/, '单位名录: ./u.danwei.yaml');
  const units = '县区: 测试县\n单位:\n  - 名称: 县委办\n  - 名称: 县政府办\n  - 名称: 县司法局\n';
  const without = units.replace('  - 名称: 县司法局\n', '');

  it('follow a registry that is edited, and come back when the edit is thrown away', async () => {
    writeFiles(folder.path, { 'u.danwei.yaml': units });
    const client = await start();
    await client.open(uri(), leaning);
    expect(await client.waitForDiagnostics(uri())).toEqual([]);
    await client.open(uriOf('u.danwei.yaml'), units);
    await client.change(uriOf('u.danwei.yaml'), without);
    const found = await client.waitForDiagnostics(uri(), (diagnostics) => diagnostics.length > 0);
    expect(found.map(({ code }) => code)).toEqual(['unit-unknown']);
    await client.close(uriOf('u.danwei.yaml'));
    await client.waitForDiagnostics(uri(), (diagnostics) => diagnostics.length === 0);
  });

  it('follow a registry that changes, vanishes and comes back on disk', async () => {
    writeFiles(folder.path, { 'u.danwei.yaml': units });
    const client = await start();
    await client.open(uri(), leaning);
    expect(await client.waitForDiagnostics(uri())).toEqual([]);
    const changed = (type: number) =>
      client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: uriOf('u.danwei.yaml'), type }] });
    writeFiles(folder.path, { 'u.danwei.yaml': without });
    await changed(2);
    await client.waitForDiagnostics(uri(), ([first]) => first?.code === 'unit-unknown');
    folder.remove();
    await changed(3);
    await client.waitForDiagnostics(uri(), ([first]) => first?.code === 'registry');
    writeFiles(folder.path, { 'u.danwei.yaml': units });
    await changed(1);
    await client.waitForDiagnostics(uri(), (found) => found.length === 0);
  });
});

describe('a document of 5 MB', () => {
  it('is checked, and the server keeps answering', async () => {
    const client = await start(pull);
    const text = longFile(5_000_000);
    const began = performance.now();
    await client.open(uri(), text);
    await client.open(uriOf('small.zhibiao.yaml'), trapped('full-width colon'));
    const report = await client.pull(uri());
    const first = performance.now() - began;
    expect(report.kind).toBe('full');
    const small = await client.pull(uriOf('small.zhibiao.yaml'));
    expect(small).toMatchObject({ items: [{ code: 'yaml-fullwidth' }] });

    const again = performance.now();
    await client.change(uri(), [
      { range: { start: { line: 10, character: 14 }, end: { line: 10, character: 15 } }, text: '：' },
    ]);
    await client.pull(uri());
    const second = performance.now() - again;
    console.log(`5 MB: ${Math.round(first)} ms to open, ${Math.round(second)} ms after a key`);
    expect(await client.shutdown()).toBe(0);
  });
});

describe('a client that misbehaves', () => {
  it('gets an error for what is unknown, and the server goes on', async () => {
    const client = await start(pull);
    await expect(client.request('textDocument/nonsense', {})).rejects.toThrow(/Unhandled method/);
    await client.notify('$/nonsense', { a: 1 });
    await client.notify('workspace/didChangeConfiguration', { settings: null });
    await client.notify('workspace/didChangeConfiguration', {
      settings: { zhibiao: { rules: 7, corpora: {}, registry: [] } },
    });
    await client.notify('workspace/didChangeWatchedFiles', { changes: [{ uri: 'nonsense:%%', type: 3 }] });
    expect(await client.pull(uriOf('never-opened.zhibiao.yaml'))).toEqual({ kind: 'full', items: [] });
    expect(await client.codeActions(uriOf('never-opened.zhibiao.yaml'), nowhere)).toEqual([]);
    for (const odd of [
      'untitled:Untitled-1',
      'git:/a.zhibiao.yaml?{}',
      'vscode-vfs://github/x/y/a.zhibiao.yaml',
      'x',
    ]) {
      await client.open(odd, trapped('full-width colon'));
      expect(await client.pull(odd)).toMatchObject({ items: [{ code: 'yaml-fullwidth' }] });
    }
    const far = { start: { line: 9_999, character: 9 }, end: { line: 99_999, character: 0 } };
    await client.open(uri(), trapped('full-width colon'));
    expect(await client.codeActions(uri(), far, [], ['quickfix'])).toEqual([]);
    await client.change(uri(), [{ range: far, text: '# 末尾\n' }]);
    expect(await client.pull(uri())).toMatchObject({ items: [{ code: 'yaml-fullwidth' }] });
    expect(await client.shutdown()).toBe(0);
    expect(client.stderr()).toBe('');
  });

  it('may leave without a word: the server ends too', async () => {
    const { code, stdout, stderr } = await run(process.execPath, [cli, 'lsp', '--stdio'], {
      cwd: folder.path,
      input: frames(initialize, { method: 'initialized', params: {} }),
      timeout: 5_000,
    });
    expect(code).not.toBeNull();
    expect(stderr).toBe('');
    expect(readFrames(stdout)).toEqual(expect.any(Array));
  });

  it('gets 0 after shutdown and exit, 1 after exit alone', async () => {
    const lsp = (...messages: readonly object[]) =>
      run(process.execPath, [cli, 'lsp', '--stdio'], { input: frames(...messages), staysOpen: true, timeout: 5_000 });
    expect(await lsp(initialize, { id: 2, method: 'shutdown' }, { method: 'exit' })).toMatchObject({
      code: 0,
      stderr: '',
    });
    expect(await lsp(initialize, { method: 'exit' })).toMatchObject({ code: 1, stderr: '' });
    expect(await lsp({ method: 'exit' })).toMatchObject({ code: 1, stderr: '' });
  });

  it('reads nothing but LSP on standard output', async () => {
    const document = { uri: uri(), languageId: 'zhibiao', version: 1, text: trapped('full-width comma in a list') };
    const { stdout } = await run(process.execPath, [cli, 'lsp', '--stdio'], {
      input: frames(
        initialize,
        { method: 'initialized', params: {} },
        { method: 'textDocument/didOpen', params: { textDocument: document } },
        {
          id: 2,
          method: 'textDocument/codeAction',
          params: { textDocument: { uri: uri() }, range: nowhere, context: { diagnostics: [] } },
        },
        { id: 3, method: 'nonsense' },
        { id: 4, method: 'shutdown' },
        { method: 'exit' },
      ),
      staysOpen: true,
      timeout: 5_000,
    });
    const answered = readFrames(stdout).flatMap((message) => (message as { id?: number }).id ?? []);
    // The code action may still be in the making when the client leaves.
    expect(answered).toEqual(expect.arrayContaining([1, 3, 4]));
  });

  it('is told how to start it', async () => {
    const { code, stdout, stderr } = await run(process.execPath, [cli, 'lsp']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/--stdio/);
  });
});
