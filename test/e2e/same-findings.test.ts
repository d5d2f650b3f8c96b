import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-protocol';
import { type ServerClient, startServer } from './harness/lsp-client';
import type { Problem } from './harness/problems';
import { check, cli, type Finding, vsix } from './harness/product';
import { clean, type Trap, trapped, traps } from './harness/samples';
import { root, type TemporaryFolder, temporaryFolder } from './harness/temporary';
import { openVsCode, type VsCode } from './harness/vscode';

const county = 'seeds/as-printed/shapotou';
const document = 'shapotou.zhibiao.yaml';

const faults = {
  ...Object.fromEntries(Object.keys(traps).map((trap) => [`${trap}.zhibiao.yaml`, trapped(trap as Trap)])),
  'half typed.zhibiao.yaml': clean.replace('            责任单位: [县司法局]\n', '            责任\n'),
  'twice.zhibiao.yaml': clean.replace('序号: 2', '序号: 1\n            序号: 1'),
  'crlf.zhibiao.yaml': clean.replace('县司法局]\n', '县司法局、县委办]\n').replaceAll('\n', '\r\n'),
  'bom.zhibiao.yaml': `\uFEFF${trapped('full-width colon')}`,
  'astral.zhibiao.yaml': clean.replace('全面落实行政', '𠮷全面<b>落实行政'),
  'empty.zhibiao.yaml': '',
  'units.danwei.yaml':
    '县区: 测试县\n单位:\n  - 名称: 县司法局\n  - 名称: 县司法局\n  - 名称: 县委办\n    挂牌于: 县委\n',
};

interface Plain {
  readonly rule: unknown;
  readonly severity: string;
  readonly message: string;
  readonly range: unknown;
}

const severities = new Map<unknown, string>([
  [DiagnosticSeverity.Error, 'error'],
  [DiagnosticSeverity.Warning, 'warning'],
  [DiagnosticSeverity.Information, 'info'],
  [DiagnosticSeverity.Hint, 'hint'],
]);

function fromServer(diagnostics: readonly Diagnostic[]): Plain[] {
  return diagnostics.map(({ code, severity, message, range }) => ({
    rule: code,
    severity: severities.get(severity) ?? 'none',
    message,
    range,
  }));
}

function fromCli(findings: readonly Finding[] = []): Plain[] {
  return findings.map(({ rule, severity, message, range }) => ({ rule, severity, message, range }));
}

/** Opens every file in a server of its own for push and one for pull, and compares with the command line. */
async function compare(folder: string, paths: readonly string[]): Promise<Map<string, Plain[]>> {
  const told = await check(paths, { cwd: folder });
  const command = [process.execPath, cli, 'lsp', '--stdio'] as const;
  const rootUri = pathToFileURL(folder).toString();
  const pushing = await startServer({ command: [...command], rootUri });
  const pulling = await startServer({
    command: [...command],
    rootUri,
    capabilities: { textDocument: { diagnostic: {} } },
  });
  const all = new Map<string, Plain[]>();
  try {
    for (const path of told.keys()) {
      const expected = fromCli(told.get(path));
      const answer = async (server: ServerClient, ask: (uri: string) => Promise<Diagnostic[]>) => {
        const uri = pathToFileURL(join(folder, path)).toString();
        await server.open(uri, readFileSync(join(folder, path), 'utf8').replace(/^\uFEFF/, ''));
        return fromServer(await ask(uri));
      };
      const push = await answer(pushing, (uri) => pushing.waitForDiagnostics(uri));
      const pull = await answer(pulling, async (uri) => {
        const report = await pulling.pull(uri);
        return report.kind === 'full' ? report.items : [];
      });
      expect({ path, push, pull }).toEqual({ path, push: expected, pull: expected });
      all.set(path, expected);
    }
    expect(pulling.published).toEqual([]);
    return all;
  } finally {
    pushing.kill();
    pulling.kill();
  }
}

describe('command line, pushing server and pulling server agree', () => {
  let folder: TemporaryFolder;
  beforeAll(() => {
    folder = temporaryFolder(faults);
  });
  afterAll(() => folder.remove());

  it('on every county document and requirement corpus', async () => {
    const findings = await compare(root, ['seeds']);
    expect(findings.size).toBeGreaterThanOrEqual(13);
    expect([...findings.values()].flat().length).toBeGreaterThan(100);
  });

  it('on files with faults', async () => {
    const findings = await compare(folder.path, ['.']);
    expect(findings.size).toBe(Object.keys(faults).length);
    const silent = [...findings].filter(([, found]) => found.length === 0).map(([path]) => path);
    expect(silent).toEqual([]);
  });
});

describe('VS Code', () => {
  let code: VsCode;
  beforeAll(async () => {
    const names = [document, 'shapotou.danwei.yaml'];
    const files = Object.fromEntries(names.map((name) => [name, readFileSync(join(root, county, name), 'utf8')]));
    code = await openVsCode({ extensions: [vsix()], files });
  });
  afterAll(() => code?.close());

  it('lists the findings of the command line in Problems, and draws them', async () => {
    const told = (await check([document], { cwd: code.workspace })).get(document) ?? [];
    // The panel leaves out hints.
    const expected = told
      .filter(({ severity }) => severity !== 'hint')
      .map(({ rule, severity, message, range: { start } }): Problem => {
        const place = { line: start.line + 1, column: start.character + 1 };
        return {
          file: document,
          source: 'zhibiao',
          code: rule,
          severity: severity as Problem['severity'],
          message,
          ...place,
        };
      });
    await code.openFile(document);
    const shown = await code.waitForProblems(expected.length);
    expect(shown.toSorted(byPlace)).toEqual(expected.toSorted(byPlace));

    for (const { line, severity } of expected.filter(({ severity }) => severity !== 'info')) {
      await code.goTo(line);
      await code.waitForSquiggles(1, severity);
    }
  });
});

function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column || a.code.localeCompare(b.code) || a.message.localeCompare(b.message);
}
