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
const files = {
  'paper.zhibiao.yaml': paper,
  'word.docx': table('lanling.docx'),
  'excel.xlsx': table('zhashui.xlsx'),
  'empty.csv': '\n',
};
let code: Workbench;

describe.each(editors)('documents in $name', ({ isWeb, open, title }) => {
  const kind = isWeb ? 'web ' : '';
  const tab = (name: string) => code.page.locator(`.tab[data-resource-name="${name}"]`);

  /** By the command, in the dialogue that is part of the window: it stands in the workspace. */
  async function importDocument(name: string): Promise<void> {
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

  it('says why a document cannot be imported', async () => {
    await importDocument('empty.csv');
    expect((await code.notifications()).join('\n')).toContain('「empty.csv」是空的。');
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
