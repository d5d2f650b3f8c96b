// What a thread of these tests runs: the engine that its data names, and ways to die.
import { join } from 'node:path';
import { parentPort, workerData } from 'node:worker_threads';
import type { Surroundings } from '../../../server/src/cli/checker';
import type { Engine } from '../../../server/src/cli/engine';
import { nodeEngine } from '../../../server/src/cli/node-engine';
import { serveChecks } from '../../../server/src/cli/threads/worker';
import { fakeEngine } from '../fake-engine';

export interface ThreadData extends Surroundings {
  /** The package's folder: the real engine; without it the one of the tests. */
  readonly root?: string;
  readonly unable?: boolean;
}

const { root, unable, ...surroundings } = workerData as ThreadData;

function die(uri: string): void {
  if (uri.includes('exit')) process.exit(0);
  if (uri.includes('overflow')) {
    const hoard: unknown[] = [];
    for (;;) hoard.push(new Array(100_000).fill(hoard.length));
  }
  if (uri.includes('throw')) throw new Error('读到一半');
}

function engine(): Engine {
  return root === undefined ? fakeEngine({ onCheck: die }) : nodeEngine(join(root), '1.0.0');
}

if (unable) throw new Error('no engine');
if (parentPort) serveChecks(parentPort, engine(), surroundings);
