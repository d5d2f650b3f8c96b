import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { check, vsix } from './harness/product';
import { root } from './harness/temporary';
import { openVsCode, type VsCode } from './harness/vscode';

const printed = join(root, 'seeds', 'as-printed');
const read = (path: string) => readFileSync(join(printed, path), 'utf8');
const county = 'shapotou.zhibiao.yaml';
const other = 'extract.zhibiao.yaml';
const registry = 'shapotou.danwei.yaml';
const text = read(`shapotou/${county}`);
const lineOf = (words: string, source = text) => source.slice(0, source.indexOf(words)).split('\n').length;

let code: VsCode;
beforeAll(async () => {
  code = await openVsCode({
    extensions: [vsix()],
    files: {
      [county]: text,
      [registry]: read(`shapotou/${registry}`),
      'qinshui.zhibiao.yaml': read('qinshui/qinshui.zhibiao.yaml').replace(/^单位名录:.*$/m, '单位名录: [县司法局]'),
      [other]: `标题: 摘录\n县区: 沙坡头区\n节选: true\n依据: 无\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n      - 序号: 4\n        内容: 做好证明事项清理\n        责任单位: [区司法局]\n`,
    },
  });
});
afterAll(() => code?.close());
beforeEach(({ task, onTestFailed }) => {
  onTestFailed(async () => {
    await code.screenshot(`failed ${task.name}`);
  });
});

const quickInput = () => code.page.locator('.quick-input-widget');

/** Runs a command of the palette that asks on in the same place. */
async function ask(title: string): Promise<void> {
  await code.page.keyboard.press('F1');
  await quickInput().locator('input').first().waitFor();
  await code.page.keyboard.type(title);
  await quickInput().locator('.monaco-list-row.focused', { hasText: title }).first().waitFor();
  await code.page.keyboard.press('Enter');
}

describe('writing a county file with the keyboard', () => {
  it('hovers item 5: the central text, and what the county changed', async () => {
    await code.openFile(county);
    await code.goTo(lineOf('序号: 5'), 18);
    await code.page.waitForTimeout(1_000);
    const shown = await code.hover();
    expect(shown).toContain('2021年版');
    expect(shown).toContain('不超过5个工作日');
    expect(shown).toContain('沁水县');
    await code.press('Control+K');
    await code.page.keyboard.press('Control+I');
    await code.page.locator('.monaco-hover:not(.hidden) .monaco-hover-content').first().waitFor();
    await code.screenshot('hover');
    await code.page.keyboard.press('Escape');
  });

  it('renames a unit across two files and the registry', async () => {
    await code.openFile(county);
    await code.goTo(lineOf('区司法局'), (text.split('\n')[lineOf('区司法局') - 1] ?? '').indexOf('区司法局') + 2);
    await code.press('F2');
    const box = code.page.locator('.rename-box input').first();
    await box.waitFor();
    await box.fill('区法治局');
    await box.press('Enter');
    await expect.poll(() => code.editorText()).not.toMatch(/[[ ]区司法局[\],]/);
    await code.openFile(other);
    expect(await code.editorText()).toContain('责任单位: [区法治局]');
    await code.openFile(registry);
    expect(await code.editorText()).toContain('- 名称: 区法治局\n');
  });

  it('starts a file from the 2021 edition', async () => {
    await ask('New Indicator File');
    await quickInput().locator('.monaco-list-row', { hasText: '2021年版' }).first().waitFor();
    await code.screenshot('new file edition');
    await code.page.keyboard.type('2021');
    await code.page.keyboard.press('Enter');
    await quickInput().getByText('为哪个县区编制').waitFor();
    await code.page.keyboard.type('平罗县');
    await code.page.keyboard.press('Enter');
    await quickInput().getByText('哪个年度').waitFor();
    await code.page.keyboard.press('Enter');
    await code.page.locator('.tab.active', { hasText: '平罗.指标.yaml' }).waitFor();
    const file = join(code.workspace, '平罗.指标.yaml');
    expect(existsSync(file)).toBe(true);
    expect(readFileSync(file, 'utf8').match(/序号:/g)).toHaveLength(104);
  });

  it('completes a unit by the initials of its pinyin', async () => {
    const started = readFileSync(join(code.workspace, '平罗.指标.yaml'), 'utf8');
    const line = lineOf('责任单位: []', started);
    await code.goTo(line, (started.split('\n')[line - 1] ?? '').indexOf('[]') + 2);
    await code.type('qcz');
    const rows = code.page.locator('.suggest-widget.visible .monaco-list-row');
    await rows.filter({ hasText: '区财政局' }).first().waitFor();
    await code.screenshot('completion');
    expect(await rows.locator('.label-name').first().innerText()).toBe('区财政局');
    await code.page.keyboard.press('Enter');
    await expect.poll(() => code.editorText()).toContain('责任单位: [区财政局]');
  });

  it('renumbers after an item was inserted; references follow', async () => {
    const item = (n: number, words: string) =>
      `      - 序号: ${n}\n        内容: ${words}\n        责任单位: [区财政局]\n        完成时限: 2022年5月31日前\n`;
    const file = `标题: 表\n县区: 沙坡头区\n依据: 无\n一级指标:\n  - 名称: 一、甲\n    三级指标:\n${item(1, '落实第一件要做好的工作')}${item(2, '完成另外一桩应当办理的事情')}`;
    await code.openFile(other);
    await code.page.keyboard.press('Control+1');
    await code.page.keyboard.press('Control+A');
    await code.paste(`${file}合并报送:\n  - 指标: 1-2\n    资料: [总结]\n`);
    await code.goTo(7);
    await code.paste(item(9, '新增加的一项地方特色任务'));
    await code.runCommand('Renumber in Present Order');
    await expect.poll(() => code.editorText()).toContain('序号: 3\n        内容: 完成另外一桩');
    const numbered = await code.editorText();
    expect(numbered).toContain('序号: 1\n        内容: 新增加');
    expect(numbered).toContain('- 指标: 2-3\n');
  });

  it('fix-all leaves nothing that can be fixed', async () => {
    await code.openFile(county);
    await code.runCommand('Fix All Fixable Problems');
    await expect.poll(() => code.editorText(), { timeout: 20_000 }).not.toContain('区工信和商务局区民社局');
    await code.save(county);
    const left = (await check([county], { cwd: code.workspace })).get(county) ?? [];
    expect(left.filter(({ severity, rule }) => severity === 'error' && rule === 'unit-separator')).toEqual([]);
  });

  it('opens the walkthrough', async () => {
    await ask('Welcome: Open Walkthrough');
    await code.page.keyboard.type('Start a Table');
    await code.page.keyboard.press('Enter');
    await code.page.getByText('Look at the example').first().waitFor();
    await code.screenshot('walkthrough');
  });
});
