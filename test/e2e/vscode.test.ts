import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { attend } from './harness/editors';
import { manifest, run, vsix } from './harness/product';
import { clean, traps } from './harness/samples';
import { root } from './harness/temporary';
import { openVsCode, type VsCode } from './harness/vscode';

const county = join(root, 'seeds', 'as-printed', 'shapotou');
const document = 'shapotou.zhibiao.yaml';
const registry = 'shapotou.danwei.yaml';
const glued = '区工信和商务局区民社局';
const gluedLine = 113;

let code: VsCode;

beforeAll(async () => {
  const { stdout: gbk } = await run('bash', ['-c', 'iconv -f utf-8 -t gbk | base64 -w0'], { input: clean });
  const names = [document, registry];
  code = await openVsCode({
    extensions: [vsix()],
    files: {
      ...Object.fromEntries(names.map((name) => [name, readFileSync(join(county, name), 'utf8')])),
      'clean.zhibiao.yaml': clean,
      'gbk.zhibiao.yaml': Buffer.from(gbk, 'base64'),
      'doomed.zhibiao.yaml': clean.replace('[县司法局]', '[县司法厅]'),
    },
  });
});
attend(() => code);

describe('a county document in VS Code', () => {
  it('shows squiggles, and Problems in Chinese with code and place', async () => {
    await code.openFile(document);
    await code.goTo(gluedLine, 25);
    await code.waitForSquiggles(1);
    const problem = (await code.problems()).find(({ code }) => code === 'unit-separator');
    expect(problem).toMatchObject({
      file: document,
      severity: 'error',
      source: 'zhibiao',
      line: gluedLine,
      column: 20,
    });
    expect(problem?.message).toMatch(new RegExp(`^「${glued}」.*请.*。$`));
    await code.goTo(gluedLine, 25);
    await code.screenshot('problems');
  });

  it('draws the squiggle under the offending text and no more', async () => {
    const text = await code.page.getByText(glued, { exact: true }).first().boundingBox();
    const squiggle = await code.page.locator('.monaco-editor .squiggly-error').first().boundingBox();
    expect(Math.abs((text?.x ?? 0) - (squiggle?.x ?? -99))).toBeLessThan(3);
    expect(Math.abs((text?.width ?? 0) - (squiggle?.width ?? -99))).toBeLessThan(3);
    expect(Math.abs((text?.y ?? 0) - (squiggle?.y ?? -99))).toBeLessThan(12);
  });

  it('links the rule to its page inside the extension', async () => {
    await code.goTo(gluedLine, 25);
    await code.press('Control+K');
    await code.page.keyboard.press('Control+I');
    const link = code.page.locator('.monaco-hover:not(.hidden) a.code-link', { hasText: 'unit-separator' }).first();
    const href = await link.getAttribute('href');
    await code.page.keyboard.press('Escape');
    const home = join(code.extensions, `${manifest.publisher}.${manifest.name}-${manifest.version}`);
    const page = join(home, 'docs', 'rules', 'unit-separator.md');
    expect(decodeURIComponent(new URL(href ?? 'none:').pathname)).toBe(page);
    // Until the pages are written there is nothing to pack.
    expect(existsSync(page)).toBe(existsSync(join(root, 'docs', 'rules', 'unit-separator.md')));
  });

  it('has no boxes round Chinese punctuation, and wraps long lines', async () => {
    await code.openFile(document);
    expect(await code.page.locator('.monaco-editor .unicode-highlight').count()).toBe(0);
    const lines = await code.page.locator('.monaco-editor .view-lines .view-line').count();
    const numbers = await code.page.locator('.monaco-editor .margin .line-numbers').count();
    expect(lines).toBeGreaterThan(numbers);
  });

  it('tells in the status bar what it is checked against', async () => {
    const label = code.page.locator('[id="status.languageStatus"]');
    await expect.poll(() => label.getAttribute('aria-label')).toMatch(/\d 个错误.*2021年版.*沙坡头区/);
  });

  it('follows a registry that is edited and not saved, and forgets the edit when it is thrown away', async () => {
    const before = (await code.problems()).length;
    await code.openFile(registry);
    const line =
      readFileSync(join(county, registry), 'utf8')
        .split('\n')
        .findIndex((text) => text.includes('名称: 区财政局')) + 1;
    expect(line).toBeGreaterThan(0);
    await code.goTo(line);
    await code.press('End');
    await code.type('字');
    const listed = readFileSync(join(county, document), 'utf8').match(/[[ ]区财政局[,\]]/g) ?? [];
    expect(listed.length).toBeGreaterThan(0);
    const after = await code.waitForProblems(before + listed.length);
    const unknown = after.filter(({ code }) => code === 'unit-unknown');
    expect(unknown.map(({ file }) => file)).toEqual(listed.map(() => document));
    await code.runCommand('File: Revert File');
    await code.waitForProblems(before);
  });

  it('offers a quick fix by Ctrl+. that splits the glued unit', async () => {
    await code.openFile(document);
    await code.goTo(gluedLine, 25);
    const before = (await code.problems()).length;
    await code.goTo(gluedLine, 25);
    const titles = await code.quickFixes('quickfix');
    expect(titles[0]).toContain('区民社局');
    expect(titles).toContainEqual(expect.stringContaining('不再提示'));
    await code.quickFix('区民社局');
    const problems = await code.waitForProblems(before - 1);
    expect(problems.filter(({ code }) => code === 'unit-separator')).toEqual([]);
    expect((await code.editorText()).split('\n')[gluedLine - 1]).toContain(
      '[区工信和商务局, 区民社局, 区农业农村局, 区财政局]',
    );
    await code.goTo(gluedLine, 25);
    await code.screenshot('fixed');
  });

  it('repairs all that can be repaired by one command', async () => {
    await code.runCommand('指标: Fix All Fixable Problems in This File');
    await expect.poll(async () => (await code.problems()).filter(({ code }) => code === 'typography')).toEqual([]);
    const saved = await code.save(document);
    const { stdout } = await run(process.execPath, [join(root, 'dist', 'cli.js'), 'check', '--fix-dry-run', document], {
      cwd: code.workspace,
    });
    expect(stdout).not.toContain('+++');
    expect(saved).not.toContain(glued);
    await code.runCommand('指标: Fix All Fixable Problems in This File');
    await code.page.locator('.notifications-toasts', { hasText: '没有可自动修复的问题' }).waitFor();
    await code.runCommand('Notifications: Clear All Notifications');
    await code.runCommand('View: Close All Editors');
    await code.waitForProblems(0);
  });
});

describe('typing', () => {
  it('gives one finding for a full-width colon, with a fix that works', async () => {
    await code.openFile('clean.zhibiao.yaml');
    await code.waitForProblems(0);
    await code.goTo(15, 15);
    // `序号: 2` as text from elsewhere would leave it; a colon that is typed is put right at once.
    await code.press('Shift+ArrowRight');
    await code.press('Shift+ArrowRight');
    await code.paste('：');
    const [problem, ...others] = await code.waitForProblems(1);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'yaml-fullwidth', line: 15, column: 15 });
    await code.goTo(15, 15);
    await code.quickFix('');
    await code.waitForProblems(0);
    expect(await code.editorText()).toBe(clean);
  });

  it('gives one finding for a full-width comma in a list, with a fix that works', async () => {
    const [right] = traps['full-width comma in a list'];
    const column = (clean.split('\n')[16] ?? '').indexOf(right) + 1 + right.indexOf(',');
    await code.goTo(17, column);
    await code.press('Shift+ArrowRight');
    await code.press('Shift+ArrowRight');
    await code.type('，');
    const [problem, ...others] = await code.waitForProblems(1);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({ code: 'yaml-fullwidth', line: 17 });
    await code.goTo(17, column);
    await code.quickFix('');
    await code.waitForProblems(0);
    expect(await code.editorText()).toBe(clean);
  });
});

describe('files that are not as they should be', () => {
  it('reads a file in GBK', async () => {
    await code.openFile('gbk.zhibiao.yaml');
    expect(await code.editorText()).toBe(clean);
    await code.waitForProblems(0);
  });

  it('goes on when the file is deleted under us', async () => {
    await code.openFile('doomed.zhibiao.yaml');
    await code.waitForProblems(1);
    rmSync(join(code.workspace, 'doomed.zhibiao.yaml'));
    await code.goTo(13, 20);
    await code.quickFix('县司法局');
    await code.waitForProblems(0);
    expect(await code.notifications()).toEqual([]);
    await code.runCommand('View: Revert and Close Editor');
  });
});

describe('a language server that dies', () => {
  it('comes back without a word, and has what was typed meanwhile', async () => {
    await code.openFile('clean.zhibiao.yaml');
    await code.goTo(13, 1);
    await code.press('End');
    await code.press('ArrowLeft');
    // It must be up: one that dies while it starts is another matter.
    await code.type('x');
    await code.waitForProblems(1);
    await code.press('Backspace');
    await code.waitForProblems(0);
    const pid = await serverProcess();
    expect(pid).toBeGreaterThan(0);
    process.kill(pid, 'SIGKILL');
    // At once: what is sent to a server that is gone, before anybody knows, is lost on the way.
    await code.type('x');
    await expect.poll(async () => ![0, pid].includes(await serverProcess())).toBe(true);
    const [problem] = await code.waitForProblems(1);
    expect(problem).toMatchObject({ code: 'unit-unknown', line: 13 });
    expect(await code.notifications()).toEqual([]);
  });

  it('says in Chinese when it dies while it starts', async () => {
    const pid = await serverProcess();
    // 0 would be this very process and all its kin.
    expect(pid).toBeGreaterThan(0);
    process.kill(pid, 'SIGKILL');
    await expect
      .poll(
        async () => {
          const next = await serverProcess();
          if ([0, pid].includes(next)) return false;
          process.kill(next, 'SIGKILL');
          return true;
        },
        { interval: 1 },
      )
      .toBe(true);
    const told = code.page.locator('.notifications-toasts', { hasText: '语言服务器没有启动' });
    await told.waitFor();
    expect(await code.notifications()).toEqual([expect.stringMatching(/^指标的语言服务器没有启动/)]);
    await code.screenshot('not started');
    await told.locator('.monaco-button', { hasText: '重启语言服务器' }).click();
    await code.waitForProblems(1);
  });

  it('says in Chinese that it gives up, once, and can be started again', async () => {
    const gone = code.page.locator('.notifications-toasts', { hasText: '多次意外退出' });
    for (let round = 0; round < 5 && (await gone.count()) === 0; round++) {
      // Not one that is still starting: that it follows the text shows that it is up.
      await code.goTo(13, 1);
      await code.press('End');
      await code.press('ArrowLeft');
      await code.press('Backspace');
      await code.waitForProblems(0);
      await code.type('x');
      await code.waitForProblems(1);
      const pid = await serverProcess();
      expect(pid).toBeGreaterThan(0);
      process.kill(pid, 'SIGKILL');
      const over = async () => (await gone.count()) > 0 || ![0, pid].includes(await serverProcess());
      await expect.poll(over).toBe(true);
    }
    await gone.waitFor();
    expect(await code.notifications()).toEqual([expect.stringMatching(/^指标的语言服务器多次意外退出，已停止/)]);
    await code.page.locator('.notifications-toasts .monaco-button', { hasText: '重启语言服务器' }).click();
    await expect.poll(serverProcess).toBeGreaterThan(0);
    await code.waitForProblems(1);
  });
});

/** Process id of our language server, 0 where there is none: the one whose command line names the extensions folder of this test. */
async function serverProcess(): Promise<number> {
  const program = join(
    code.extensions,
    `${manifest.publisher}.${manifest.name}-${manifest.version}`,
    'dist',
    'server.js',
  );
  const [pid = 0] = readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((id) => commandLine(id).includes(program));
  return pid;
}

function commandLine(pid: number): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}
