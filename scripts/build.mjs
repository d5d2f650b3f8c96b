// Bundles the command line, the language server and the extension into dist/. `--dev` keeps names and adds source maps.
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { generate } from './generate.mjs';
import { ensureNodeModules } from './install.mjs';
import { alone, Failure, main, modified, newest, root, startedAs } from './tools.mjs';

/** The libraries of formats (Word, Excel, web pages), by name: `word` for exchange/source/word-library.ts. */
const formats = new Map(
  ['source', 'export'].flatMap((folder) => {
    const path = `server/src/exchange/${folder}`;
    const names = existsSync(join(root, path)) ? readdirSync(join(root, path)) : [];
    const libraries = names.filter((name) => name.endsWith('-library.ts')).sort();
    return libraries.map((name) => [basename(name, '-library.ts'), `${path}/${name}`]);
  }),
);

const entries = [
  { source: 'server/src/cli/main.ts', target: 'dist/cli.js', banner: '#!/usr/bin/env node' },
  { source: 'server/src/cli/command-line.ts', target: 'dist/command-line.js' },
  { source: 'server/src/lsp/node.ts', target: 'dist/server.js' },
  { source: 'server/src/domain/pinyin-library.ts', target: 'dist/pinyin.js' },
  { source: 'server/src/exchange/importing.ts', target: 'dist/importing.js' },
  ...[...formats].map(([name, source]) => ({ source, target: `dist/formats/${name}.js` })),
  { source: 'client/src/extension.ts', target: 'dist/client.js', external: ['vscode'] },
  // VS Code for the Web: the client in its extension host, the server in a worker that the client starts.
  { source: 'client/src/browser.ts', target: 'dist/web/client.js', external: ['vscode'], web: true },
  { source: 'server/src/lsp/browser.ts', target: 'dist/web/server.js', web: true, format: 'iife' },
  { source: formatsTogether(), target: 'dist/web/formats.js', web: true, format: 'iife', globalName: 'zhibiaoFormats' },
  // What runs in the preview's webview; its style sheet is written beside it.
  { source: 'client/src/preview/webview/main.ts', target: 'dist/preview.js', web: true, format: 'iife' },
];
const sources = [
  'server/src',
  'client/src',
  'schemas',
  'syntaxes',
  'l10n',
  'seeds/requirements',
  'package.json',
  'package-lock.json',
  'scripts',
];
const stamp = join(root, 'dist', '.stamp');

/** True when dist/ is newer than all that it is made from. */
export function isBuilt(mode = 'production') {
  if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== mode) return false;
  if (present().some(({ target }) => !existsSync(join(root, target)))) return false;
  return newest(sources.map((path) => join(root, path))) <= modified(stamp);
}

/** Builds dist/ unless it is up to date. An entry whose source does not exist is skipped. */
export async function build({ mode = 'production' } = {}) {
  if (!isBuilt(mode)) await alone('build', () => rebuild(mode));
}

async function rebuild(mode) {
  if (isBuilt(mode)) return;
  await generate();
  mkdirSync(dirname(stamp), { recursive: true });
  // Dated before the sources are read: what is edited meanwhile is newer.
  writeFileSync(`${stamp}.new`, mode);
  const { build: esbuild } = await import('esbuild');
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const define = {
    ZHIBIAO_VERSION: JSON.stringify(version),
    ZHIBIAO_CORPORA: JSON.stringify(readdirSync(join(root, 'seeds', 'requirements')).sort()),
  };
  await Promise.all(present().map((entry) => bundle(esbuild, entry, mode, define)));
  renameSync(`${stamp}.new`, stamp);
}

function present() {
  return entries.filter(({ source }) => typeof source !== 'string' || existsSync(join(root, source)));
}

/** In a browser all formats are one file: it is loaded as a whole when one of them is first needed. */
function formatsTogether() {
  const contents = [...formats].map(([name, path]) => `export * as ${name} from './${path}';`).join('\n');
  return { contents, resolveDir: root, sourcefile: 'formats.ts', loader: 'ts' };
}

async function bundle(esbuild, entry, mode, define) {
  const { source, target, banner, external, web = false, format = 'cjs', globalName } = entry;
  const production = mode === 'production';
  const options = {
    absWorkingDir: root,
    ...(typeof source === 'string' ? { entryPoints: [source] } : { stdin: source }),
    globalName,
    outfile: target,
    bundle: true,
    platform: web ? 'browser' : 'node',
    target: web ? 'es2022' : 'node20',
    format,
    // The ES form of a package first: it is smaller, and the UMD form of some cannot be bundled.
    mainFields: [...(web ? ['browser'] : []), 'module', 'main'],
    external,
    plugins: [filesApart],
    // `require` in Node: its loader for `import()` reads a file of ours three times over, which takes a tenth of a second.
    supported: { 'dynamic-import': web },
    define,
    banner: banner ? { js: banner } : undefined,
    minifySyntax: production,
    minifyWhitespace: production,
    sourcemap: production ? false : 'linked',
    charset: 'utf8',
    legalComments: 'none',
    logLevel: 'silent',
  };
  const result = await esbuild(options).catch((error) => error);
  if (!(result instanceof Error)) return;
  const errors = result.errors ?? [{ text: result.message }];
  throw new Failure(`${target} 构建失败：\n${errors.map(describe).join('\n')}`);
}

function describe({ text, location }) {
  return location ? `  ${location.file}:${location.line}:${location.column + 1} ${text}` : `  ${text}`;
}

/** Modules that become files of their own in Node, so that they are loaded when they are needed and not before. */
const apart = {
  'cli/command-line': './command-line.js',
  'lsp/node': './server.js',
  'domain/pinyin-library': './pinyin.js',
  'exchange/importing': './importing.js',
  ...Object.fromEntries(
    [...formats].map(([name, path]) => [path.slice('server/src/'.length, -3), `./formats/${name}.js`]),
  ),
};

/**
 * `import('../lsp/node')` in the command line becomes dist/server.js, so that a check does not load the server. A worker
 * loads the formats from the place that `self.zhibiaoFormatsUrl` names (lsp/browser.ts); all else is within its one file.
 */
const filesApart = {
  name: 'files-apart',
  setup(esbuild) {
    const isNode = esbuild.initialOptions.platform === 'node';
    esbuild.onResolve({ filter: /^\.{1,2}\// }, ({ kind, path, resolveDir }) => {
      if (kind !== 'dynamic-import') return undefined;
      const module = relative(join(root, 'server', 'src'), join(resolveDir, path)).replaceAll('\\', '/');
      if (isNode) return apart[module] ? { path: apart[module], external: true } : undefined;
      return apart[module]?.startsWith('./formats/')
        ? { path: basename(module, '-library'), namespace: 'format' }
        : undefined;
    });
    esbuild.onLoad({ filter: /.*/, namespace: 'format' }, ({ path }) => ({
      contents: `if (!self.zhibiaoFormats) importScripts(self.zhibiaoFormatsUrl); module.exports = self.zhibiaoFormats.${path};`,
    }));
  },
};

if (startedAs(import.meta.url)) {
  await main(async () => {
    await ensureNodeModules();
    await build({ mode: process.argv.includes('--dev') ? 'development' : 'production' });
  });
}
