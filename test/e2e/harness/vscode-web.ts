import { createRequire } from 'node:module';
import { join } from 'node:path';
import { extensionFolder } from './extension-folder';
import { freePort } from './free-port';
import { quiet } from './quiet';
import { type Files, root, temporaryFolder } from './temporary';
import { openWorkbench } from './vscode';
import type { Workbench } from './workbench';

const home = join(root, '.cache', 'vscode-web');

/** What is used of `@vscode/test-web`, which stands in .cache/vscode-web. */
interface TestWeb {
  open(options: {
    readonly browserType: 'none';
    readonly host: string;
    readonly port: number;
    readonly quality: 'stable';
    readonly commit: string;
    readonly testRunnerDataDir: string;
    readonly extensionDevelopmentPath: string;
    readonly extensionTestsPath?: string;
    readonly folderPath: string;
  }): Promise<{ dispose(): void }>;
}

export interface VsCodeWebOptions {
  /** Files of the workspace folder. The browser works on a copy in its memory. */
  readonly files?: Files;
  /** The workspace folder instead of a new one, absolute. */
  readonly folder?: string;
  /** Files beside or over the packed ones in the extension's folder. */
  readonly more?: Files;
  /** Name of a file among `more` that VS Code is to run as a test. */
  readonly tests?: string;
}

export interface VsCodeWebServer {
  /** Address of the workbench with the workspace folder open; ends with a slash. */
  readonly url: string;
  close(): Promise<void>;
}

/** Serves VS Code for the Web on a free port of this machine, with the files of the packed extension and no other. */
export async function startVsCodeWeb({
  files = {},
  folder,
  more = {},
  tests,
}: VsCodeWebOptions): Promise<VsCodeWebServer> {
  const extension = await extensionFolder(more);
  const workspace = temporaryFolder({ '.vscode/settings.json': JSON.stringify(quiet), ...files });
  const { open } = createRequire(join(home, 'package.json'))('@vscode/test-web') as TestWeb;
  const port = await freePort();
  const server = await open({
    browserType: 'none',
    host: 'localhost',
    port,
    quality: 'stable',
    commit: 'npm',
    testRunnerDataDir: join(home, 'builds'),
    extensionDevelopmentPath: extension.path,
    ...(tests && { extensionTestsPath: join(extension.path, tests) }),
    folderPath: folder ?? workspace.path,
  });
  return {
    // Not `localhost` itself: webviews ask for a service worker below it.
    url: `http://vs.localhost:${port}/`,
    async close() {
      server.dispose();
      extension.remove();
      workspace.remove();
    },
  };
}

/** Starts VS Code for the Web with the extension and opens the workspace. Close it in `afterAll`. */
export async function openVsCodeWeb(options: VsCodeWebOptions): Promise<Workbench> {
  const { url, close } = await startVsCodeWeb(options);
  const workbench = await openWorkbench(url, close);
  const { page, goTo } = workbench;
  const tree = page.locator('.explorer-folders-view');
  return {
    ...workbench,
    // By the explorer: this version finds no files by name in a folder that an extension serves.
    async openFile(name) {
      for (const part of name.split('/')) {
        const row = tree.getByRole('treeitem', { name: part, exact: true });
        await row.waitFor();
        const expanded = await row.getAttribute('aria-expanded');
        if (expanded === 'false') await row.click();
        if (expanded === null) await row.dblclick();
      }
      await page.locator('.tab.active', { hasText: name.split('/').at(-1) }).waitFor();
      await page.locator('.editor-group-container.active .view-line').first().waitFor();
      await goTo(1);
    },
  };
}
