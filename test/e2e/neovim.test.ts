import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runNvim } from './harness/nvim';
import { check, cli } from './harness/product';
import { root } from './harness/temporary';

const county = join(root, 'seeds', 'as-printed', 'shapotou');
const document = 'shapotou.zhibiao.yaml';
const glued = '区工信和商务局区民社局';

/** Opens the document, waits for its findings, applies the fix of the glued unit, waits until it is gone. */
const script = `
vim.cmd('edit ' .. given.file)
vim.bo.filetype = 'yaml'
local client = vim.lsp.start_client({ name = 'zhibiao', cmd = { given.node, given.cli, 'lsp', '--stdio' }, root_dir = vim.fn.getcwd() })
vim.lsp.buf_attach_client(0, client)

local function found() return vim.diagnostic.get(0) end
local function glued() return vim.tbl_filter(function(d) return d.code == 'unit-separator' end, found()) end
assert(vim.wait(10000, function() return #found() > 0 end, 20), 'no diagnostics')
local before = found()
local shown = glued()[1]
local line = vim.fn.getline(shown.lnum + 1)

local context = { diagnostics = { shown.user_data.lsp and vim.tbl_extend('force', shown.user_data.lsp, {
  message = shown.message,
  range = { start = { line = shown.lnum, character = 0 }, ['end'] = { line = shown.end_lnum, character = 0 } },
}) } }
local position = { line = shown.lnum, character = vim.str_utfindex(line, shown.col) }
local params = { textDocument = vim.lsp.util.make_text_document_params(), range = { start = position, ['end'] = position }, context = { diagnostics = {} } }
local answers = assert(vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 5000))
local actions = answers[client].result
assert(#actions > 0, 'no code action')
vim.lsp.util.apply_workspace_edit(actions[1].edit, 'utf-16')
assert(vim.wait(10000, function() return #glued() == 0 end, 20), 'the finding stays')

return {
  before = vim.tbl_map(function(d) return { rule = d.code, severity = d.severity, message = d.message, line = d.lnum, column = d.col } end, before),
  titles = vim.tbl_map(function(a) return a.title end, actions),
  line = vim.fn.getline(shown.lnum + 1),
}
`;

interface Shown {
  readonly rule: string;
  readonly severity: number;
  readonly message: string;
  readonly line: number;
  /** Bytes from the start of the line. */
  readonly column: number;
}

const severities = { error: 1, warning: 2, info: 3, hint: 4 };

describe('Neovim', () => {
  it('shows the findings of the command line and applies a fix', async () => {
    const read = (name: string) => readFileSync(join(county, name), 'utf8');
    const lines = read(document).split('\n');
    const told = (await check([document], { cwd: county })).get(document) ?? [];
    const expected = told.map(
      ({ rule, severity, message, range: { start } }): Shown => ({
        rule,
        severity: severities[severity],
        message,
        line: start.line,
        column: Buffer.byteLength((lines[start.line] ?? '').slice(0, start.character)),
      }),
    );
    const files = { [document]: read(document), 'shapotou.danwei.yaml': read('shapotou.danwei.yaml') };
    const given = { node: process.execPath, cli, file: document };
    const result = await runNvim<{ before: Shown[]; titles: string[]; line: string }>({ script, files, given });
    expect(result.before.toSorted(byPlace)).toEqual(expected.toSorted(byPlace));
    expect(result.titles[0]).toMatch(/区工信和商务局.*区民社局|分/);
    expect(result.line).not.toContain(glued);
    expect(result.line).toContain('区工信和商务局, 区民社局');
  });
});

function byPlace(a: Shown, b: Shown): number {
  return a.line - b.line || a.column - b.column || a.rule.localeCompare(b.rule) || a.message.localeCompare(b.message);
}
