import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attend, editors } from './harness/editors';
import { root } from './harness/temporary';
import type { Workbench } from './harness/workbench';

const seed = (path: string) => readFileSync(join(root, 'seeds', 'corrected', path), 'utf8');
const files = {
  'lanling.zhibiao.yaml': seed('lanling/lanling.zhibiao.yaml'),
  'lanling.danwei.yaml': readFileSync(join(root, 'seeds', 'as-printed', 'lanling', 'lanling.danwei.yaml'), 'utf8'),
  'qinshui.zhibiao.yaml': seed('qinshui/qinshui.zhibiao.yaml').replace(/^单位名录:.*$/m, '单位名录: [县司法局]'),
  'shapotou.zhibiao.yaml': seed('shapotou/shapotou.zhibiao.yaml').replace(/^单位名录:.*$/m, '单位名录: [区司法局]'),
};
let code: Workbench;

describe.each(editors)('editions and counties in $name', ({ isWeb, open, title }) => {
  const kind = isWeb ? 'web ' : '';
  const screenshot = (name: string) => code.screenshot(kind + name);

  beforeAll(async () => {
    ({ code } = await open(files));
  });
  attend(() => code, kind);

  it('compares with the other counties of the folder', async () => {
    await code.openFile('qinshui.zhibiao.yaml');
    await code.startCommand(title('commands.compare'));
    await code.quickInput.locator('.monaco-list-row', { hasText: 'shapotou.zhibiao.yaml' }).first().waitFor();
    await code.page.keyboard.type('shapotou');
    await code.page.keyboard.press('ArrowDown');
    await code.page.keyboard.press('Space');
    await screenshot('compare choice');
    await code.page.keyboard.press('Enter');
    await code.quickInput.locator('.monaco-list-row', { hasText: '只列不一致的地方' }).first().waitFor();
    await code.page.keyboard.press('Enter');
    const shown = code.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await shown.locator('table').first().waitFor();
    expect(await shown.locator('table').first().innerText()).toContain('沙坡头');
    // Not beside the text, where it would be too narrow.
    expect(await code.page.locator('.editor-group-container').count()).toBe(1);
    const column = shown.locator('td', { hasText: /^责任单位$/ }).first();
    expect((await column.boundingBox())?.width).toBeGreaterThan(60);
    await screenshot('compare');
  });

  it('moves a file to the newer edition and shows both side by side', async () => {
    await code.openFile('lanling.zhibiao.yaml');
    await code.startCommand(title('commands.migrate'));
    await code.choose('2021年版');
    await code.page.locator('.tab.active', { hasText: '2021年版' }).waitFor();
    await code.page.locator('.notification-list-item-message', { hasText: '待核' }).first().waitFor();
    await code.page
      .locator('.editor-group-container.active .monaco-diff-editor .modified .view-line')
      .first()
      .waitFor();
    await screenshot('migrate');
  });
});
