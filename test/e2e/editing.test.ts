import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attend } from './harness/editors';
import { vsix } from './harness/product';
import { root } from './harness/temporary';
import { openVsCode, type VsCode } from './harness/vscode';

const county = join(root, 'seeds', 'as-printed', 'qinshui');
const read = (name: string) => readFileSync(join(county, name), 'utf8');
const head = '标题: 表\n年度: 2022\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n';
const item = '      - 序号: 1\n        内容: 做一件事\n        责任单位: [县司法局]\n        完成时限: 6月底前\n';

let code: VsCode;

beforeAll(async () => {
  code = await openVsCode({
    extensions: [vsix()],
    // Enter is to begin a line, though a list of suggestions may come up late.
    settings: { '[zhibiao]': { 'editor.acceptSuggestionOnEnter': 'off' } },
    files: {
      'county.zhibiao.yaml': read('qinshui.zhibiao.yaml').replace(/^单位名录:.*\n/m, ''),
      'qinshui.danwei.yaml': read('qinshui.danwei.yaml'),
      'typed.zhibiao.yaml': head + item,
      'loose.zhibiao.yaml': `${head}      -   序号:  1   \n          内容:   做一件事\n`,
    },
  });
});
attend(() => code);

/**
 * Waits for the text of the editor: what an editor asks for while one types takes a moment. Blanks at the end of a line that
 * was left may stay or go, as VS Code likes.
 */
async function waitForText(text: string): Promise<void> {
  const shown = async () => (await code.editorText()).replace(/:[ ]+$/gm, ':');
  await expect.poll(shown).toBe(text.replace(/:[ ]+$/gm, ':'));
  // The text is read by selecting it all: where an edit came in meanwhile, the cursor goes back to where it was before it.
  await code.press('Control+End');
}

describe('typing in VS Code', () => {
  it('begins an item with the next number, and goes on with its keys and lists', async () => {
    await code.openFile('typed.zhibiao.yaml');
    // The first file of the window: nothing helps while one types before the server is there.
    await code.page.locator('.view-line', { hasText: '→ 2022-06-30' }).waitFor();
    await code.press('Control+End');
    await code.type('      -');
    await waitForText(`${head}${item}      - 序号: 2`);
    await code.press('Escape');
    await code.press('Enter');
    await code.type('责任单位：');
    await waitForText(`${head}${item}      - 序号: 2\n        责任单位: `);
    await code.press('Escape');
    await code.press('Enter');
    await code.type('县司法局');
    await code.press('Escape');
    await code.press('Enter');
    await waitForText(`${head}${item}      - 序号: 2\n        责任单位:\n          - 县司法局\n          - `);
    await code.press('Escape');
    await code.press('Enter');
    await waitForText(`${head}${item}      - 序号: 2\n        责任单位:\n          - 县司法局\n        `);
    await code.type('备注: 甲');
    await waitForText(`${head}${item}      - 序号: 2\n        责任单位:\n          - 县司法局\n        备注: 甲`);
  });

  it('lays a document out', async () => {
    await code.openFile('loose.zhibiao.yaml');
    await code.runCommand('Format Document');
    await waitForText(`${head}      - 序号: 1\n        内容: 做一件事\n`);
  });
});

describe('beside the text VS Code shows', () => {
  it('figures above titles and hints behind words', async () => {
    await code.openFile('county.zhibiao.yaml');
    await code.page.locator('.codelens-decoration', { hasText: '100/100项' }).waitFor();
    await code.page.locator('.codelens-decoration', { hasText: /^20项 · / }).waitFor();
    await code.screenshot('code-lens');
    await code.openFile('typed.zhibiao.yaml');
    await code.page.locator('.view-line', { hasText: '→ 2022-06-30' }).waitFor();
  });

  it('what each unit has to do, and the items when clicked', async () => {
    await code.openFile('qinshui.danwei.yaml');
    const lens = code.page.locator('.codelens-decoration a', { hasText: /^(?:牵头|责任)\d+项/ }).first();
    await lens.waitFor();
    await code.screenshot('registry-lens');
    await lens.click();
    await code.page.locator('.peekview-widget, .reference-zone-widget').first().waitFor();
    await code.screenshot('registry-lens-open');
  });
});
