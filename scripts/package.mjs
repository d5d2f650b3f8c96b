// Builds and packs zhibiao-<version>.vsix at the root. What goes in is listed in .vscodeignore. Works offline.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from './build.mjs';
import { ensureNodeModules } from './install.mjs';
import { Failure, main, reason, root, runNode, startedAs } from './tools.mjs';

/** Absolute path of the package that `pack` writes. */
export function packagePath() {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  return join(root, `zhibiao-${version}.vsix`);
}

/** Builds if needed and packs; returns vsce's report of what is inside. */
export async function pack() {
  await build();
  const args = ['package', '--no-dependencies', '--allow-missing-repository', '--no-rewrite-relative-links'];
  const { code, output } = await runNode('@vscode/vsce/vsce', [...args, '--out', packagePath()]);
  if (code !== 0) throw new Failure(`打包失败：${reason(output)}`);
  return output;
}

if (startedAs(import.meta.url)) {
  await main(async () => {
    await ensureNodeModules();
    console.log((await pack()).trim());
  });
}
