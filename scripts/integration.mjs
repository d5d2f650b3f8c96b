// What the tests inside VS Code (test/integration) need: their bundle, and the workspace that they work on.
import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './tools.mjs';

/** Bundles the tests for every kind of extension host; resolves with the path of the file that VS Code is to run. */
export async function bundleIntegrationTests() {
  const { build } = await import('esbuild');
  const outfile = join(root, '.cache', 'integration', 'index.js');
  await build({
    absWorkingDir: root,
    entryPoints: ['test/integration/index.ts'],
    outfile,
    bundle: true,
    platform: 'browser',
    target: 'es2022',
    format: 'cjs',
    external: ['vscode'],
    logLevel: 'error',
  });
  return outfile;
}

/** Puts the workspace into an empty folder; returns the path of its `.code-workspace`. */
export function layOutWorkspace(folder) {
  cpSync(join(root, 'test', 'integration', 'workspace'), folder, { recursive: true });
  cpSync(join(root, 'seeds', 'as-printed', 'shapotou'), join(folder, 'shapotou'), { recursive: true });
  return join(folder, 'counties.code-workspace');
}
