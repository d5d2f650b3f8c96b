import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Context } from '../../server/src/cli/context';
import type { Engine } from '../../server/src/cli/engine';
import { main } from '../../server/src/cli/program';
import type { Rooms } from '../../server/src/cli/rooms';
import { fakeEngine } from './fake-engine';

export interface Folder {
  readonly root: string;
  /** Writes a file, making its folders. */
  write(name: string, content: string | Uint8Array): void;
  read(name: string): string;
  remove(): void;
}

/** A new empty folder of the system's temporary one. */
export function temporaryFolder(): Folder {
  const root = mkdtempSync(join(tmpdir(), 'zhibiao-cli-'));
  return {
    root,
    write(name, content) {
      mkdirSync(dirname(join(root, name)), { recursive: true });
      writeFileSync(join(root, name), content);
    },
    read: (name) => readFileSync(join(root, name), 'utf8'),
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

export interface Run {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

export interface RunOptions {
  readonly stdin?: string | Uint8Array;
  readonly env?: Context['env'];
  /** Columns of the terminal that both outputs are; by default they are pipes. */
  readonly terminal?: number;
  readonly engine?: Engine;
  readonly now?: () => number;
  /** Ctrl+C. */
  readonly interruption?: AbortSignal;
  /** Called after everything that is written to standard error. */
  readonly onError?: (text: string) => void;
  readonly startServer?: () => Promise<void>;
  readonly threads?: Rooms['threads'];
}

/** Runs the command line in this process. */
export async function run(cwd: string, argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    write(text: string) {
      written[name] += text;
      if (name === 'err') onError?.(text);
    },
    ...(options.terminal === undefined ? {} : { isTTY: true, columns: options.terminal }),
  });
  const { stdin = '', env = {}, now = () => 0, engine = fakeEngine(), startServer = async () => {} } = options;
  const { interruption = new AbortController().signal, onError } = options;
  const context: Context = {
    argv,
    cwd,
    stdin: chunks(stdin),
    stdout: stream('out'),
    stderr: stream('err'),
    env,
    now,
    clock: () => new Date(2023, 10, 17, 9, 5, 7),
    interruption: () => interruption,
  };
  const code = await main(context, { engine, startServer, ...(options.threads && { threads: options.threads }) });
  return { code, ...written };
}

async function* chunks(content: string | Uint8Array): AsyncIterable<Uint8Array | string> {
  yield content;
}
