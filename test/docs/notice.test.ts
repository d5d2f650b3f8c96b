import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { readPage, root } from './markdown';

/** Library folders that end up in the bundles, by the same entries as scripts/build.mjs. */
async function bundled(): Promise<string[]> {
  const { metafile } = await build({
    absWorkingDir: root,
    entryPoints: ['server/src/cli/main.ts', 'server/src/lsp/node.ts', 'client/src/extension.ts'],
    bundle: true,
    platform: 'node',
    mainFields: ['module', 'main'],
    external: ['vscode'],
    metafile: true,
    write: false,
    outdir: 'dist',
    logLevel: 'error',
  });
  const inputs = Object.values(metafile.outputs).flatMap((output) => Object.entries(output.inputs));
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [...new Set(used.flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []))];
}

it('NOTICE.md lists what is bundled, with its licence', async () => {
  const notice = readPage('NOTICE.md');
  const listed = [...notice.matchAll(/^\| ([\w@/.-]+) \| (MIT|ISC|BSD-3-Clause) \|/gm)].map(([, name, licence]) => [
    name,
    licence,
  ]);
  const wanted = (await bundled()).map((folder) => {
    const { name, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    return [name, license];
  });
  expect(listed).toEqual(wanted.sort());
});
