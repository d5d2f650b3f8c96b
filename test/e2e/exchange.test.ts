import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attend, editors } from './harness/editors';
import { root } from './harness/temporary';
import type { Workbench } from './harness/workbench';

const table = (name: string) => readFileSync(join(root, 'test', 'fixtures', 'exchange', 'tables', name));
const paper = `标题: 甲县任务分解表
县区: 甲县
依据: 无
一级指标:
  - 名称: 一、甲
    三级指标:
      - 序号: 1
        内容: 做好证明事项清理工作。
        责任单位: [县司法局]
`;
const listOf = (title: string, text: string) =>
  `<p>${title}</p><table><tr><td>序号<td>任务<td>责任单位<tr><td>1<td>${text}<td>县司法局</table>`;
const files = {
  'paper.zhibiao.yaml': paper,
  'word.docx': table('lanling.docx'),
  'excel.xlsx': table('zhashui.xlsx'),
  'empty.csv': '\n',
  'empty.docx': 'no document at all',
  'dropped.zhibiao.yaml': paper,
  'outside.zhibiao.yaml': paper,
  'two.html':
    listOf('甲县任务清单', '非行政许可审批事项全部取消。') + listOf('乙县任务清单', '全面清理行政审批中介服务。'),
};
let code: Workbench;

describe.each(editors)('documents in $name', ({ isWeb, open, title }) => {
  const kind = isWeb ? 'web ' : '';
  const tab = (name: string) => code.page.locator(`.tab[data-resource-name="${name}"]`);

  /** By the command, in the dialogue that is part of the window: it stands in the workspace. */
  async function startImport(name: string): Promise<void> {
    await code.startCommand(title('commands.import'));
    // The dialogue lists the folder.
    await code.quickInput.locator('.monaco-list-row', { hasText: name }).first().waitFor();
    await code.quickInput.locator('input:not([type=checkbox])').first().press('End');
    await code.page.keyboard.type(name);
    await expect
      .poll(() => code.quickInput.locator('input:not([type=checkbox])').first().inputValue())
      .toMatch(new RegExp(`/${name}$`));
    await code.quickInput.locator('.monaco-list-row', { hasText: name }).first().waitFor();
    await code.page.keyboard.press('Enter');
  }

  async function importDocument(name: string): Promise<void> {
    await startImport(name);
    // The last thing that happens: what went in, or why nothing did.
    await code.page
      .locator('.notification-list-item-message', { hasText: `「${name}」` })
      .first()
      .waitFor();
  }

  beforeAll(async () => {
    ({ code } = await open(files));
    // The commands are there when the extension is.
    await code.openFile('paper.zhibiao.yaml');
  });
  attend(() => code, kind);

  it('imports a document of Word, opens the file and shows the report', async () => {
    await importDocument('word.docx');
    await tab('word.zhibiao.yaml').waitFor();
    // The report is the preview beside it: it has places to look at.
    await code.page.locator('.tab', { hasText: 'word.docx' }).first().waitFor();
    await code.screenshot(`${kind}import`);
    await code.openFile('word.zhibiao.yaml');
    const text = await code.editorText();
    expect(text).toContain('县区: 兰陵县');
    expect(text.match(/^ +- 序号: /gm)).toHaveLength(94);
    await code.openFile('word.danwei.yaml');
    expect(await code.editorText()).toContain('县行政审批服务局');
  });

  it('imports a sheet', async () => {
    await importDocument('excel.xlsx');
    await tab('excel.zhibiao.yaml').waitFor();
    await code.openFile('excel.zhibiao.yaml');
    expect((await code.editorText()).match(/^ +- 序号: /gm)).toHaveLength(76);
  });

  it('asks which of two tables to import', async () => {
    await startImport('two.html');
    const rows = code.quickInput.locator('.monaco-list-row');
    await rows.filter({ hasText: '乙县任务清单' }).waitFor();
    await code.screenshot(`${kind}import two`);
    // Nothing is written where the person thinks better of it.
    await code.page.keyboard.press('Escape');
    await code.quickInput.waitFor({ state: 'hidden' });

    await startImport('two.html');
    await rows.filter({ hasText: '乙县任务清单' }).waitFor();
    const chosen = rows.getByRole('checkbox', { checked: true });
    expect(await chosen.count()).toBe(2);
    await rows.filter({ hasText: '甲县任务清单' }).getByRole('checkbox').click();
    await expect.poll(() => chosen.count()).toBe(1);
    await code.quickInput.locator('.quick-input-action .monaco-button').first().click();
    await tab('two.zhibiao.yaml').waitFor();
    await code.openFile('two.zhibiao.yaml');
    const text = await code.editorText();
    expect(text).toContain('标题: 乙县任务清单');
    expect(text).not.toContain('非行政许可');
  });

  /** Drags a file of the explorer into the editor, as a person does who wants it in the text: with Shift held. */
  async function dropDocument(name: string): Promise<void> {
    const { page } = code;
    const row = page.locator('.explorer-folders-view').getByRole('treeitem', { name, exact: true });
    const line = page.locator('.editor-group-container.active .view-line').last();
    await row.hover();
    await page.mouse.down();
    const box = await line.boundingBox();
    if (!box) throw new Error('no line to drop on');
    const [x, y] = [box.x + 20, box.y + box.height / 2];
    await page.mouse.move(x, y - 5, { steps: 5 });
    // Shift before the drag would extend the selection of the explorer.
    await page.keyboard.down('Shift');
    await page.mouse.move(x, y, { steps: 5 });
    await page.mouse.up();
    await page.keyboard.up('Shift');
  }

  it('takes a document that is dropped', async () => {
    await code.openFile('dropped.zhibiao.yaml');
    await dropDocument('word.docx');
    await code.page.locator('.view-line', { hasText: '行政审批制度改革全面推行' }).first().waitFor();
    await code.screenshot(`${kind}drop`);
    const text = await code.editorText();
    expect(text.startsWith(paper)).toBe(true);
    expect(text.match(/^ +- 序号: /gm)).toHaveLength(95);
  });

  it('takes a document that is dropped from outside', async () => {
    await code.openFile('outside.zhibiao.yaml');
    // What the browser makes of a file that comes from the machine's own explorer.
    await code.page.evaluate(`(() => {
      const bytes = Uint8Array.from(atob('${files['excel.xlsx'].toString('base64')}'), (character) => character.charCodeAt(0));
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([bytes], '总表.xlsx'));
      const line = document.querySelector('.editor-group-container.active .view-line');
      const { x, y, height } = line.getBoundingClientRect();
      const at = { clientX: x + 20, clientY: y + height / 2, shiftKey: true };
      for (const name of ['dragenter', 'dragover', 'drop']) {
        line.dispatchEvent(new DragEvent(name, { ...at, bubbles: true, cancelable: true, dataTransfer }));
      }
    })()`);
    await code.page.locator('.view-line', { hasText: '加大简政放权力度' }).first().waitFor();
    expect((await code.editorText()).match(/^ +- 序号: /gm)).toHaveLength(77);
  });

  it('says why a document that is dropped cannot be taken, and writes nothing', async () => {
    await code.openFile('paper.zhibiao.yaml');
    await dropDocument('empty.docx');
    await code.page.locator('.notification-list-item-message', { hasText: '「empty.docx」' }).first().waitFor();
    expect(await code.editorText()).toBe(paper);
  });

  it('says why a document cannot be imported', async () => {
    await importDocument('empty.csv');
    expect((await code.notifications()).join('\n')).toContain('「empty.csv」是空的。');
  });

  it('pastes a table that is but text, by the command', async () => {
    await code.openFile('paper.zhibiao.yaml');
    await code.goTo(9, 1);
    const rows = '序号\t三级指标\t责任单位\n2\t非行政许可审批事项全部取消，不存在变相审批。\t县司法局\n';
    await code.page.evaluate(`navigator.clipboard.writeText(${JSON.stringify(rows)})`);
    await code.runCommand(title('commands.paste'));
    await code.page.locator('.view-line', { hasText: '非行政许可' }).first().waitFor();
    expect(await code.editorText()).toContain(`${paper}      - 序号: 2\n`);
    await code.press('Control+Z');
    await expect.poll(() => code.editorText()).toBe(paper);
  });

  // The editor of the Web is older than the API for pasting.
  if (isWeb) return;
  it('pastes a table as indicators', async () => {
    await code.openFile('paper.zhibiao.yaml');
    await code.goTo(9, 1);
    const rows = [
      ['序号', '三级指标', '责任单位'],
      ['2', '非行政许可审批事项全部取消，不存在变相审批。', '县司法局'],
      ['3', '全面清理行政审批中介服务，实行清单管理。', '县财政局 县发改局'],
    ];
    const html = `<table>${rows.map((row) => `<tr>${row.map((text) => `<td>${text}</td>`).join('')}</tr>`).join('')}</table>`;
    const plain = rows.map((row) => row.join('\t')).join('\n');
    await code.page.evaluate(
      `navigator.clipboard.write([new ClipboardItem({ 'text/html': new Blob([${JSON.stringify(html)}], { type: 'text/html' }), 'text/plain': new Blob([${JSON.stringify(plain)}], { type: 'text/plain' }) })])`,
    );
    await code.press('Control+V');
    await code.page.locator('.view-line', { hasText: '县财政局' }).first().waitFor();
    await code.screenshot('paste');
    expect(await code.editorText()).toBe(`${paper}      - 序号: 2
        内容: 非行政许可审批事项全部取消，不存在变相审批。
        责任单位: [县司法局]
      - 序号: 3
        内容: 全面清理行政审批中介服务，实行清单管理。
        责任单位: [县财政局, 县发改局]
`);
  });
});
