// `npm run -s zhibiao -- check …` on a bare clone: installs and builds what is missing, then hands over to dist/cli.js.
// Standard output belongs to the command line alone.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ensureNodeModules } from './install.mjs';
import { Failure, main, root } from './tools.mjs';

await main(async () => {
  await ensureNodeModules();
  const { build, isBuilt } = await import('./build.mjs');
  if (!isBuilt()) console.error('正在构建……');
  await build();
  const cli = join(root, 'dist', 'cli.js');
  if (!existsSync(cli)) throw new Failure('命令行还没有构建出来：缺 server/src/cli/main.ts。');
  // npm changes to the package's folder; paths are meant from where the user stands.
  if (process.env.npm_lifecycle_event === 'zhibiao' && process.env.INIT_CWD) process.chdir(process.env.INIT_CWD);
  process.argv[1] = cli;
  await import(pathToFileURL(cli).href);
}, 2);
