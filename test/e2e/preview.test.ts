import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FrameLocator } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { attend } from './harness/editors';
import { vsix } from './harness/product';
import { longFile } from './harness/samples';
import { root } from './harness/temporary';
import { openVsCode, type VsCode } from './harness/vscode';

const county = join(root, 'seeds', 'as-printed', 'shapotou');
const names = ['shapotou.zhibiao.yaml', 'shapotou.danwei.yaml'];
const [name = ''] = names;
const text = readFileSync(join(county, name), 'utf8');
/** The line, from 1, where an item begins. */
const lineOf = (item: number) => text.split('\n').findIndex((line) => line.trim() === `- 序号: ${item}`) + 1;

let code: VsCode;
let preview: FrameLocator;

beforeAll(async () => {
  code = await openVsCode({
    extensions: [vsix()],
    files: {
      ...Object.fromEntries(names.map((one) => [one, readFileSync(join(county, one), 'utf8')])),
      'long.zhibiao.yaml': longFile(250_000),
    },
  });
  preview = code.page.frameLocator('iframe.webview').frameLocator('#active-frame');
  await code.openFile(name);
  await code.runCommand('View: Toggle Primary Side Bar Visibility');
});
attend(() => code);

/** The row of an item. */
const row = (item: number) =>
  preview.locator('tr.item', { has: preview.locator('td.number', { hasText: new RegExp(`^${item}\\D*$`) }) });
const current = () => preview.locator('.current');
// Not from the status bar, which has nothing to say of an editor while the preview has the keyboard.
const cursorAt = (line: number) =>
  code.page.locator('.monaco-editor .active-line-number', { hasText: new RegExp(`^${line}$`) }).waitFor();

async function isInSight(item: number): Promise<boolean> {
  const [box, frame] = [await row(item).boundingBox(), await preview.locator('main').boundingBox()];
  return box !== null && frame !== null && box.y + box.height > frame.y && box.y < frame.y + frame.height;
}

const scrollTop = () => preview.locator('main').evaluate((main) => main.scrollTop);

describe('the preview', () => {
  it('opens beside the text by keyboard and shows the official table', async () => {
    await code.press('Control+K');
    await code.page.keyboard.press('v');
    await preview.locator('h1').waitFor();
    expect(await preview.locator('h1').innerText()).toBe('沙坡头区法治政府建设示范创建指标和任务分解表');
    expect(await preview.locator('table.items thead th').allInnerTexts()).toEqual([
      ...['一级指标', '二级指标', '序号', '三级指标', '牵头单位', '责任单位', '完成时限', '报送资料'],
    ]);
    expect(await preview.locator('tr.item').count()).toBe(100);
    const [title] = await preview.locator('tbody th.level-1').all();
    expect(await title?.getAttribute('rowspan')).toBe('20');
    await code.page.locator('.tab', { hasText: `预览 ${name}` }).waitFor();
  });

  it('runs nothing but its own script, and leaves the page no way out', async () => {
    const policy = await preview.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'nonce-[0-9a-f]{32}'; style-src \S+( \S+)*; base-uri 'none'/,
    );
    expect(policy).not.toContain('unsafe');
  });

  it('follows the cursor', async () => {
    await code.goTo(lineOf(16) + 2);
    await expect.poll(() => current().locator('td.number').innerText()).toMatch(/^16/);
    await expect.poll(() => isInSight(16)).toBe(true);
    await code.goTo(lineOf(88));
    await expect.poll(() => current().locator('td.number').innerText()).toMatch(/^88/);
    await expect.poll(() => isInSight(88)).toBe(true);
    const section = text.split('\n').findIndex((line) => line.includes('名称: 二、')) + 1;
    await code.goTo(section);
    await expect.poll(() => current().innerText()).toMatch(/^二、/);
  });

  it('follows the scroll bar of the editor', async () => {
    await code.goTo(1);
    await expect.poll(() => isInSight(1)).toBe(true);
    const editor = await code.page.locator('.monaco-editor').first().boundingBox();
    await code.page.mouse.move((editor?.x ?? 0) + 200, (editor?.y ?? 0) + 300);
    for (let step = 0; step < 10; step++) await code.page.mouse.wheel(0, 2000);
    await expect.poll(scrollTop).toBeGreaterThan(100);
  });

  it('leads back to the text by a click and by Enter', async () => {
    await code.goTo(1);
    await row(3).locator('td.lead').scrollIntoViewIfNeeded();
    await row(3).locator('td.lead').click();
    await cursorAt(lineOf(3) + 2);
    await row(4).focus();
    await code.page.keyboard.press('ArrowDown');
    await code.page.keyboard.press('Enter');
    await cursorAt(lineOf(5));
    // The keyboard is in the editor now.
    await code.page.keyboard.press('ArrowDown');
    await cursorAt(lineOf(5) + 1);
    await row(2).locator('td.evidence').dblclick();
    await cursorAt(lineOf(2) + 5);
    await code.page.locator('.monaco-editor.focused').waitFor();
  });

  it('marks findings and tells them', async () => {
    await code.goTo(lineOf(16));
    const mark = row(16).locator('.mark.error');
    expect(await mark.innerText()).toBe('区工信和商务局区民社局');
    expect(await mark.getAttribute('title')).toMatch(/^「区工信和商务局区民社局」/);
    expect(await row(16).locator('.badge.error').getAttribute('aria-label')).toMatch(/^错误/);
    const told = preview.locator('.findings.here button.error');
    await expect.poll(() => told.allInnerTexts()).toEqual([expect.stringContaining('区工信和商务局区民社局')]);
    await code.screenshot('preview light');
    await told.click();
    await cursorAt(lineOf(16) + 2);
  });

  it('leaves to the keyboard what can be done with the file', async () => {
    await row(16).locator('td.content').click();
    await code.page.locator('.monaco-editor.focused').waitFor({ state: 'detached' });
    await code.startCommand('Export as Word');
    await code.quickInput.locator('.monaco-list-row', { hasText: '总表' }).first().waitFor();
    await code.page.keyboard.press('Escape');
    await code.quickInput.waitFor({ state: 'hidden' });
    await code.page.keyboard.press('Control+1');
    await code.page.locator('.monaco-editor.focused').waitFor();
  });

  it('follows an edit and stays where it is', async () => {
    await code.goTo(lineOf(30) + 1);
    await expect.poll(() => isInSight(30)).toBe(true);
    await code.press('End');
    const before = await scrollTop();
    await row(31).evaluate((one) => one.setAttribute('data-seen', 'yes'));
    await code.paste('（待核）');
    await expect.poll(() => row(30).locator('td.content').innerText()).toMatch(/（待核）/);
    expect(await scrollTop()).toBe(before);
    expect(await row(31).getAttribute('data-seen')).toBe('yes');
    await code.press('Control+Z');
    await expect.poll(() => row(30).locator('td.content').innerText()).not.toMatch(/（待核）/);
  });

  it('shows the items of one unit with their own numbers', async () => {
    const choice = preview.locator('.toolbar select');
    await choice.selectOption('区委政法委');
    await preview.locator('h2.unit', { hasText: '区委政法委任务清单（牵头4项）' }).waitFor();
    await expect.poll(() => preview.locator('tr.item td.number').allInnerTexts()).toHaveLength(4);
    const numbers = (await preview.locator('tr.item td.number').allInnerTexts()).map((one) => Number.parseInt(one, 10));
    expect(numbers).toEqual([51, 78, 86, 98]);
    expect(await preview.locator('tr.item td.role').allInnerTexts()).toEqual(['牵头', '牵头', '牵头', '牵头']);
    expect(await preview.locator('td.lead strong').allInnerTexts()).toEqual(Array(4).fill('区委政法委'));
    await code.screenshot('preview unit');
  });

  it('comes back as it was when the window is loaded again', async () => {
    await code.runCommand('Developer: Reload Window');
    await preview.locator('h2.unit', { hasText: '区委政法委任务清单' }).waitFor();
    expect(await preview.locator('tr.item').count()).toBe(4);
    await preview.locator('.toolbar select').selectOption('');
    await expect.poll(() => preview.locator('tr.item').count()).toBe(100);
  });

  it('shows only what has findings', async () => {
    const filter = preview.locator('.toolbar input[type=checkbox]');
    await filter.check();
    await expect.poll(() => preview.locator('tr.item').count()).toBeLessThan(60);
    expect(await row(16).count()).toBe(1);
    await filter.uncheck();
    await expect.poll(() => preview.locator('tr.item').count()).toBe(100);
  });

  it('shows a long file page by page, and follows to its end', async () => {
    // Not in the place of the preview, which has the keyboard.
    await code.page.keyboard.press('Control+1');
    await code.openFile('long.zhibiao.yaml');
    const pages = preview.locator('.page');
    await expect.poll(() => pages.count()).toBeGreaterThan(2);
    await expect.poll(() => preview.locator('tr.total').count()).toBe(1);
    const count = await preview.locator('tr.item').count();
    expect(count).toBeGreaterThan(800);
    expect(await preview.locator('tbody th.level-1').count()).toBe(await pages.count());
    expect(await preview.locator('thead').count()).toBe(await pages.count());
    await code.press('Control+End');
    await code.page.keyboard.press('ArrowUp');
    await expect.poll(() => isInSight(count)).toBe(true);
    await expect.poll(() => current().locator('td.number').innerText()).toMatch(new RegExp(`^${count}\\D*$`));
    await code.openFile(name);
    await expect.poll(() => preview.locator('tr.item').count()).toBe(100);
  });

  it('says what to do where there is no table', async () => {
    await code.runCommand('View: Close All Editors');
    await code.openFile('shapotou.danwei.yaml');
    await code.press('Control+K');
    await code.page.keyboard.press('v');
    await preview.getByText('打开一个指标文件').waitFor();
    await code.openFile(name);
    await expect.poll(() => preview.locator('tr.item').count()).toBe(100);
  });

  it.each([
    ['Default Dark Modern', 'vscode-dark', 'preview dark'],
    ['Default High Contrast', 'vscode-high-contrast', 'preview high contrast'],
    ['Default High Contrast Light', 'vscode-high-contrast-light', 'preview high contrast light'],
  ])('takes the colours of %s', async (theme, className, picture) => {
    mkdirSync(join(code.workspace, '.vscode'), { recursive: true });
    writeFileSync(join(code.workspace, '.vscode', 'settings.json'), JSON.stringify({ 'workbench.colorTheme': theme }));
    await preview.locator(`body.${className}`).waitFor();
    await code.goTo(lineOf(16));
    await expect.poll(() => isInSight(16)).toBe(true);
    const colours = await preview.locator('h1').evaluate((h1) => {
      // The test is not compiled for a page.
      const page = globalThis as unknown as {
        getComputedStyle(of: unknown): { color: string; backgroundColor: string };
      };
      return [page.getComputedStyle(h1).color, page.getComputedStyle(h1.closest('body')).backgroundColor];
    });
    expect(new Set(colours).size).toBe(2);
    await code.screenshot(picture);
  });
});
