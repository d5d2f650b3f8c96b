// Programs in test/ that import the sources (npm run evaluate, npm run fuzz) are bundled before they are run.
import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { generate } from './generate.mjs';
import { ensureNodeModules } from './install.mjs';
import { root } from './tools.mjs';

/** Bundles a TypeScript file for Node, with the libraries left outside. @param outfile absolute; its folder is made */
export async function bundleForNode(entry, outfile) {
  await ensureNodeModules();
  await generate();
  const { build } = await import('esbuild');
  mkdirSync(dirname(outfile), { recursive: true });
  await build({
    absWorkingDir: root,
    entryPoints: [entry],
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
}
