// Feeds random and damaged files to the command line and the server: `npm run fuzz -- [--seconds N] [--seed N]`.
// What makes a fault is made smaller and written to test/fuzz/cases, which the unit tests replay. See test/fuzz/main.ts.
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { generate } from './generate.mjs';
import { main, root } from './tools.mjs';

await main(async () => {
  await generate();
  const { build } = await import('esbuild');
  // As deep below the root as the sources, which look for the seeds from where they stand.
  const folder = join(root, '.cache', 'fuzz');
  const outfile = join(folder, `${process.pid}.mjs`);
  mkdirSync(folder, { recursive: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: ['test/fuzz/main.ts'],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      mainFields: ['module', 'main'],
      packages: 'external',
      // As Node wants them named in modules.
      alias: Object.fromEntries(
        ['vscode-languageserver/node', 'vscode-languageserver-protocol/node'].map((name) => [name, `${name}.js`]),
      ),
      sourcemap: 'inline',
      logLevel: 'error',
    });
    const argv = ['--enable-source-maps', outfile, ...process.argv.slice(2)];
    const child = spawn(process.execPath, argv, { cwd: root, stdio: 'inherit', windowsHide: true });
    process.exitCode = await new Promise((done) => child.on('close', (code) => done(code ?? 1)));
  } finally {
    rmSync(outfile, { force: true });
  }
});
