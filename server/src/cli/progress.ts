import type { Context } from './context';
import { displayWidth } from './width';

const PATIENCE_MS = 1000;
const BETWEEN_MS = 100;
const BAR_COLUMNS = 20;
const DEFAULT_COLUMNS = 80;

/** A line on a terminal's standard error that tells how far a run is, once it takes longer than a second. */
export function progress({ stderr, now }: Pick<Context, 'stderr' | 'now'>, total: number) {
  const started = now();
  let done = 0;
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    /** One file more is done. */
    advance(): void {
      done++;
      if (!stderr.isTTY) return;
      const time = now();
      if (time - started < PATIENCE_MS || time - drawn < BETWEEN_MS) return;
      drawn = time;
      // The last column stays free: some terminals would begin a new line.
      const columns = (stderr.columns || DEFAULT_COLUMNS) - 1;
      stderr.write(`\r\u001B[2K${progressLine(done, total, (time - started) / 1000, columns)}`);
    },
    clear(): void {
      if (drawn > Number.NEGATIVE_INFINITY) stderr.write('\r\u001B[2K');
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}

/** As much of the news as fits into the columns: `━━━━──── 已检查 1,240/3,000 个文件，每秒 85 个，还需约 20 秒`. */
export function progressLine(done: number, total: number, seconds: number, columns: number): string {
  const rate = done / seconds;
  const left = (total - done) / rate;
  const count = `${grouped(done)}/${grouped(total)}`;
  const text = `已检查 ${count} 个文件`;
  const speed = `，每秒 ${grouped(rate < 10 ? Number(rate.toFixed(1)) : Math.round(rate))} 个`;
  const rest = done < total ? `，还需约 ${duration(left)}` : '';
  const full = Math.round((BAR_COLUMNS * done) / total);
  const bar = `${'━'.repeat(full)}${'─'.repeat(BAR_COLUMNS - full)} `;
  const candidates = [`${bar}${text}${speed}${rest}`, `${text}${speed}${rest}`, `${text}${rest}`, text, count];
  return candidates.find((line) => displayWidth(line) <= columns) ?? '';
}

function grouped(value: number): string {
  return value.toLocaleString('en-US');
}

function duration(seconds: number): string {
  if (seconds < 100) return `${Math.max(1, Math.round(seconds))} 秒`;
  const minutes = Math.round(seconds / 60);
  return minutes < 60 ? `${minutes} 分钟` : `${Math.floor(minutes / 60)} 小时 ${minutes % 60} 分钟`;
}
