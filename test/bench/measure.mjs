// Running, timing, and memory of child processes; figures of many runs.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const recorder = pathToFileURL(join(import.meta.dirname, 'memory.mjs')).href;
let runs = 0;

/** Starts a Node program that leaves a note of its memory behind. */
export function start(argv, options = {}) {
  const file = join(tmpdir(), `zhibiao-bench-${process.pid}-${runs++}`);
  const env = { ...process.env, BENCH_MEMORY_FILE: file };
  const child = spawn(process.execPath, ['--import', recorder, ...argv], { env, windowsHide: true, ...options });
  const ended = new Promise((done) => child.on('close', done));
  return {
    child,
    ended,
    /** Resident memory in MB, after the end: at its peak, and at the end. NaN where the program was killed. */
    memory() {
      if (!existsSync(file)) return { peak: Number.NaN, end: Number.NaN };
      const { peak, end } = JSON.parse(readFileSync(file, 'utf8'));
      rmSync(file);
      return { peak: peak / 1024, end: end / 2 ** 20 };
    },
  };
}

/** Runs a Node program to its end. @returns {Promise<{ ms: number, mb: number, code: number }>} `mb`: peak */
export async function timed(argv, cwd) {
  const begin = performance.now();
  const { ended, memory } = start(argv, { cwd, stdio: ['ignore', 'ignore', 'ignore'] });
  const code = await ended;
  return { ms: performance.now() - begin, mb: memory().peak, code };
}

/** @param {number} share 0.5: the median @returns {number} NaN of no numbers */
export function quantile(numbers, share) {
  const sorted = [...numbers].sort((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const [below, above] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below === undefined ? Number.NaN : below + (above - below) * (at - Math.floor(at));
}

export const median = (numbers) => quantile(numbers, 0.5);
