import { join } from 'node:path';
import { EXIT, ioReason } from './context';
import { visible } from './escape';
import { nodeEngine } from './node-engine';
import { main } from './program';

/** Set by the bundler from package.json. */
declare const ZHIBIAO_VERSION: string;

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
    // The bundle stands in the package's folder `dist`.
    engine: nodeEngine(join(__dirname, '..'), ZHIBIAO_VERSION),
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
