// Shared by all scripts. Imports only node: built-ins, since it also runs on a bare clone.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

/** The repository's root folder, absolute. */
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** An expected failure: its message is all that the user sees. */
export class Failure extends Error {}

/** True when the script whose `import.meta.url` is given was started by name, not imported. */
export function startedAs(url) {
  return process.argv[1] !== undefined && resolve(process.argv[1]) === fileURLToPath(url);
}

/** Runs a script's body; a `Failure` ends the process with `exitCode` and one line on standard error. */
export async function main(body, exitCode = 1) {
  try {
    await body();
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    console.error(error.message);
    process.exitCode = exitCode;
  }
}

/**
 * Runs a program to its end.
 * @param {string[]} argv the program and its arguments; never read by a shell unless `options.shell`
 * @param {import('node:child_process').SpawnOptions & { minutes?: number }} options `minutes`: after these, the program and
 *   what it started are ended
 * @returns {Promise<{ code: number, output: string }>} exit code (127: could not be started) and what it printed, both streams
 */
export function run(argv, { minutes, ...options } = {}) {
  const [program, ...args] = argv;
  const stdio = ['ignore', 'pipe', 'pipe'];
  // A group of its own, so that it can be ended whole.
  const detached = minutes !== undefined && process.platform !== 'win32';
  return new Promise((done) => {
    const child = spawn(program, args, { cwd: root, stdio, windowsHide: true, detached, ...options });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text) => {
        output += text;
      });
    }
    const release = detached ? endWithUs(child) : () => {};
    const limit = minutes && setTimeout(stop, minutes * 60_000);
    function stop() {
      output += `${minutes} 分钟没有结束，已中止。\n`;
      endGroup(child, detached);
    }
    function finish(code) {
      clearTimeout(limit);
      release();
      done({ code, output });
    }
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(127);
    });
    child.on('close', (code) => finish(code ?? 1));
  });
}

function endGroup(child, detached) {
  try {
    if (detached) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // Already gone.
  }
}

/** A group of its own does not hear Ctrl+C; returns the function that forgets about it. */
function endWithUs(child) {
  const end = () => {
    endGroup(child, true);
    process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, end);
  return () => {
    for (const signal of signals) process.off(signal, end);
  };
}

/** Runs the npm that started this script, else the one on the path. */
export function npm(args, options = {}) {
  const script = process.env.npm_execpath;
  // Under `npm run -s` the silent level is inherited, and a failure would say nothing.
  const all = [...args, '--loglevel=error', '--no-audit', '--no-fund'];
  if (script && basename(script).startsWith('npm-cli')) return run([process.execPath, script, ...all], options);
  const windows = process.platform === 'win32';
  return run([windows ? 'npm.cmd' : 'npm', ...all], { ...options, shell: windows });
}

/** Runs the JavaScript program of an installed package, e.g. `node_modules/vitest/vitest.mjs`. */
export function runNode(script, args, options) {
  return run([process.execPath, join(root, 'node_modules', script), ...args], options);
}

/** Modification time in milliseconds, 0 if there is no such path. */
export function modified(path) {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** The newest modification time under some paths; folders count too, since a deleted file changes only its folder. */
export function newest(paths) {
  let time = 0;
  for (const path of paths) {
    time = Math.max(time, modified(path));
    if (!statSync(path, { throwIfNoEntry: false })?.isDirectory()) continue;
    time = Math.max(time, newest(readdirSync(path).map((name) => join(path, name))));
  }
  return time;
}

/** Why a program failed, from its output: the first lines that npm, apt or vsce mark as errors, else the last ones. */
export function reason(output) {
  const lines = output.split(/\r?\n/).map((line) => line.trim());
  const marked = lines.map((line) => /^(?:npm error|E:|ERROR)\s+(?!code )(.*)$/.exec(line)?.[1]).filter(Boolean);
  const telling = marked.length > 0 ? marked.slice(0, 2) : lines.filter((line) => line !== '').slice(-2);
  return telling.join(' ') || '没有输出';
}

/** Runs `body` while no other process of this clone does: two commands started at once must not install twice. */
export async function alone(name, body) {
  const lock = join(root, '.cache', `${name}.lock`);
  mkdirSync(dirname(lock), { recursive: true });
  while (!take(lock)) await sleep(200);
  try {
    return await body();
  } finally {
    rmSync(lock, { force: true });
  }
}

function take(lock) {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch {
    if (!holderLives(lock)) rmSync(lock, { force: true });
    return false;
  }
}

function holderLives(lock) {
  if (!existsSync(lock)) return true;
  // Just created and not written yet.
  const pid = Number(readFileSync(lock, 'utf8'));
  if (!pid) return Date.now() - modified(lock) < 5000;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
