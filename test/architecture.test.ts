import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { cruise, type IForbiddenRuleType } from 'dependency-cruiser';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Which rooms of server/src a room may import from (the design's layers); its own files are always allowed. */
const mayUse: Record<string, readonly string[]> = {
  text: [],
  domain: ['text'],
  yaml: ['domain', 'text'],
  model: ['yaml', 'domain', 'text'],
  rules: ['model', 'yaml', 'domain', 'text'],
  workspace: ['rules', 'model', 'yaml', 'domain', 'text'],
  // Names and types of what server and client say to each other beyond the Language Server Protocol.
  protocol: [],
  service: ['protocol', 'rules', 'workspace', 'model', 'yaml', 'domain', 'text'],
  // Documents in and out: Word, Excel, web pages, other editions.
  exchange: ['service', 'protocol', 'rules', 'workspace', 'model', 'yaml', 'domain', 'text'],
  lsp: ['exchange', 'protocol', 'service', 'rules', 'workspace', 'model', 'yaml', 'domain', 'text'],
  // lsp: for `zhibiao lsp`, which starts the server.
  cli: ['lsp', 'exchange', 'protocol', 'service', 'rules', 'workspace', 'model', 'yaml', 'domain', 'text'],
};
const rooms = Object.keys(mayUse);
/** Rooms that run anywhere: no transport, file system, clock or environment. */
const pure = rooms.filter((room) => room !== 'lsp' && room !== 'cli');

const forbidden: IForbiddenRuleType[] = [
  { name: 'unknown-room', from: {}, to: { path: '^server/src/', pathNot: `^server/src/(${rooms.join('|')})/` } },
  ...rooms.map((room) => ({
    name: `${room}-imports-upwards`,
    from: { path: `^server/src/${room}/` },
    to: { path: '^(server|client)/src/', pathNot: `^server/src/(${[room, ...(mayUse[room] ?? [])].join('|')})/` },
  })),
  {
    name: 'client-imports-server',
    from: { path: '^client/src/' },
    to: { path: '^server/src/', pathNot: '^server/src/protocol/', dependencyTypesNot: ['type-only'] },
  },
  {
    name: 'pure-room-touches-the-machine',
    from: { path: `^server/src/(${pure.join('|')})/` },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'pure-room-imports-a-transport',
    from: { path: `^server/src/(${pure.join('|')})/` },
    to: {
      path: 'node_modules/(vscode-languageserver|vscode-languageserver-protocol|vscode-jsonrpc)/',
      dependencyTypesNot: ['type-only'],
    },
  },
  {
    name: 'yaml-library-outside-yaml',
    from: { path: '^server/src/', pathNot: '^server/src/yaml/' },
    to: { path: 'node_modules/yaml/' },
  },
  { name: 'editor-in-server', from: { path: '^server/src/' }, to: { path: '^vscode$|@types/vscode' } },
];

/** Imports that go against the design, as `rule: from → to`, sorted. */
async function importViolations(baseDir: string): Promise<string[]> {
  const { output } = await cruise(['server/src', 'client/src'], {
    baseDir,
    ruleSet: { forbidden },
    validate: true,
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
  });
  if (typeof output === 'string') throw new Error(output);
  return output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`).sort();
}

const forbiddenGlobals = new Set(['process', '__dirname', '__filename', 'performance', 'setTimeout', 'setInterval']);

/** Uses of the clock or the environment in the pure rooms, as `file: what`, sorted. */
function globalViolations(baseDir: string): string[] {
  return pure.flatMap((room) => sourceFiles(join(baseDir, 'server', 'src', room)).flatMap(usesIn)).sort();

  function usesIn(path: string): string[] {
    const source = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.ES2022, true);
    const uses: string[] = [];
    const visit = (node: ts.Node): void => {
      const use = useOf(node);
      if (use !== undefined) uses.push(`${path.slice(baseDir.length + 1).replaceAll('\\', '/')}: ${use}`);
      node.forEachChild(visit);
    };
    visit(source);
    return uses;
  }
}

function useOf(node: ts.Node): string | undefined {
  if (ts.isCallExpression(node) && node.expression.getText() === 'Date.now') return 'Date.now';
  if (ts.isCallExpression(node) && node.expression.getText() === 'require') return 'require';
  if (ts.isNewExpression(node) && node.expression.getText() === 'Date' && !node.arguments?.length) return 'new Date()';
  if (!ts.isIdentifier(node) || !forbiddenGlobals.has(node.text)) return undefined;
  // Not a use: the name of something of one's own, such as a property.
  return 'name' in node.parent && node.parent.name === node ? undefined : node.text;
}

function sourceFiles(folder: string): string[] {
  try {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    return names.filter((name) => /(?<!\.d)\.ts$/.test(name)).map((name) => join(folder, name));
  } catch {
    return [];
  }
}

describe('the direction of imports', () => {
  it('holds', async () => {
    expect(await importViolations(root)).toEqual([]);
  });

  it('keeps the clock and the environment out of the pure rooms', () => {
    expect(globalViolations(root)).toEqual([]);
  });
});

describe('the check itself, on a project that breaks every rule', () => {
  let project: string;
  beforeAll(() => {
    project = mkdtempSync(join(tmpdir(), 'zhibiao-architecture-'));
    const files: Record<string, string> = {
      'package.json': '{ "type": "module", "dependencies": { "yaml": "*", "vscode-jsonrpc": "*" } }',
      'node_modules/yaml/package.json': '{ "name": "yaml", "main": "i.js" }',
      'node_modules/yaml/i.js': '',
      'node_modules/vscode-jsonrpc/package.json': '{ "name": "vscode-jsonrpc", "main": "i.js" }',
      'node_modules/vscode-jsonrpc/i.js': '',
      'server/src/text/span.ts': 'export interface Span { start: number }',
      'server/src/yaml/read.ts':
        "import { parse } from 'yaml';\nimport type { Model } from '../model/model';\nparse as Model;",
      'server/src/model/model.ts':
        "import type { Span } from '../text/span';\nexport interface Model { at: Span; process: 1 }",
      'server/src/domain/unit.ts': "import { readFileSync } from 'node:fs';\nreadFileSync(process.env.HOME ?? '');",
      'server/src/rules/a.ts':
        "import 'yaml';\nexport const now = Date.now() + new Date().getTime() + new Date('2021-01-01').getTime();",
      'server/src/service/hover.ts': "import 'vscode-jsonrpc';\nimport '../lsp/node';\nimport '../rules/a';",
      'server/src/lsp/node.ts': "import 'vscode-jsonrpc';\nimport 'node:fs';\nimport '../service/hover';",
      'server/src/misc/odd.ts': 'export const odd = 1;',
      'server/src/cli/main.ts': "import { odd } from '../misc/odd';\nimport '../lsp/node';\nodd;",
      'client/src/extension.ts':
        "import '../../server/src/service/hover';\nimport type { Model } from '../../server/src/model/model';\nexport type M = Model;",
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(project, name)), { recursive: true });
      writeFileSync(join(project, name), text);
    }
  });
  afterAll(() => rmSync(project, { recursive: true, force: true }));

  it('finds every import that goes upwards or outside', async () => {
    expect(await importViolations(project)).toEqual([
      'cli-imports-upwards: server/src/cli/main.ts → server/src/misc/odd.ts',
      'client-imports-server: client/src/extension.ts → server/src/service/hover.ts',
      'pure-room-imports-a-transport: server/src/service/hover.ts → node_modules/vscode-jsonrpc/i.js',
      'pure-room-touches-the-machine: server/src/domain/unit.ts → fs',
      'service-imports-upwards: server/src/service/hover.ts → server/src/lsp/node.ts',
      'unknown-room: server/src/cli/main.ts → server/src/misc/odd.ts',
      'yaml-imports-upwards: server/src/yaml/read.ts → server/src/model/model.ts',
      'yaml-library-outside-yaml: server/src/rules/a.ts → node_modules/yaml/i.js',
    ]);
  });

  it('finds every use of the clock and the environment', () => {
    expect(globalViolations(project)).toEqual([
      'server/src/domain/unit.ts: process',
      'server/src/rules/a.ts: Date.now',
      'server/src/rules/a.ts: new Date()',
    ]);
  });
});
