import type { Locator, Page } from 'playwright-core';

/** The quick input of VS Code by keyboard. */
export interface QuickInput {
  readonly quickInput: Locator;
  /** Opens it with `keys`, types `text` and takes the entry that says `entry`; it may ask on. */
  ask(keys: string, text: string, entry?: string | RegExp): Promise<void>;
  /** The same where nothing more is asked. */
  pick(keys: string, text: string, entry?: string | RegExp): Promise<void>;
  /** Takes an entry of the list that is open. */
  choose(entry: string): Promise<void>;
}

/** True if something is there in good time. */
export function appears(what: Locator): Promise<boolean> {
  return what.waitFor({ timeout: 3_000 }).then(
    () => true,
    () => false,
  );
}

export function quickInputOf(page: Page): QuickInput {
  const quickInput = page.locator('.quick-input-widget');
  const rows = quickInput.locator('.monaco-list-row');

  async function open(keys: string): Promise<void> {
    for (let round = 0; round < 5; round++) {
      await page.keyboard.press(keys);
      // A key that comes while the focus moves, out of a web view say, may be lost.
      if (await appears(quickInput.locator('input:not([type=checkbox])').first())) return;
    }
    throw new Error(`${keys} opened nothing`);
  }

  /** Narrows the list down. The entry that Enter takes: before the list is filtered, it may stand further down. */
  async function take(text: string, entry: string | RegExp): Promise<void> {
    await page.keyboard.type(text);
    await quickInput.locator('.monaco-list-row.focused', { hasText: entry }).first().waitFor();
    await page.keyboard.press('Enter');
  }

  async function ask(keys: string, text: string, entry: string | RegExp = text): Promise<void> {
    await open(keys);
    await take(text, entry);
  }

  return {
    quickInput,
    ask,
    async pick(keys, text, entry) {
      await ask(keys, text, entry);
      await quickInput.waitFor({ state: 'hidden' });
    },
    async choose(entry) {
      await rows.filter({ hasText: entry }).first().waitFor();
      await take(entry, entry);
    },
  };
}
