import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { bundleIntegrationTests, layOutWorkspace } from '../../scripts/integration.mjs';
import { extensionFolder } from './harness/extension-folder';
import { type TemporaryFolder, temporaryFolder } from './harness/temporary';
import { openPage } from './harness/vscode';
import { startVsCodeServer } from './harness/vscode-server';
import { startVsCodeWeb } from './harness/vscode-web';

/** Milliseconds for all tests inside, with the start of VS Code; and for the test here, which tells what came of them. */
const patience = 150_000;
const timeout = patience + 60_000;
/** Until the first of them is through. A window whose extension host has not come up by then is loaded again. */
const start = 60_000;

interface Outcome {
  readonly passed: readonly string[];
  readonly failed: readonly string[];
  /** The code that VS Code would exit with. */
  readonly code: number;
}

/** Opens VS Code at an address that names the tests, and waits for their end. */
async function outcomeOf(url: string): Promise<Outcome> {
  const lines: string[] = [];
  let exit = (_code: number) => {};
  const exited = new Promise<number>((resolve) => {
    exit = resolve;
  });
  const { page, close } = await openPage(url, async (page) => {
    await page.exposeFunction('codeAutomationLog', () => {});
    await page.exposeFunction('codeAutomationExit', (code: number) => exit(code));
    page.on('console', (message) => lines.push(message.text()));
  });
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error(`the tests did not end:\n${lines.join('\n')}`)), patience).unref();
  });
  const hasBegun = () => lines.some((line) => /\b(?:passed|failed): /.test(line));
  const again = setTimeout(() => !hasBegun() && page.reload().catch(() => undefined), start);
  try {
    const code = await Promise.race([exited, late]);
    // Its last words may still be on their way.
    await page.waitForTimeout(200);
    const told = (kind: string) => lines.flatMap((line) => new RegExp(`\\b${kind}: (.*)`, 's').exec(line)?.[1] ?? []);
    return { passed: told('passed'), failed: told('failed'), code };
  } finally {
    clearTimeout(again);
    await close();
  }
}

function expectSuccess({ passed, failed, code }: Outcome): void {
  expect(failed).toEqual([]);
  // Zero tests are no success.
  expect(passed.length).toBeGreaterThanOrEqual(10);
  expect(code).toBe(0);
}

let tests: string;
let workspace: TemporaryFolder;
beforeAll(async () => {
  tests = await bundleIntegrationTests();
});
beforeEach(() => {
  workspace = temporaryFolder();
});
afterEach(() => workspace.remove());

it('the extension does its work inside VS Code', { timeout }, async () => {
  const extension = await extensionFolder();
  const server = await startVsCodeServer({ runsTests: true });
  try {
    const remote = (path: string) => `vscode-remote://${server.authority}${path}`;
    const payload = [
      ['extensionDevelopmentPath', remote(extension.path)],
      ['extensionTestsPath', remote(tests)],
    ];
    const query = { workspace: layOutWorkspace(workspace.path), payload: JSON.stringify(payload) };
    expectSuccess(await outcomeOf(`http://${server.authority}/?${new URLSearchParams(query)}`));
  } finally {
    await server.close();
    extension.remove();
  }
});

it('the extension does its work inside VS Code for the Web', { timeout }, async () => {
  const name = basename(layOutWorkspace(workspace.path));
  const more = { 'integration.js': readFileSync(tests) };
  const server = await startVsCodeWeb({ folder: workspace.path, more, tests: 'integration.js' });
  try {
    expectSuccess(await outcomeOf(`${server.url}?workspace=vscode-test-web://mount/${name}`));
  } finally {
    await server.close();
  }
});
