import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BuildOptions, build } from 'esbuild';
import { expect, it } from 'vitest';
import { readPage, root } from './markdown';

/** What ends up where, by the same entries as scripts/build.mjs. */
const bundles: readonly BuildOptions[] = [
  {
    entryPoints: ['server/src/cli/main.ts', 'server/src/lsp/node.ts', 'client/src/extension.ts'],
    platform: 'node',
    mainFields: ['module', 'main'],
  },
  {
    entryPoints: ['server/src/lsp/browser.ts', 'client/src/browser.ts'],
    platform: 'browser',
    mainFields: ['browser', 'module', 'main'],
  },
];

/** Library folders that end up in the bundles. */
async function bundled(): Promise<string[]> {
  const shared = { absWorkingDir: root, bundle: true, outdir: 'dist', external: ['vscode'] };
  const results = await Promise.all(
    bundles.map((options) => build({ ...shared, ...options, metafile: true, write: false, logLevel: 'error' })),
  );
  const inputs = results.flatMap(({ metafile }) =>
    Object.values(metafile.outputs).flatMap(({ inputs }) => Object.entries(inputs)),
  );
  const used = inputs.filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  return [...new Set(used.flatMap(([path]) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path)?.[0] ?? []))];
}

it('NOTICE.md lists what is bundled, with its licence', async () => {
  const notice = readPage('NOTICE.md');
  const listed = [
    ...notice.matchAll(/^\| ([\w@/.-]+) \| ((?:MIT|ISC|BSD-[23]-Clause|Apache-2\.0)(?: AND Zlib)?) \|/gm),
  ].map(([, name, licence]) => [name, licence]);
  const wanted = (await bundled()).map((folder) => {
    const { name, license } = JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8'));
    // Of a choice, the first is taken; the brackets say nothing.
    return [name, license.replace(/^\(|\)$| OR .*$/g, '')];
  });
  expect(listed).toEqual(wanted.sort());
});
