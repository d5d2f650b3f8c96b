import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  createProtocolConnection,
  type ProtocolConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver-protocol/node';

/** Milliseconds that a server may take to answer. */
const patience = 10_000;

export interface ServerProcess {
  readonly connection: ProtocolConnection;
  /** What the server wrote to standard error. */
  stderr(): string;
  /** `promise`, or an error that names `what` if the server ends or says nothing for ten seconds. */
  within<T>(promise: Promise<T>, what: string): Promise<T>;
  /** The exit code, once there is one. */
  readonly exited: Promise<number>;
  kill(): void;
}

/** Starts a server and speaks JSON-RPC to it over its standard streams. */
export function startProcess([program, ...args]: readonly [string, ...string[]], cwd?: string): ServerProcess {
  const child = spawn(program, args, { cwd, stdio: 'pipe' });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const exited = once(child, 'close').then(([code]) => (typeof code === 'number' ? code : 1));
  const reader = new StreamMessageReader(child.stdout);
  const connection = createProtocolConnection(reader, new StreamMessageWriter(child.stdin));
  // Writing to a server that has ended; `within` reports it.
  child.stdin.on('error', () => {});

  function within<T>(promise: Promise<T>, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const fail = (reason: string) => reject(new Error(`${what}: ${reason}\n${stderr}`));
      const timer = setTimeout(() => fail(`no answer in ${patience / 1000} s`), patience);
      exited.then((code) => fail(`the server ended with ${code}`), reject);
      promise.then(resolve, reject).finally(() => clearTimeout(timer));
    });
  }

  return { connection, exited, within, stderr: () => stderr, kill: () => child.kill('SIGKILL') };
}
