import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Locator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { attend } from './harness/editors';
import { vsix } from './harness/product';
import { clean } from './harness/samples';
import { root } from './harness/temporary';
import { openVsCode, type VsCode } from './harness/vscode';

const folder = join(root, 'seeds', 'as-printed', 'shapotou');
const county = 'shapotou.zhibiao.yaml';
const registry = 'shapotou.danwei.yaml';
// Deadlines behind us and ahead, whenever the test runs.
const text = readFileSync(join(folder, county), 'utf8')
  .replace('县区: 沙坡头区\n', `县区: 沙坡头区\n年度: ${new Date().getFullYear()}\n`)
  .replaceAll('7月30日前', `${new Date().getFullYear() + 1}年7月30日前`);
const lineOf = (words: string) => text.slice(0, text.indexOf(words)).split('\n').length;
const faulty = clean.replace('[县司法局]', '[县司法厅]');

let code: VsCode;

beforeAll(async () => {
  code = await openVsCode({
    extensions: [vsix()],
    files: {
      [county]: text,
      [registry]: readFileSync(join(folder, registry), 'utf8'),
      'a/faulty.zhibiao.yaml': faulty,
      'b/clean.zhibiao.yaml': clean,
      'notes.txt': 'nothing of ours\n',
    },
  });
});
attend(() => code);

const pane = (title: string): Locator =>
  code.page.locator('.pane', { has: code.page.locator('.pane-header h3', { hasText: title }) });
const row = (title: string, words: string | RegExp) => pane(title).locator('.monaco-list-row', { hasText: words });
const cursorLine = async () => {
  const status = await code.page.locator('.statusbar-item', { hasText: /Ln \d+/ }).innerText();
  return Number(/Ln (\d+)/.exec(status)?.[1]);
};

describe('the 指标 tree', () => {
  it('invites to begin where there is nothing to show', async () => {
    await code.page.locator('.activitybar .action-label[aria-label="指标"]').click();
    const welcome = pane('Items').locator('.welcome-view-content');
    await welcome.getByText('Open an indicator file').waitFor();
    expect(await welcome.locator('.monaco-button').allInnerTexts()).toEqual([
      'New indicator file',
      'Import from Word, Excel or a web page',
      'Open the example folder',
    ]);
    await pane('Units').locator('.welcome-view-content').waitFor();
    await code.screenshot('views welcome');
  });

  it('shows the sections and items of the file, with badges and the worst finding', async () => {
    await code.openFile(county);
    const section = row('Items', '一、政府职能依法全面履行');
    await section.waitFor();
    await expect.poll(() => section.getAttribute('aria-label')).toMatch(/20 项，\d+ 个错误，\d+ 个警告/);
    expect(await section.locator('.codicon-error').count()).toBe(1);
    expect(await row('Items', '附加项').getAttribute('aria-label')).toMatch(/^附加项，4 项/);
    await section.locator('.monaco-tl-twistie').click();
    await row('Items', '1.加大简政放权力度').locator('.monaco-tl-twistie').click();
    await row('Items', '5. 全面推行').waitFor();
    const label = await row('Items', '5. 全面推行').getAttribute('aria-label');
    expect(label).toMatch(
      /^5\. 全面推行.*牵头 区委政研室、区工信和商务局等4个 · 责任 各乡镇、各部门（单位），1 个警告$/,
    );
    await code.screenshot('views items');
  });

  it('goes to the text of an item', async () => {
    await row('Items', '5. 全面推行').click();
    await expect.poll(cursorLine).toBe(lineOf('- 序号: 5\n'));
  });

  it('follows the cursor without taking the focus', async () => {
    await code.goTo(lineOf('- 序号: 42\n') + 1, 20);
    const selected = pane('Items').locator('.monaco-list-row.selected');
    await expect.poll(() => selected.innerText()).toMatch(/^42\. 全面推行法律顾问/);
    await code.type('x');
    await code.press('Control+Z');
    expect(await code.page.locator('.monaco-editor.focused').count()).toBe(1);
    await code.screenshot('views follow');
  });

  it('takes up what is typed', async () => {
    await code.goTo(lineOf('内容: 全面推行法律顾问'), '            内容: '.length + 1);
    await code.type('新写的');
    await row('Items', '42. 新写的全面推行').waitFor();
    await code.press('Control+Z');
    await row('Items', '42. 全面推行法律顾问').waitFor();
  });

  it('tells the whole text and the findings in the tooltip', async () => {
    await row('Items', '42. 全面推行').locator('.label-name').hover();
    const hover = code.page.locator('.workbench-hover', { hasText: '责任单位' });
    await hover.waitFor();
    expect((await hover.innerText()).replaceAll('\u00a0', ' ')).toMatch(
      /42\. 全面推行法律顾问、公职律师制度。[\s\S]*牵头单位：区司法局[\s\S]*漏了上级要求/,
    );
    await code.screenshot('views tooltip');
    await code.page.keyboard.press('Escape');
    await code.page.mouse.move(900, 400);
  });

  it('stays with the file when something else is looked at, and shows a registry as its units', async () => {
    await code.page.keyboard.press('Control+P');
    await code.page.keyboard.type('notes.txt');
    await code.page.locator('.quick-input-widget .monaco-list-row.focused', { hasText: 'notes.txt' }).waitFor();
    await code.page.keyboard.press('Enter');
    await code.page.locator('.tab.active', { hasText: 'notes.txt' }).waitFor();
    expect(await row('Items', '一、政府职能依法全面履行').count()).toBe(1);
    await code.openFile(registry);
    await row('Items', '党委部门').waitFor();
    expect(await row('Units', '区委组织部').getAttribute('aria-label')).toContain('牵头 7');
    await code.screenshot('views registry');
    await code.openFile(county);
    await row('Items', '一、政府职能依法全面履行').waitFor();
  });
});

describe('the 单位 tree', () => {
  it('has each unit with its roles, progress and next deadline', async () => {
    // Room for all of them: only rows in sight are there.
    await pane('Items').locator('.pane-header').click();
    const unit = row('Units', /^区司法局/);
    await unit.waitFor();
    expect(await unit.getAttribute('aria-label')).toMatch(/^区司法局，牵头 \d+，下一时限 \d{4}-07-30，已过 \d+\/\d+$/);
    await unit.locator('.monaco-tl-twistie').click();
    await row('Units', /^牵头/).waitFor();
    await code.screenshot('views units');
    await unit.locator('.monaco-tl-twistie').click();
  });

  it('follows the cursor to the unit under it', async () => {
    const line = lineOf('[区纪委监委, 区委办公室');
    await code.goTo(line, '            牵头单位: [区纪委监委, 区委'.length);
    await expect.poll(() => pane('Units').locator('.monaco-list-row.selected').innerText()).toMatch(/^区委办公室/);
  });

  it('warns of a unit that the registry lacks', async () => {
    await row('Units', /^区委办公室/).click();
    // The end is not there before what the click unfolds.
    await row('Units', /^牵头/).waitFor();
    await pane('Units').locator('.monaco-list').first().press('End');
    const stray = row('Units', '区工信和商务局区民社局');
    await stray.waitFor();
    expect(await stray.getAttribute('aria-label')).toMatch(/^区工信和商务局区民社局，不在名录中，牵头 1/);
    await stray.locator('.codicon-warning').waitFor();
  });

  it('stays where a person has scrolled to when the registry changes', async () => {
    const stray = row('Units', '区工信和商务局区民社局');
    const path = join(code.workspace, registry);
    const before = readFileSync(path, 'utf8');
    writeFileSync(path, `${before.trimEnd()}\n  - 名称: 区工信和商务局区民社局\n`);
    await stray.locator('.codicon-organization').waitFor();
    writeFileSync(path, before);
    await stray.locator('.codicon-warning').waitFor();
    await pane('Units').locator('.monaco-list').first().press('Home');
  });

  it('sorts', async () => {
    await pane('Units').locator('.pane-header').hover();
    await pane('Units').locator('.actions-container [aria-label="Order"]').click();
    await code.page.locator('.monaco-menu').waitFor();
    await code.screenshot('views sort');
    await code.chooseFromMenu('By Number of Items');
    const first = pane('Units').locator('.monaco-list-row').first();
    await expect.poll(() => first.innerText()).toMatch(/^各乡镇、各部门（单位）/);
    expect(await pane('Units').locator('.pane-header').innerText()).toContain('按指标数');
  });

  it('opens the list of a unit by command, and leads to an item', async () => {
    await code.startCommand("Show a Unit's Items");
    const rows = code.quickInput.locator('.monaco-list-row');
    await rows.filter({ hasText: '牵头' }).first().waitFor();
    await code.page.keyboard.type('区审计局');
    await rows.filter({ hasText: '区审计局' }).first().waitFor();
    await code.page.keyboard.press('Enter');
    await rows.filter({ hasText: '75. 政府内部权力制约体系形成' }).waitFor();
    await code.screenshot('views unit list');
    await code.page.keyboard.press('Enter');
    await expect.poll(cursorLine).toBe(lineOf('- 序号: 75\n') + 2);
  });

  it('offers references and the registry in the menu of a unit', async () => {
    const unit = row('Units', /^区财政局/);
    await unit.scrollIntoViewIfNeeded();
    await unit.click({ button: 'right' });
    const entries = code.page.locator('.monaco-menu .action-label');
    await entries.first().waitFor();
    expect(await entries.allInnerTexts()).toEqual(["Show a Unit's Items…", 'Find References', 'Show in the Registry']);
    await code.chooseFromMenu('Show in the Registry');
    await code.page.locator('.tab.active', { hasText: registry }).waitFor();
    await code.page.keyboard.press('Control+1');
    const entry = readFileSync(join(folder, registry), 'utf8').split('\n');
    await expect.poll(cursorLine).toBe(entry.findIndex((line) => line.includes('名称: 区财政局')) + 1);
    await unit.click({ button: 'right' });
    await code.chooseFromMenu('Find References');
    const peek = code.page.locator('.peekview-widget');
    await peek.locator('.peekview-title', { hasText: 'References' }).waitFor();
    await code.screenshot('views references');
    await code.page.keyboard.press('Escape');
  });
});

describe('the check of the workspace', () => {
  const stray = async () => (await code.problems()).filter(({ file }) => file === 'faulty.zhibiao.yaml');

  it('brings the problems of files that are not open into the panel, and sums up', async () => {
    await code.runCommand('View: Close All Editors');
    await code.waitForProblems(0);
    await code.runCommand('指标: Check All Files of the Workspace');
    const toast = code.page.locator('.notifications-toasts', { hasText: /4 个文件，\d+ 个错误，\d+ 个警告。/ });
    await toast.waitFor();
    await code.screenshot('workspace check');
    await toast.locator('.monaco-button', { hasText: '查看问题' }).click();
    expect(await stray()).toMatchObject([{ severity: 'error', code: 'unit-unknown', line: 13 }]);
    await code.screenshot('workspace problems');
  });

  it('shows each problem once when the file is opened, and again when it is closed', async () => {
    await code.openFile('a/faulty.zhibiao.yaml');
    await code.waitForSquiggles(1);
    await expect.poll(async () => (await stray()).length).toBe(1);
    await code.runCommand('View: Close All Editors');
    // Not the ones from before it was closed: those go at once.
    await code.page.waitForTimeout(1_500);
    await expect.poll(async () => (await stray()).length).toBe(1);
  });

  it('forgets what was mended on disk', async () => {
    writeFileSync(join(code.workspace, 'a', 'faulty.zhibiao.yaml'), clean);
    await expect.poll(async () => (await stray()).length).toBe(0);
  });
});

describe('a file that nobody has filled in', () => {
  it('is not taken for no file at all', async () => {
    writeFileSync(join(code.workspace, 'b', 'clean.zhibiao.yaml'), '标题: 空表\n县区: 测试县\n一级指标: []\n');
    await code.openFile('b/clean.zhibiao.yaml');
    await pane('Units').getByText('这个文件还没有写单位。').waitFor();
    expect(await pane('Units').locator('.welcome-view-content').isVisible()).toBe(false);
    await code.screenshot('views empty');
  });
});
