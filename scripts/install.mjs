// Puts in place what a run needs: the npm packages, and for the tests in real editors a browser, Neovim and VS Code.
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

// Found to work together: .cache/vscode is VS Code 1.139, served by the Node 24 that it asks for.
const vscodePackages = ['code-server@4.139.1', `node-linux-${process.arch}@24.21.0`];
const vscodeHome = join(root, '.cache', 'vscode');
const vscodeStamp = join(vscodeHome, 'installed');

/** Installs what is missing of Chromium, Neovim, a Chinese font (Debian) and VS Code (into .cache/vscode). */
export async function ensureEditors() {
  if (process.platform !== 'linux') throw new Failure('真实编辑器测试没有运行：只支持 Linux。');
  await Promise.all([ensureDebianPackages(), ensureVsCode()]);
}

async function ensureDebianPackages() {
  const missing = [];
  if (!onPath('chromium')) missing.push('chromium');
  if (!onPath('nvim')) missing.push('neovim');
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

async function ensureVsCode() {
  const wanted = vscodePackages.join(' ');
  const present = () => existsSync(vscodeStamp) && readFileSync(vscodeStamp, 'utf8') === wanted;
  if (present()) return;
  await alone('vscode', async () => {
    if (present()) return;
    rmSync(vscodeHome, { recursive: true, force: true });
    mkdirSync(vscodeHome, { recursive: true });
    writeFileSync(join(vscodeHome, 'package.json'), '{ "private": true }\n');
    await npmInstall(['install', '--ignore-scripts', ...vscodePackages], vscodeHome);
    const inner = join(vscodeHome, 'node_modules', 'code-server', 'lib', 'vscode');
    await npmInstall(['install', '--omit=dev', '--ignore-scripts'], inner);
    writeFileSync(vscodeStamp, wanted);
  });
}

async function npmInstall(args, cwd) {
  const { code, output } = await npm(args, { cwd });
  if (code !== 0) throw new Failure(`真实编辑器测试缺 VS Code，npm 没有装上 code-server：${reason(output)}`);
}
