import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Context } from '../../server/src/cli/context';
import type { Engine } from '../../server/src/cli/engine';
import { main } from '../../server/src/cli/program';
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
  readonly startServer?: () => Promise<void>;
}

/** Runs the command line in this process. */
export async function run(cwd: string, argv: readonly string[], options: RunOptions = {}): Promise<Run> {
  const written = { out: '', err: '' };
  const stream = (name: 'out' | 'err') => ({
    write(text: string) {
      written[name] += text;
    },
    ...(options.terminal === undefined ? {} : { isTTY: true, columns: options.terminal }),
  });
  const { stdin = '', env = {}, now = () => 0, engine = fakeEngine(), startServer = async () => {} } = options;
  const context: Context = {
    argv,
    cwd,
    stdin: chunks(stdin),
    stdout: stream('out'),
    stderr: stream('err'),
    env,
    now,
  };
  const code = await main(context, { engine, startServer });
  return { code, ...written };
}

async function* chunks(content: string | Uint8Array): AsyncIterable<Uint8Array | string> {
  yield content;
}
