import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attend } from './harness/editors';
import { check } from './harness/product';
import { clean } from './harness/samples';
import { root } from './harness/temporary';
import { openVsCodeWeb } from './harness/vscode-web';
import type { Workbench } from './harness/workbench';

const county = join(root, 'seeds', 'as-printed', 'shapotou');
const document = 'shapotou.zhibiao.yaml';
const registry = 'shapotou.danwei.yaml';
const glued = '区工信和商务局区民社局';

let code: Workbench;
describe('a county folder in VS Code for the Web', () => {
  beforeAll(async () => {
    code = await openVsCodeWeb({
      files: Object.fromEntries(
        [document, registry].map((name) => [`县区/${name}`, readFileSync(join(county, name), 'utf8')]),
      ),
    });
  });
  attend(() => code, 'web ');

  it('has the findings of the command line', async () => {
    await code.openFile(`县区/${document}`);
    const told = (await check([document], { cwd: county })).get(document) ?? [];
    // The panel does not list hints.
    const expected = told.filter(({ severity }) => severity !== 'hint');
    const shown = await code.waitForProblems(expected.length);
    expect(shown.map(({ code, line, message }) => [code, line, message]).sort()).toEqual(
      expected.map(({ rule, range, message }) => [rule, range.start.line + 1, message]).sort(),
    );
  });

  it('tells what it is checked against: the corpus of the extension, the registry of the folder', async () => {
    const label = code.page.locator('[id="status.languageStatus"]');
    await expect.poll(() => label.getAttribute('aria-label')).toMatch(/\d 个错误.*2021年版.*沙坡头区/);
  });

  it('repairs by Ctrl+. what the squiggle marks', async () => {
    const line = readFileSync(join(county, document), 'utf8').slice(0, -1).split(glued)[0]?.split('\n').length ?? 0;
    await code.goTo(line, 25);
    await code.waitForSquiggles();
    const before = (await code.problems()).length;
    await code.goTo(line, 25);
    await code.screenshot('web');
    await code.quickFix('区民社局');
    const problems = await code.waitForProblems(before - 1);
    expect(problems.filter(({ code }) => code === 'unit-separator')).toEqual([]);
    expect(await code.editorText()).toContain('[区工信和商务局, 区民社局, 区农业农村局, 区财政局]');
  });

  it('opens the page of a rule in the editor', async () => {
    // The list stands at its end after it was read.
    const rule = (await code.problems()).at(-1)?.code ?? '';
    await code.page.locator('.markers-panel a', { hasText: rule }).first().click();
    await code.page.locator('.tab.active', { hasText: `${rule}.md` }).waitFor();
    // The keyboard may still be with the list when the tab is there already, so the text is read by the eye.
    await code.page.locator('.view-line', { hasText: rule }).first().waitFor();
    await code.screenshot('web rule');
  });
});

describe('a server that does not load', () => {
  beforeAll(async () => {
    code = await openVsCodeWeb({
      files: { 'clean.zhibiao.yaml': clean },
      more: { 'dist/web/server.js': "throw new Error('broken');" },
    });
  });
  attend(() => code, 'web ');

  it('is told of, in Chinese', async () => {
    await code.openFile('clean.zhibiao.yaml');
    const told = code.page.locator('.notifications-toasts', { hasText: '语言服务器没有启动' });
    await told.waitFor();
    expect(await code.notifications()).toEqual([expect.stringMatching(/^指标的语言服务器没有启动/)]);
  });
});
