import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Locator, type Page } from 'playwright-core';
import { type Problem, readProblems, type Severity, showProblems } from './problems';
import { root } from './temporary';
import { startVsCodeServer, type VsCodeServerOptions } from './vscode-server';

/** VS Code, driven as a person would. Lines and columns count from 1, as its status bar does. */
export interface Workbench {
  /** For whatever has no helper here. */
  readonly page: Page;
  /** Opens a file of the workspace by its name and puts the cursor at its start. */
  openFile(name: string): Promise<void>;
  goTo(line: number, column?: number): Promise<void>;
  /** Types at the cursor, key by key; VS Code closes brackets and indents as it does for a person. */
  type(text: string): Promise<void>;
  /** Pastes at the cursor: the text goes in as it is. */
  paste(text: string): Promise<void>;
  /** Presses keys in the editor, e.g. `Control+S`. */
  press(keys: string): Promise<void>;
  /** Runs a command of the palette by its title. */
  runCommand(title: string): Promise<void>;
  /** Text of the active editor, with what is not saved yet. */
  editorText(): Promise<string>;
  /** The Problems panel as it is now. */
  problems(): Promise<Problem[]>;
  /** Waits until the panel holds exactly `count` problems, and returns them. */
  waitForProblems(count: number): Promise<Problem[]>;
  /** Waits until the active editor shows at least `count` squiggles of this severity. */
  waitForSquiggles(count?: number, severity?: Severity): Promise<void>;
  /** Titles that Ctrl+. offers at the cursor. */
  quickFixes(): Promise<string[]>;
  /** Applies the quick fix at the cursor whose title contains `title`, by keyboard. */
  quickFix(title: string): Promise<void>;
  /** Text of the hover at the cursor. */
  hover(): Promise<string>;
  /** Labels that Ctrl+Space offers at the cursor, those in sight. */
  completions(): Promise<string[]>;
  /** Texts of the notifications on screen. */
  notifications(): Promise<string[]>;
  /** Writes .cache/screenshots/<name>.png and returns its path. */
  screenshot(name: string): Promise<string>;
  close(): Promise<void>;
}

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
const patience = 20_000;

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

/** True if something is there in good time. */
function appears(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

function helpers(page: Page): Omit<Workbench, 'page' | 'close'> {
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();
  const quickInput = page.locator('.quick-input-widget');
  const actions = page.locator('.action-widget .monaco-list-row.action');

  const press = async (keys: string) => {
    await page.keyboard.press('Control+1');
    await page.keyboard.press(keys);
  };

  /** Types into the quick input that `keys` open and takes the entry that says `entry`. */
  async function pick(keys: string, text: string, entry: string | RegExp): Promise<void> {
    const input = quickInput.locator('input:not([type=checkbox])').first();
    for (let round = 0; round < 4; round++) {
      await page.keyboard.press(keys);
      // A key that comes while the focus moves, out of a web view say, may be lost.
      if (await appears(input)) break;
    }
    await page.keyboard.type(text);
    // The one that Enter takes: before the list is filtered, the entry may stand further down.
    await quickInput.locator('.monaco-list-row.focused', { hasText: entry }).first().waitFor();
    await page.keyboard.press('Enter');
    await quickInput.waitFor({ state: 'hidden' });
  }

  async function goTo(line: number, column = 1): Promise<void> {
    const stands = (at: number) =>
      page.locator('.statusbar-item', { hasText: new RegExp(`Ln ${line}, Col ${at}\\b`) }).waitFor();
    await page.keyboard.press('Control+1');
    await pick('Control+G', String(line), new RegExp(`\\b${line}\\b`));
    // The keys that follow are lost until the editor has the focus again.
    await stands(1);
    // Not `line:column`: that counts a Chinese character as two columns.
    for (let step = 1; step < column; step++) await page.keyboard.press('ArrowRight');
    await stands(column);
  }

  async function showQuickFixes(): Promise<void> {
    for (let round = 0; round < 5; round++) {
      await press('Control+.');
      // A menu that is asked for while the light bulb is still thinking may not come.
      if (await appears(actions.first())) return;
    }
    throw new Error('no quick fix menu');
  }

  return {
    press,
    goTo,
    async openFile(name) {
      await pick('Control+P', name, name.split('/').at(-1) ?? name);
      // Not a tab that has the name in its title, such as that of a preview.
      await page.locator(`.tab.active[data-resource-name="${name.split('/').at(-1)}"]`).waitFor();
      await editor.locator('.view-line').first().waitFor();
      await goTo(1);
    },
    async type(text) {
      await page.keyboard.press('Control+1');
      await page.keyboard.type(text, { delay: 5 });
    },
    async paste(text) {
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
      await press('Control+V');
    },
    runCommand: (title) => pick('F1', title, title),
    async editorText() {
      const marker = `not copied yet ${Date.now()}`;
      await page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(marker)})`);
      await press('Control+A');
      await page.keyboard.press('Control+C');
      // Back to where the cursor was.
      await page.keyboard.press('Control+U');
      for (let round = 0; round < 100; round++) {
        const text = await page.evaluate<string>('navigator.clipboard.readText()');
        if (text !== marker) return text;
        await page.waitForTimeout(20);
      }
      throw new Error('nothing was copied');
    },
    problems: () => readProblems(page),
    async waitForProblems(count) {
      await showProblems(page);
      const badge = page.locator('.part.panel .action-item.checked .badge-content');
      if (count === 0) {
        await badge.waitFor({ state: 'hidden' });
        return [];
      }
      await badge.getByText(String(count), { exact: true }).waitFor();
      // The list may lag behind its badge.
      for (let round = 0; ; round++) {
        const problems = await readProblems(page);
        if (problems.length === count || round === 20) return problems;
        await page.waitForTimeout(100);
      }
    },
    async waitForSquiggles(count = 1, severity = 'error') {
      await editor
        .locator(`.squiggly-${severity}`)
        .nth(count - 1)
        .waitFor();
    },
    async quickFixes() {
      await showQuickFixes();
      const titles = await actions.allInnerTexts();
      await page.keyboard.press('Escape');
      await actions.first().waitFor({ state: 'hidden' });
      return titles.map((title) => title.trim());
    },
    async quickFix(title) {
      await showQuickFixes();
      const titles = await actions.allInnerTexts();
      const wanted = titles.findIndex((text) => text.includes(title));
      if (wanted < 0) throw new Error(`no quick fix 「${title}」 among ${titles.join(' | ')}`);
      for (let step = 0; step < wanted; step++) await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await actions.first().waitFor({ state: 'hidden' });
    },
    async hover() {
      await press('Control+K');
      await page.keyboard.press('Control+I');
      const content = page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first();
      await content.waitFor();
      const text = await content.textContent();
      await page.keyboard.press('Escape');
      return text ?? '';
    },
    async completions() {
      await press('Control+Space');
      const rows = page.locator('.suggest-widget.visible .monaco-list-row');
      await rows.first().waitFor();
      const labels = await rows.locator('.label-name').allInnerTexts();
      await page.keyboard.press('Escape');
      return labels;
    },
    async notifications() {
      return await page.locator('.notifications-toasts .notification-list-item-message').allInnerTexts();
    },
    async screenshot(name) {
      const folder = join(root, '.cache', 'screenshots');
      mkdirSync(folder, { recursive: true });
      const path = join(folder, `${name}.png`);
      await page.screenshot({ path });
      return path;
    },
  };
}
