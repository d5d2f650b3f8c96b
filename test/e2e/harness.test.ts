import { createRequire } from 'node:module';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type ServerClient, startServer } from './harness/lsp-client';
import { runNvim } from './harness/nvim';
import { type TemporaryFolder, temporaryFolder } from './harness/temporary';

const library = createRequire(import.meta.url).resolve('vscode-languageserver/node');

/** A throwaway server that reports each 「错」, by push or by pull as the client can. */
const server = `
const { createConnection, TextDocuments, ProposedFeatures, TextDocumentSyncKind } = require(${JSON.stringify(library)});
const { TextDocument } = require(require.resolve('vscode-languageserver-textdocument', { paths: [${JSON.stringify(library)}] }));
const connection = createConnection(ProposedFeatures.all);
const documents = new TextDocuments(TextDocument);
let pulls = false;
const find = (document) => [...document.getText().matchAll(/错/g)].map(({ index }) => ({
  range: { start: document.positionAt(index), end: document.positionAt(index + 1) }, message: '「错」应为「对」。', severity: 1,
}));
connection.onInitialize(({ capabilities }) => {
  pulls = capabilities.textDocument?.diagnostic !== undefined;
  return { capabilities: {
    textDocumentSync: TextDocumentSyncKind.Incremental,
    codeActionProvider: true,
    ...(pulls && { diagnosticProvider: { interFileDependencies: false, workspaceDiagnostics: false } }),
  } };
});
connection.languages.diagnostics.on(({ textDocument }) => ({ kind: 'full', items: find(documents.get(textDocument.uri)) }));
connection.onCodeAction(({ context }) => context.diagnostics.map(({ message }) => ({ title: message })));
documents.onDidChangeContent(({ document }) => {
  if (!pulls) connection.sendDiagnostics({ uri: document.uri, diagnostics: find(document) });
});
documents.listen(connection);
connection.listen();
`;

let folder: TemporaryFolder;
beforeEach(() => {
  folder = temporaryFolder({ 'server.cjs': server });
});
afterEach(() => folder.remove());

describe('the language client', () => {
  let client: ServerClient | undefined;
  const uri = 'file:///a.zhibiao.yaml';
  const start = async (capabilities = {}) => {
    client = await startServer({
      command: [process.execPath, join(folder.path, 'server.cjs'), '--stdio'],
      capabilities,
    });
    return client;
  };
  afterEach(() => client?.kill());

  it('receives what a server publishes', async () => {
    const client = await start();
    await client.open(uri, '一错');
    expect(await client.waitForDiagnostics(uri)).toHaveLength(1);
    const end = { line: 0, character: 2 };
    await client.change(uri, [{ range: { start: end, end }, text: '错' }]);
    const found = await client.waitForDiagnostics(uri, (diagnostics) => diagnostics.length === 2);
    expect(found.map(({ range }) => range.start.character)).toEqual([1, 2]);
    expect(await client.codeActions(uri, { start: end, end }, found)).toHaveLength(2);
    await client.close(uri);
    expect(await client.shutdown()).toBe(0);
  });

  it('pulls where it says that it can', async () => {
    const client = await start({ textDocument: { diagnostic: {} } });
    await client.open(uri, '错');
    expect(await client.pull(uri)).toMatchObject({ kind: 'full', items: [{ message: '「错」应为「对」。' }] });
    expect(client.published).toEqual([]);
    expect(await client.shutdown()).toBe(0);
  });

  it('says why when a server does not start', async () => {
    const command = [process.execPath, '-e', 'console.error("broken"); process.exit(3)'] as const;
    await expect(startServer({ command: [...command] })).rejects.toThrow(/initialize.*broken/s);
  });
});

describe('Neovim', () => {
  it('shows what a server publishes', async () => {
    const script = `
vim.cmd('edit a.zhibiao.yaml')
local client = vim.lsp.start_client({ cmd = { given.node, given.server, '--stdio' }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)
assert(vim.wait(5000, function() return #vim.diagnostic.get(0) > 0 end, 20), 'no diagnostics')
return vim.tbl_map(function(d) return { d.lnum, d.col, d.message } end, vim.diagnostic.get(0))
`;
    const given = { node: process.execPath, server: join(folder.path, 'server.cjs') };
    const found = await runNvim({ script, given, files: { 'a.zhibiao.yaml': '标题: 错\n' } });
    expect(found).toEqual([[0, '标题: '.length + 4, '「错」应为「对」。']]);
  });

  it('fails with the script’s error', async () => {
    await expect(runNvim({ script: "error('broken')" })).rejects.toThrow(/broken/);
  });
});
