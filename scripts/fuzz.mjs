// Feeds random and damaged files to the command line and the server: `npm run fuzz -- [--seconds N] [--seed N]`.
// What makes a fault is made smaller and written to test/fuzz/cases, which the unit tests replay. See test/fuzz/main.ts.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { bundleForNode } from './bundle.mjs';
import { main, root } from './tools.mjs';

await main(async () => {
  // As deep below the root as the sources, which look for the seeds from where they stand.
  const outfile = join(root, '.cache', 'fuzz', `${process.pid}.mjs`);
  try {
    await bundleForNode('test/fuzz/main.ts', outfile);
    const argv = ['--enable-source-maps', outfile, ...process.argv.slice(2)];
    const child = spawn(process.execPath, argv, { cwd: root, stdio: 'inherit', windowsHide: true });
    process.exitCode = await new Promise((done) => child.on('close', (code) => done(code ?? 1)));
  } finally {
    rmSync(outfile, { force: true });
  }
});
