// The whole test run, on a bare clone too: installs, builds, checks, and tries the result in real editors.
// The last line of standard output is `N passed, N failed`.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { ensureEditors, ensureNodeModules } from './install.mjs';
import { Failure, main, root, runNode } from './tools.mjs';

const results = join(root, '.cache', 'test');
const total = { passed: 0, failed: 0, skipped: 0 };

await main(async () => {
  // Downloads wait for the network, not for a core: they go on beside the first steps.
  const editors = ensureEditors().then(done, failed);
  const ready = (await step('安装依赖', () => ensureNodeModules().then(done))) && (await step('构建', buildAll));
  if (ready) {
    await Promise.all([step('类型检查', types), step('代码规范', lint), step('语法高亮', grammar)]);
    await step('单元测试', () => vitest('unit'));
    const packed = await step('打包扩展', packExtension);
    const installed = await step('安装编辑器', () => editors);
    if (packed && installed) await step('端到端测试', () => vitest('e2e'));
    else console.log('未运行  端到端测试：前面的步骤没有通过');
  }
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exitCode = total.failed === 0 ? 0 : 1;
});

/**
 * Runs one step and prints its line; the output of a failing step is shown in full.
 * @param {() => Promise<{ ok: boolean, output?: string, counts?: typeof total }>} body
 */
async function step(name, body) {
  const start = performance.now();
  const { ok, output = '', counts = one(ok) } = await body().catch(failed);
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  const tests = counts.passed + counts.failed > 1 ? `  ${counts.passed}/${counts.passed + counts.failed}` : '';
  console.log(`${ok ? '通过' : '失败'}  ${name}  ${seconds} 秒${tests}`);
  if (!ok) console.log(output.trimEnd());
  return ok;
}

function one(ok) {
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1, skipped: 0 };
}

function done() {
  return { ok: true };
}

function failed(error) {
  return { ok: false, output: error instanceof Failure ? error.message : String(error.stack) };
}

async function buildAll() {
  const { build } = await import('./build.mjs');
  await build();
  return done();
}

async function packExtension() {
  const { pack } = await import('./package.mjs');
  return { ok: true, output: await pack() };
}

async function tool(script, args) {
  const { code, output } = await runNode(script, args, { minutes: 15 });
  return { ok: code === 0, output };
}

async function types() {
  const whole = await tool('typescript/bin/tsc', ['--noEmit']);
  // Only the preview's webview knows the page that it runs in.
  return whole.ok ? tool('typescript/bin/tsc', ['--noEmit', '--project', 'client/src/preview/webview']) : whole;
}

function lint() {
  return tool('@biomejs/biome/bin/biome', ['check', '.']);
}

async function grammar() {
  const folder = join(root, 'test', 'grammar');
  const names = existsSync(folder) ? readdirSync(folder, { recursive: true }).map((name) => join(folder, name)) : [];
  const tests = names.filter((name) => /\.ya?ml$/.test(name));
  return tests.length === 0 ? { ok: true } : tool('vscode-tmgrammar-test/dist/unit.js', tests);
}

/** Runs one vitest project; a file that does not even load counts as one failure. */
async function vitest(project) {
  const report = join(results, `${project}.json`);
  mkdirSync(results, { recursive: true });
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok, output } = await tool('vitest/vitest.mjs', ['run', '--project', project, ...reporters]);
  const counted = existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : {};
  const { numPassedTests: passed = 0, numFailedTests = 0, numPendingTests: skipped = 0 } = counted;
  return { ok, output, counts: { passed, failed: ok ? numFailedTests : Math.max(1, numFailedTests), skipped } };
}
