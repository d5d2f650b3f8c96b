// Measures the quality of judgement: `npm run evaluate -- [--seed N] [--rounds N] [--only RULE] [--write]`. See test/evaluate/main.ts.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './bundle.mjs';
import { main, root } from './tools.mjs';

await main(async () => {
  const folder = join(root, '.cache', 'evaluate', String(process.pid));
  const outfile = join(folder, 'evaluate.mjs');
  try {
    await bundleForNode('test/evaluate/main.ts', outfile);
    await import(pathToFileURL(outfile).href);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
