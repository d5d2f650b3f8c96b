import type { Context } from './context';

const PATIENCE_MS = 1000;
const BETWEEN_MS = 100;

/** A line on a terminal's standard error that counts the files, once a run takes longer than a second. */
export function progress({ stderr, now }: Pick<Context, 'stderr' | 'now'>, total: number) {
  const started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    /** @param done files so far */
    advance(done: number): void {
      const time = now();
      if (!stderr.isTTY || time - started < PATIENCE_MS || time - drawn < BETWEEN_MS) return;
      drawn = time;
      stderr.write(`\r\u001B[2K已检查 ${done}/${total} 个文件`);
    },
    clear(): void {
      if (drawn > Number.NEGATIVE_INFINITY) stderr.write('\r\u001B[2K');
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}
