import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { vsix } from './harness/product';
import { root } from './harness/temporary';
import { openVsCode, type Workbench } from './harness/vscode';
import { openVsCodeWeb } from './harness/vscode-web';

const county = join(root, 'seeds', 'as-printed', 'shapotou');
const names = ['shapotou.zhibiao.yaml', 'shapotou.danwei.yaml'];

const files = Object.fromEntries(names.map((one) => [one, readFileSync(join(county, one), 'utf8')]));
const words = (file: string): Record<string, string> => JSON.parse(readFileSync(join(root, file), 'utf8'));

let code: Workbench;

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

/** `folder`: where the files can be looked at; those of the Web stand in the browser's memory. */
const editors = [
  {
    editor: 'VS Code',
    async open() {
      const desktop = await openVsCode({ extensions: [vsix()], files });
      return { workbench: desktop as Workbench, folder: desktop.workspace };
    },
    nls: words('package.nls.en.json'),
  },
  {
    editor: 'VS Code for the Web',
    async open() {
      return { workbench: await openVsCodeWeb({ files }), folder: undefined };
    },
    // This version takes the default words, which are Chinese, whatever its own language.
    nls: words('package.nls.json'),
  },
];

describe.each(editors)('exporting in $editor', ({ editor, open, nls }) => {
  const title = (key: string) => nls[key]?.replace('…', '') ?? key;
  let folder: string | undefined;

  beforeAll(async () => {
    const opened = await open();
    code = opened.workbench;
    folder = opened.folder;
    await code.openFile('shapotou.zhibiao.yaml');
  });
  afterAll(() => code?.close());
  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      await code.screenshot(`failed ${editor} ${task.name}`);
    });
  });

  /** Waits until VS Code says that it wrote a file. Undefined where nobody else can read it. */
  async function written(name: string): Promise<Uint8Array | undefined> {
    await expect
      .poll(() => code.notifications(), { timeout: 30_000 })
      .toContainEqual(expect.stringContaining(`已导出「${name}」。`));
    return folder === undefined ? undefined : new Uint8Array(readFileSync(join(folder, name)));
  }

  it('asks what and how, and writes a Word file beside the text', async () => {
    await code.page.keyboard.press('F1');
    await quickInput().locator('.monaco-list-row').first().waitFor();
    await code.page.keyboard.type(title('commands.export'));
    await focused(title('commands.export')).waitFor();
    await code.page.keyboard.press('Enter');
    await choose('总表');
    await choose('Word');
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
    await quickInput().locator('.monaco-list-row').first().waitFor();
    await focused('单位清单').waitFor();
    await code.page.keyboard.press('Enter');
    await focused('区司法局').waitFor();
    await code.page.keyboard.press('Enter');
    await choose('网页');
    await save('shapotou.单位清单.html');
    const bytes = await written('shapotou.单位清单.html');
    if (!bytes) return;
    expect(new TextDecoder().decode(bytes).match(/<p class="unit">(.*?)<\/p>/)?.[1]).toMatch(/^区司法局任务清单/);
  });
});
