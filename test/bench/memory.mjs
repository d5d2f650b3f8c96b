// Loaded into a measured program: writes its peak memory, in KB, when it ends.
import { writeFileSync } from 'node:fs';

const { BENCH_PEAK_FILE } = process.env;
if (BENCH_PEAK_FILE) process.on('exit', () => writeFileSync(BENCH_PEAK_FILE, String(process.resourceUsage().maxRSS)));
