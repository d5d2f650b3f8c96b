// Loaded into a measured program: writes its memory when it ends, at the peak (KB) and at the end (bytes).
import { writeFileSync } from 'node:fs';
import { isMainThread } from 'node:worker_threads';

const { BENCH_MEMORY_FILE } = process.env;
if (BENCH_MEMORY_FILE && isMainThread) {
  process.on('exit', () => {
    const memory = { peak: process.resourceUsage().maxRSS, end: process.memoryUsage.rss() };
    writeFileSync(BENCH_MEMORY_FILE, JSON.stringify(memory));
  });
}
