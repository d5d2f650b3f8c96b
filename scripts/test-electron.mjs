// The tests inside VS Code (test/integration) in VS Code for the desktop, which this downloads: it needs a network and a display.
// `npm run test:electron -- 1.91.1` asks for a version; without one it is the newest.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureNodeModules } from './install.mjs';
import { bundleIntegrationTests, layOutWorkspace } from './integration.mjs';
import { Failure, main, root } from './tools.mjs';

await main(async () => {
  await ensureNodeModules();
  if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
    throw new Failure('桌面版测试没有运行：要联网，还要有显示器（没有时可用 xvfb-run -a npm run test:electron）。');
  }
  const { build } = await import('./build.mjs');
  await build();
  const extensionTestsPath = await bundleIntegrationTests();
  const vscodeExecutablePath = await download(process.argv[2]);
  const folder = mkdtempSync(join(tmpdir(), 'zhibiao-electron-'));
  try {
    await run({ vscodeExecutablePath, extensionDevelopmentPath: root, extensionTestsPath }, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

async function download(version = 'stable') {
  const { downloadAndUnzipVSCode, SilentReporter } = await import('@vscode/test-electron');
  const cachePath = join(root, '.cache', 'vscode-test');
  console.log(`正在下载 VS Code（${version}）……`);
  return downloadAndUnzipVSCode({ version, cachePath, reporter: new SilentReporter() }).catch((error) => {
    throw new Failure(`桌面版测试没有运行：VS Code 没有下载下来，需要网络（${error.message}）。`);
  });
}

async function run(options, folder) {
  const { runTests } = await import('@vscode/test-electron');
  const state = ['--user-data-dir', join(folder, 'user'), '--extensions-dir', join(folder, 'extensions')];
  const quiet = ['--disable-workspace-trust', '--disable-telemetry', '--skip-welcome', '--skip-release-notes'];
  const launchArgs = [layOutWorkspace(join(folder, 'workspace')), ...state, ...quiet];
  await runTests({ ...options, launchArgs }).catch((error) => {
    throw new Failure(`桌面版测试没有通过：${error.message}`);
  });
}
