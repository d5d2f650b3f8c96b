import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vsix } from './harness/product';
import { root } from './harness/temporary';
import { openVsCode, type Workbench } from './harness/vscode';
import { openVsCodeWeb } from './harness/vscode-web';

const seed = (path: string) => readFileSync(join(root, 'seeds', 'corrected', path), 'utf8');
const files = {
  'lanling.zhibiao.yaml': seed('lanling/lanling.zhibiao.yaml'),
  'lanling.danwei.yaml': readFileSync(join(root, 'seeds', 'as-printed', 'lanling', 'lanling.danwei.yaml'), 'utf8'),
  'qinshui.zhibiao.yaml': seed('qinshui/qinshui.zhibiao.yaml').replace(/^单位名录:.*$/m, '单位名录: [县司法局]'),
  'shapotou.zhibiao.yaml': seed('shapotou/shapotou.zhibiao.yaml').replace(/^单位名录:.*$/m, '单位名录: [区司法局]'),
};
const words = (file: string): Record<string, string> => JSON.parse(readFileSync(join(root, file), 'utf8'));
const editors = [
  { editor: 'VS Code', open: () => openVsCode({ extensions: [vsix()], files }), nls: words('package.nls.en.json') },
  // This version takes the default words, which are Chinese, whatever its own language.
  { editor: 'VS Code for the Web', open: () => openVsCodeWeb({ files }), nls: words('package.nls.json') },
];

let code: Workbench;

describe.each(editors)('editions and counties in $editor', ({ editor, open, nls }) => {
  const screenshot = (name: string) => code.screenshot(editor === 'VS Code' ? name : `web ${name}`);
  const quickInput = () => code.page.locator('.quick-input-widget');

  beforeAll(async () => {
    code = await open();
  });
  afterAll(() => code?.close());
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      await screenshot(`failed ${task.name}`);
    });
  });

  /** Runs a command of the palette that asks on in the same place, and waits for its first list. */
  async function ask(key: string, entry: string): Promise<void> {
    const title = nls[key]?.replace('…', '') ?? key;
    await code.page.keyboard.press('F1');
    await quickInput().locator('input[type="text"]').first().waitFor();
    await code.page.keyboard.type(title);
    await quickInput().locator('.monaco-list-row.focused', { hasText: title }).first().waitFor();
    await code.page.keyboard.press('Enter');
    await quickInput().locator('.monaco-list-row', { hasText: entry }).first().waitFor();
  }

  it('compares with the other counties of the folder', async () => {
    await code.openFile('qinshui.zhibiao.yaml');
    await ask('commands.compare', 'shapotou.zhibiao.yaml');
    await code.page.keyboard.type('shapotou');
    await code.page.keyboard.press('ArrowDown');
    await code.page.keyboard.press('Space');
    await screenshot('compare choice');
    await code.page.keyboard.press('Enter');
    await quickInput().locator('.monaco-list-row', { hasText: '只列不一致的地方' }).first().waitFor();
    await code.page.keyboard.press('Enter');
    const shown = code.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await shown.locator('table').first().waitFor();
    expect(await shown.locator('table').first().innerText()).toContain('沙坡头');
    await screenshot('compare');
  });

  it('moves a file to the newer edition and shows both side by side', async () => {
    await code.openFile('lanling.zhibiao.yaml');
    await ask('commands.migrate', '2021年版');
    await code.page.keyboard.type('2021');
    await quickInput().locator('.monaco-list-row.focused', { hasText: '2021年版' }).first().waitFor();
    await code.page.keyboard.press('Enter');
    await code.page.locator('.tab.active', { hasText: '2021年版' }).waitFor();
    await code.page.locator('.notification-list-item-message', { hasText: '待核' }).first().waitFor();
    await code.page
      .locator('.editor-group-container.active .monaco-diff-editor .modified .view-line')
      .first()
      .waitFor();
    await screenshot('migrate');
  });
});
