import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, it } from 'vitest';
import { attend, editors } from './harness/editors';
import { root } from './harness/temporary';
import type { Workbench } from './harness/workbench';

const county = join(root, 'seeds', 'as-printed', 'shapotou');
const names = ['shapotou.zhibiao.yaml', 'shapotou.danwei.yaml'];

const files = Object.fromEntries(names.map((one) => [one, readFileSync(join(county, one), 'utf8')]));
let code: Workbench;

const focused = (text: string) => code.quickInput.locator('.monaco-list-row.focused', { hasText: text }).first();

/** Takes the name that VS Code's own dialogue offers, as a browser has it. */
async function save(name: string): Promise<void> {
  await expect.poll(() => code.quickInput.locator('input[type=text]').first().inputValue()).toContain(name);
  await code.page.keyboard.press('Enter');
}

describe.each(editors)('exporting in $name', ({ isWeb, open, title }) => {
  let folder: string | undefined;

  beforeAll(async () => {
    ({ code, folder } = await open(files));
    await code.openFile('shapotou.zhibiao.yaml');
  });
  attend(() => code, isWeb ? 'web ' : '');

  /** Waits until VS Code says that it wrote a file. Undefined where nobody else can read it. */
  async function written(name: string): Promise<Uint8Array | undefined> {
    await expect.poll(() => code.notifications()).toContainEqual(expect.stringContaining(`已导出「${name}」。`));
    return folder === undefined ? undefined : new Uint8Array(readFileSync(join(folder, name)));
  }

  it('asks what and how, and writes a Word file beside the text', async () => {
    await code.startCommand(title('commands.export'));
    await code.choose('单位清单');
    await focused('全部单位').waitFor();
    await code.screenshot(`${isWeb ? 'web ' : ''}export units`);
    await code.quickInput.locator('.codicon-quick-input-back').click();
    await code.choose('总表');
    await code.choose('Word');
    await save('shapotou.总表.docx');
    const bytes = await written('shapotou.总表.docx');
    if (!bytes) return;
    expect(new TextDecoder().decode(unzipSync(bytes)['word/document.xml'])).toContain('全面普及行政审批服务');
  });

  it('exports from the preview the list of the unit that it shows', async () => {
    await code.runCommand(title('commands.openPreviewToSide'));
    const preview = code.page.frameLocator('iframe.webview').frameLocator('#active-frame');
    await preview.locator('.toolbar select').selectOption('区司法局');
    await preview.locator('h1').waitFor();
    await preview.locator('.toolbar button', { hasText: '导出…' }).click();
    await code.quickInput.locator('.monaco-list-row').first().waitFor();
    await focused('单位清单').waitFor();
    await code.page.keyboard.press('Enter');
    await focused('区司法局').waitFor();
    await code.page.keyboard.press('Enter');
    await code.choose('网页');
    await save('shapotou.单位清单.html');
    const bytes = await written('shapotou.单位清单.html');
    if (!bytes) return;
    expect(new TextDecoder().decode(bytes).match(/<p class="unit">(.*?)<\/p>/)?.[1]).toMatch(/^区司法局任务清单/);
  });
});
