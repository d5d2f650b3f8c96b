import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vsix } from './harness/product';
import { root } from './harness/temporary';
import { openVsCode, type VsCode } from './harness/vscode';

const county = join(root, 'seeds', 'as-printed', 'shapotou');
const names = ['shapotou.zhibiao.yaml', 'shapotou.danwei.yaml'];

let code: VsCode;
beforeAll(async () => {
  code = await openVsCode({
    extensions: [vsix()],
    files: Object.fromEntries(names.map((one) => [one, readFileSync(join(county, one), 'utf8')])),
  });
  await code.openFile('shapotou.zhibiao.yaml');
});
afterAll(() => code?.close());
beforeEach(({ task, onTestFailed }) => {
  onTestFailed(async () => {
    await code.screenshot(`failed ${task.name}`);
  });
});

const quickInput = () => code.page.locator('.quick-input-widget');
const focused = (text: string) => quickInput().locator('.monaco-list-row.focused', { hasText: text }).first();

/** Takes an entry of the list that is open. */
async function choose(text: string): Promise<void> {
  await quickInput().locator('.monaco-list-row', { hasText: text }).first().waitFor();
  await code.page.keyboard.type(text);
  await focused(text).waitFor();
  await code.page.keyboard.press('Enter');
}

/** Takes the name that VS Code's own dialogue offers, as a browser has it. */
async function save(name: string): Promise<void> {
  await expect
    .poll(() => quickInput().locator('input[type=text]').first().inputValue(), { timeout: 20_000 })
    .toContain(name);
  await code.page.keyboard.press('Enter');
}

const written = (name: string) =>
  expect.poll(() => existsSync(join(code.workspace, name)), { timeout: 30_000 }).toBe(true);

describe('exporting in VS Code', () => {
  it('asks what and how, and writes a Word file beside the text', async () => {
    await code.page.keyboard.press('F1');
    await quickInput().locator('.monaco-list-row').first().waitFor();
    await code.page.keyboard.type('Export as Word');
    await focused('Export as Word').waitFor();
    await code.page.keyboard.press('Enter');
    await choose('总表');
    await choose('Word');
    await save('shapotou.总表.docx');
    await written('shapotou.总表.docx');
    const parts = unzipSync(new Uint8Array(readFileSync(join(code.workspace, 'shapotou.总表.docx'))));
    expect(new TextDecoder().decode(parts['word/document.xml'])).toContain('全面普及行政审批服务');
    await expect
      .poll(() => code.notifications(), { timeout: 20_000 })
      .toContainEqual(expect.stringContaining('已导出「shapotou.总表.docx」。'));
  });

  it('exports from the preview the list of the unit that it shows', async () => {
    await code.runCommand('Open Preview to the Side');
    const preview = code.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await preview.locator('.toolbar select').selectOption('区司法局');
    await preview.locator('h1').waitFor();
    await preview.locator('.toolbar button', { hasText: '导出…' }).click();
    await quickInput().locator('.monaco-list-row').first().waitFor();
    await focused('单位清单').waitFor();
    await code.page.keyboard.press('Enter');
    await focused('区司法局').waitFor();
    await code.page.keyboard.press('Enter');
    await choose('网页');
    await save('shapotou.单位清单.html');
    await written('shapotou.单位清单.html');
    const html = readFileSync(join(code.workspace, 'shapotou.单位清单.html'), 'utf8');
    expect(html.match(/<p class="unit">(.*?)<\/p>/)?.[1]).toMatch(/^区司法局任务清单/);
  });
});
