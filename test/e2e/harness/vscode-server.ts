import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { freePort } from './free-port';
import { quiet } from './quiet';
import { type Files, root, temporaryFolder, writeFiles } from './temporary';

const home = join(root, '.cache', 'vscode', 'node_modules');
const program = join(home, `node-linux-${process.arch}`, 'bin', 'node');
const entry = join(home, 'code-server', 'lib', 'vscode', 'out', 'server-main.js');

export interface VsCodeServerOptions {
  /** Packages to install, absolute paths. */
  readonly extensions?: readonly string[];
  /** Files of the workspace folder. */
  readonly files?: Files;
  /** User settings besides the quiet ones. */
  readonly settings?: Readonly<Record<string, unknown>>;
  /** Lets the page's address name tests to run inside; no toasts are shown then. */
  readonly runsTests?: boolean;
}

export interface VsCodeServer {
  /** `127.0.0.1` and the port. */
  readonly authority: string;
  /** Address of the workbench with the workspace folder open. */
  readonly url: string;
  /** The workspace folder, absolute. */
  readonly workspace: string;
  /** The folder that extensions are installed in, absolute; no other process has its name in its command line. */
  readonly extensions: string;
  /** What the server and the extension host printed. */
  log(): string;
  close(): Promise<void>;
}

/** Serves VS Code on a free port of this machine, with a state and a workspace folder of its own. */
export async function startVsCodeServer({
  extensions = [],
  files = {},
  settings = {},
  runsTests = false,
}: VsCodeServerOptions): Promise<VsCodeServer> {
  const state = temporaryFolder();
  const workspace = temporaryFolder(files);
  writeFiles(state.path, { 'user/User/settings.json': JSON.stringify({ ...quiet, ...settings }) });
  const folders = ['user', 'data', 'extensions'].map((name) => join(state.path, name));
  const [user = '', data = '', installed = ''] = folders;
  const common = [entry, '--accept-server-license-terms', '--user-data-dir', user, '--server-data-dir', data];
  const arguments_ = [...common, '--extensions-dir', installed];

  if (extensions.length > 0) {
    const requests = extensions.flatMap((path) => ['--install-extension', path]);
    const install = start([...arguments_, ...requests, '--force']);
    const [code] = await once(install.child, 'close');
    if (code !== 0) throw new Error(`the extension was not installed:\n${install.log()}`);
  }

  const port = await freePort();
  const { child, log } = start([
    ...arguments_,
    ...['--host', '127.0.0.1', '--port', String(port)],
    ...['--without-connection-token', '--disable-workspace-trust'],
    ...['--telemetry-level', 'off', '--reconnection-grace-time', '5'],
    ...(runsTests ? ['--enable-smoke-test-driver'] : []),
  ]);
  const stop = () => stopGroup(child);
  process.on('exit', stop);
  await untilListening(child, log, port);
  const authority = `127.0.0.1:${port}`;
  return {
    authority,
    url: `http://${authority}/?folder=${encodeURIComponent(workspace.path)}`,
    workspace: workspace.path,
    extensions: installed,
    log,
    async close() {
      const closed = once(child, 'close');
      stop();
      await closed;
      process.off('exit', stop);
      state.remove();
      workspace.remove();
    },
  };
}

function start(args: string[]): { child: ChildProcess; log: () => string } {
  // A group of its own: the extension hosts end with it.
  const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: environment() });
  let log = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      log += text;
    });
  }
  return { child, log: () => log };
}

/** Without what a test runner or an enclosing VS Code left there. */
function environment(): NodeJS.ProcessEnv {
  const inherited = Object.entries(process.env);
  return Object.fromEntries(inherited.filter(([name]) => !/^(VSCODE_|VITEST|NODE_OPTIONS$|NODE_ENV$)/.test(name)));
}

function stopGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return;
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Already gone.
  }
}

async function untilListening(child: ChildProcess, log: () => string, port: number): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await answers(port))) {
    if (child.exitCode !== null || Date.now() > deadline) {
      stopGroup(child);
      throw new Error(`VS Code did not start:\n${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

async function answers(port: number): Promise<boolean> {
  const response = await fetch(`http://127.0.0.1:${port}/version`).catch(() => undefined);
  return response?.ok ?? false;
}
