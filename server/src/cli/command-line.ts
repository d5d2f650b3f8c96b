import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parentPort, Worker, workerData } from 'node:worker_threads';
import { keepHeapSmall } from '../lsp/heap';
import type { Surroundings } from './checker';
import { EXIT, ioReason } from './context';
import { visible } from './escape';
import { nodeEngine } from './node-engine';
import { main } from './program';
import { serveChecks } from './threads/worker';

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

/**
 * What makes or reads documents holds them whole for a short while, and is done. 10,000 items: to .docx 21 s small, 11 s free;
 * from .docx 37 s and 15 s.
 */
const MAKES_DOCUMENTS = new Set(['import', 'export', 'migrate', 'compare']);
if (!MAKES_DOCUMENTS.has(process.argv[2] ?? '')) keepHeapSmall();

// The bundle stands in the package's folder `dist`.
const engine = nodeEngine(join(__dirname, '..'), ZHIBIAO_VERSION, __filename);

function interruption(): AbortSignal {
  const controller = new AbortController();
  // Once: who presses it again does not want to wait.
  for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => controller.abort());
  return controller.signal;
}

async function start(): Promise<void> {
  const { argv, env, stdin, stdout, stderr } = process;
  const code = await main(
    {
      argv: argv.slice(2),
      cwd: process.cwd(),
      stdin,
      stdout,
      stderr,
      env,
      now: () => performance.now(),
      clock: () => new Date(),
      interruption,
    },
    {
      engine,
      startServer: async () => {
        // The server has its own way with faults.
        process.off('uncaughtException', lastResort).off('unhandledRejection', lastResort);
        await import('../lsp/node');
      },
      threads: {
        cores: availableParallelism(),
        start: ({ cwd, settings }) => new Worker(__filename, { workerData: { cwd, settings } satisfies Surroundings }),
      },
    },
  );
  // Not process.exit: what is still on its way into a pipe would be lost.
  if (code !== undefined) process.exitCode = code;
}

if (parentPort) {
  // A thread of a check: see threads/pool.ts, which also hears of its faults.
  serveChecks(parentPort, engine, workerData as Surroundings);
} else {
  process.on('uncaughtException', lastResort);
  process.on('unhandledRejection', lastResort);
  process.stdout.on('error', dropWhenClosed);
  // Where even standard error is gone, nobody listens.
  process.stderr.on('error', () => {});
  void start();
}
