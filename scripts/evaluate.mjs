// Measures the quality of judgement: `npm run evaluate -- [--seed N] [--rounds N] [--only RULE] [--write]`. See test/evaluate/main.ts.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { generate } from './generate.mjs';
import { main, root } from './tools.mjs';

const entry = process.env.ZHIBIAO_ENTRY ?? 'main';
await main(async () => {
  await generate();
  const { build } = await import('esbuild');
  const folder = join(root, '.cache', 'evaluate', String(process.pid));
  const outfile = join(folder, 'evaluate.mjs');
  mkdirSync(folder, { recursive: true });
  try {
    await build({
      absWorkingDir: root,
      entryPoints: [`test/evaluate/${entry}.ts`],
      outfile,
      bundle: true,
      platform: 'node',
      target: 'node20',
      format: 'esm',
      mainFields: ['module', 'main'],
      packages: 'external',
      sourcemap: 'inline',
      logLevel: 'error',
    });
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
