import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { startVsCodeServer, type VsCodeServerOptions } from './vscode-server';
import { helpers, type Workbench } from './workbench';

/** VS Code with a workspace folder on this machine. */
export interface VsCode extends Workbench {
  /** The workspace folder, absolute. */
  readonly workspace: string;
  /** The folder that extensions are installed in, absolute. */
  readonly extensions: string;
  /** Saves the active editor and returns what then stands on disk. */
  save(name: string): Promise<string>;
}

const flags = [
  ...['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking'],
  ...['--disable-component-update', '--disable-sync', '--disable-dev-shm-usage'],
];
/** Milliseconds that anything on screen may take to appear. */
const patience = 60_000;

/** Starts VS Code with fresh folders, installs the extensions, opens the workspace. Close it in `afterAll`. */
export async function openVsCode(options: VsCodeServerOptions = {}): Promise<VsCode> {
  const server = await startVsCodeServer(options);
  const { workspace, extensions } = server;
  const workbench = await openWorkbench(server.url, server.close);
  return {
    ...workbench,
    workspace,
    extensions,
    async save(name) {
      await workbench.press('Control+S');
      await workbench.page.locator('.tab.active.dirty').waitFor({ state: 'detached' });
      return readFileSync(join(workspace, name), 'utf8');
    },
  };
}

/** A page of a browser of its own. @param prepare called before there is anything on the page */
export async function openPage(
  url: string,
  prepare: (page: Page) => Promise<unknown> = async () => {},
): Promise<{ readonly page: Page; close(): Promise<void> }> {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: flags });
  const close = () => browser.close();
  try {
    const context = await browser.newContext({
      viewport: { width: 1400, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const page = await context.newPage();
    page.setDefaultTimeout(patience);
    await prepare(page);
    await page.goto(url);
    return { page, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Opens VS Code where it is served. @param stop ends what serves it */
export async function openWorkbench(url: string, stop: () => Promise<void>): Promise<Workbench> {
  let closePage = async () => {};
  const close = async () => {
    await closePage();
    await stop();
  };
  try {
    const opened = await openPage(url);
    closePage = opened.close;
    const { page } = opened;
    await page.locator('.monaco-workbench .part.statusbar').waitFor();
    return { ...helpers(page), page, close };
  } catch (error) {
    await close();
    throw error;
  }
}
