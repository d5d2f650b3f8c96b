// Running, timing, and peak memory of child processes.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const recorder = pathToFileURL(join(import.meta.dirname, 'peak.mjs')).href;
let runs = 0;

/** Starts a Node program that leaves its peak memory behind. */
export function start(argv, options = {}) {
  const file = join(tmpdir(), `zhibiao-bench-${process.pid}-${runs++}`);
  const env = { ...process.env, BENCH_PEAK_FILE: file };
  const child = spawn(process.execPath, ['--import', recorder, ...argv], { env, windowsHide: true, ...options });
  const ended = new Promise((done) => child.on('close', done));
  return {
    child,
    ended,
    /** Peak resident memory in MB, after the end; NaN where the program was killed. */
    peak() {
      if (!existsSync(file)) return Number.NaN;
      const megabytes = Number(readFileSync(file, 'utf8')) / 1024;
      rmSync(file);
      return megabytes;
    },
  };
}

/** Runs a Node program to its end. @returns {Promise<{ ms: number, mb: number, code: number }>} */
export async function timed(argv, cwd) {
  const begin = performance.now();
  const { ended, peak } = start(argv, { cwd, stdio: ['ignore', 'ignore', 'ignore'] });
  const code = await ended;
  return { ms: performance.now() - begin, mb: peak(), code };
}

export function median(numbers) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
