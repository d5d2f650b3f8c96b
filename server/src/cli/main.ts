import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { nodeFiles } from '../lsp/node-files';
import { rules } from '../rules/index';
import { decodeBytes } from '../text/decode';
import { fixAll } from '../workspace/fix-all';
import { kindOf } from '../workspace/kinds';
import { Project } from '../workspace/project';
import { EXIT, ioReason } from './context';
import type { Engine } from './engine';
import { visible } from './escape';
import { main } from './program';
import { toUri } from './uris';

/** Set by the bundler from package.json. */
declare const ZHIBIAO_VERSION: string;

/** The installed package: the bundle stands in its folder `dist`. */
const packageRoot = join(__dirname, '..');

const engine: Engine = {
  createProject(settings) {
    const project = new Project(nodeFiles, bundledCorpora(), settings);
    return {
      check: (uri, text, options) => project.check(uri, text, options),
      fixAll: async (uri, text, options) => (await fixAll(project, uri, text, options)).text,
      setOverlay: (uri, text) => project.setOverlay(uri, text),
      linesOf: (uri) => project.linesOf(uri),
    };
  },
  kindOf,
  decode: decodeBytes,
  rules,
  ruleUrl(id) {
    const page = join(packageRoot, 'docs', 'rules', `${id}.md`);
    return existsSync(page) ? toUri(page) : undefined;
  },
  version: ZHIBIAO_VERSION,
};

function bundledCorpora(): string[] {
  const folder = join(packageRoot, 'seeds', 'requirements');
  return existsSync(folder) ? readdirSync(folder).map((name) => toUri(join(folder, name))) : [];
}

function lastResort(error: unknown): void {
  process.stderr.write(`程序出错：${visible(error instanceof Error ? error.message : String(error))}\n`);
  process.exit(EXIT.trouble);
}

/** A reader such as `head` may leave before the end; what it does not want is dropped. */
function dropWhenClosed(error: NodeJS.ErrnoException): void {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`结果写不出去：${ioReason(error)}\n`);
  process.exit(EXIT.trouble);
}

process.on('uncaughtException', lastResort);
process.on('unhandledRejection', lastResort);
process.stdout.on('error', dropWhenClosed);
// Where even standard error is gone, nobody listens.
process.stderr.on('error', () => {});

const { argv, env, stdin, stdout, stderr } = process;
void main(
  { argv: argv.slice(2), cwd: process.cwd(), stdin, stdout, stderr, env, now: () => performance.now() },
  {
    engine,
    startServer: async () => {
      // The server has its own way with faults.
      process.off('uncaughtException', lastResort).off('unhandledRejection', lastResort);
      await import('../lsp/node');
    },
  },
).then((code) => {
  // Not process.exit: what is still on its way into a pipe would be lost.
  if (code !== undefined) process.exitCode = code;
});
