import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator, Page } from 'playwright-core';
import { type Problem, readProblems, type Severity, showProblems } from './problems';
import { appears, quickInputOf } from './quick-input';
import { root } from './temporary';

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
  /** Runs a command of the palette that asks on in the same place. */
  startCommand(title: string): Promise<void>;
  /** Takes an entry of the list that is open in the quick input. */
  choose(entry: string): Promise<void>;
  /** The quick input: the palette, lists to choose from, and the dialogues for files. */
  readonly quickInput: Locator;
  /** Takes an entry of the menu that is open or about to be. */
  chooseFromMenu(title: string): Promise<void>;
  /** Text of the active editor, with what is not saved yet. */
  editorText(): Promise<string>;
  /** The Problems panel as it is now. */
  problems(): Promise<Problem[]>;
  /** Waits until the panel holds exactly `count` problems, and returns them. */
  waitForProblems(count: number): Promise<Problem[]>;
  /** Waits until the active editor shows at least `count` squiggles of this severity. */
  waitForSquiggles(count?: number, severity?: Severity): Promise<void>;
  /** Titles that Ctrl+. offers at the cursor. @param picture name of a screenshot of the menu */
  quickFixes(picture?: string): Promise<string[]>;
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

/** What a person can do in a window of VS Code, on the desktop or in a browser. */
export function helpers(page: Page): Omit<Workbench, 'page' | 'close'> {
  const editor = page.locator('.editor-group-container.active .monaco-editor').first();
  const { quickInput, ask, pick, choose } = quickInputOf(page);
  const actions = page.locator('.action-widget .monaco-list-row.action');

  const press = async (keys: string) => {
    await page.keyboard.press('Control+1');
    await page.keyboard.press(keys);
  };

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

  async function screenshot(name: string): Promise<string> {
    const folder = join(root, '.cache', 'screenshots');
    mkdirSync(folder, { recursive: true });
    const path = join(folder, `${name}.png`);
    await page.screenshot({ path });
    return path;
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
    runCommand: (title) => pick('F1', title),
    startCommand: (title) => ask('F1', title),
    choose,
    quickInput,
    async chooseFromMenu(title) {
      const menu = page.locator('.monaco-menu');
      const entry = menu.locator('.action-item', { hasText: title });
      await entry.waitFor();
      // A menu of VS Code takes no clicks in its first 100 ms.
      await page.waitForTimeout(200);
      await entry.click();
      await menu.waitFor({ state: 'hidden' });
    },
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
    async quickFixes(picture) {
      await showQuickFixes();
      const titles = await actions.allInnerTexts();
      if (picture !== undefined) await screenshot(picture);
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
    screenshot,
  };
}
