import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Outcome, Task } from '../../../server/src/cli/checker';
import { nodeEngine } from '../../../server/src/cli/node-engine';
import type { Rooms } from '../../../server/src/cli/rooms';
import { automaticThreads } from '../../../server/src/cli/threads/automatic';
import { checkInThreads, type Thread } from '../../../server/src/cli/threads/pool';
import type { Answer } from '../../../server/src/cli/threads/worker';
import { type Folder, run, temporaryFolder } from '../harness';
import type { ThreadData } from './thread';

const root = resolve(import.meta.dirname, '..', '..', '..');

let bundles: string;
let folder: Folder;
beforeAll(async () => {
  bundles = mkdtempSync(join(tmpdir(), 'zhibiao-threads-'));
  await build({
    entryPoints: [join(import.meta.dirname, 'thread.ts')],
    outfile: join(bundles, 'thread.cjs'),
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    logLevel: 'error',
  });
});
afterAll(() => rmSync(bundles, { recursive: true, force: true }));
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** Threads of this machine that run `thread.ts`. */
function threads(data: Partial<ThreadData> = {}) {
  const started = { count: 0 };
  const room: Rooms['threads'] = {
    cores: 2,
    start({ cwd, settings }) {
      started.count++;
      const resourceLimits = { maxOldGenerationSizeMb: 64 };
      // Of a thread that runs out of memory Node itself prints a page.
      return new Worker(join(bundles, 'thread.cjs'), {
        workerData: { ...data, cwd, settings } satisfies ThreadData,
        resourceLimits,
        stderr: true,
      });
    },
  };
  return { started, room };
}

const check = (argv: string, options = {}) => run(folder.root, ['check', ...argv.split(' ').filter(Boolean)], options);

describe('--threads', () => {
  it('finds the same in the same order as one thread', async () => {
    cpSync(join(root, 'seeds', 'as-printed'), folder.root, { recursive: true });
    const engine = nodeEngine(root, '1.0.0');
    for (const format of ['stylish', 'json']) {
      const { room, started } = threads({ root });
      const one = await check(`--format ${format}`, { engine });
      const two = await check(`--format ${format} --threads 2`, { engine, threads: room });
      expect(two).toEqual(one);
      expect(one.code).toBe(1);
      expect(started.count).toBe(2);
    }
  });

  it('hands on the options, and writes the cache that one thread reads', async () => {
    for (const name of ['a', 'b', 'c']) folder.write(`${name}.zhibiao.yaml`, '甲局乙局 80%');
    const { room } = threads();
    const argv = '--rule unit-separator=off --format json --cache';
    const two = await check(`${argv} --threads 3`, { threads: room });
    expect(JSON.parse(two.out).summary).toMatchObject({ files: 3, errors: 0, warnings: 3 });
    const idle = threads();
    expect(await check(`${argv} --threads 3`, { threads: idle.room })).toEqual(two);
    expect(idle.started.count).toBe(0);
  });

  it('a thread that dies costs the file that it was at', async () => {
    const names = ['a', 'b-exit', 'c', 'd-overflow', 'e', 'f-throw', 'g', 'h-exit'];
    for (const name of names) folder.write(`${name}.zhibiao.yaml`, '甲局乙局');
    const { room, started } = threads();
    const { code, out, err } = await check('--threads 2 --format json', { threads: room });
    expect(code).toBe(2);
    expect(err.split('\n')).toEqual([
      'b-exit.zhibiao.yaml：检查时程序中断',
      expect.stringMatching(/^d-overflow\.zhibiao\.yaml：检查时程序中断，.*memory/),
      'f-throw.zhibiao.yaml：程序出错，读到一半',
      'h-exit.zhibiao.yaml：检查时程序中断',
      '',
    ]);
    const paths = JSON.parse(out).files.map(({ path }: { path: string }) => path.charAt(0));
    expect(paths).toEqual(['a', 'c', 'e', 'g']);
    expect(started.count).toBeGreaterThan(2);
  });

  it('says so when no thread can be started', async () => {
    for (const name of ['a', 'b']) folder.write(`${name}.zhibiao.yaml`, '');
    const { code, out, err } = await check('--threads 2', { threads: threads({ unable: true }).room });
    expect({ code, out, err }).toEqual({ code: 2, out: '', err: '线程启动不了，no engine。请用 --threads 1\n' });
  });

  it('fixes first, then checks what was written', async () => {
    for (const name of ['a', 'b', 'c']) folder.write(`${name}.zhibiao.yaml`, '甲局乙局');
    const { room, started } = threads();
    expect(await check('--fix --threads 2', { threads: room })).toMatchObject({ code: 0, err: '' });
    expect(folder.read('b.zhibiao.yaml')).toBe('甲局, 乙局');
    expect(started.count).toBe(2);
  });

  it('a few files are not worth a thread', async () => {
    folder.write('a.zhibiao.yaml', '');
    const { room, started } = threads();
    for (const argv of ['', '--threads auto', '--threads 1', '--threads 8', '--fix-dry-run', '--stdin']) {
      expect((await check(argv, { threads: room })).code).toBe(0);
    }
    expect(started.count).toBe(0);
    expect([1, 49, 99, 100, 150, 3000].map((files) => automaticThreads(files, 4))).toEqual([1, 1, 1, 2, 3, 4]);
    expect(automaticThreads(3000, 1)).toBe(1);
  });
});

describe('dealing', () => {
  /** A thread that answers when it is told to. */
  function puppet() {
    const given: Task[] = [];
    const listeners = new Map<string, (value: never) => void>();
    const thread: Thread = {
      postMessage: (tasks) => given.push(...tasks),
      on: (event: string, listener: (value: never) => void) => listeners.set(event, listener),
      terminate: async () => listeners.get('exit')?.(undefined as never),
    };
    const say = (answer: Answer) => listeners.get('message')?.(answer as never);
    return { thread, given, say };
  }

  it('gives neighbours to one thread, and more before it runs dry', async () => {
    const tasks = Array.from({ length: 100 }, (_, i): Task => {
      return { file: `/${i}`, path: `${i}`, uri: `file:///${i}`, kind: 'zhibiao' };
    });
    const puppets: ReturnType<typeof puppet>[] = [];
    const outcomes: (Outcome | undefined)[] = [];
    const done = checkInThreads(2, () => {
      const made = puppet();
      puppets.push(made);
      return made.thread;
    })(tasks, (index, outcome) => {
      outcomes[index] = outcome;
    });
    const [first, second] = puppets;
    expect(first?.given.map(({ path }) => path)).toEqual(Array.from({ length: 12 }, (_, i) => `${i}`));
    expect(second?.given[0]?.path).toBe('12');
    for (const { say } of puppets) say('ready');
    for (let answered = 0; outcomes.filter(Boolean).length < 100; answered++) {
      for (const { given, say } of puppets) {
        const task = given[answered];
        if (task) say({ trouble: task.path });
        if (outcomes.filter(Boolean).length < 76) expect(given.length - answered - 1).toBeGreaterThanOrEqual(4);
      }
    }
    await done;
    expect(outcomes).toEqual(tasks.map(({ path }) => ({ trouble: path })));
  });
});
