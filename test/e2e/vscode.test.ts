import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, type TemporaryFolder, temporaryFolder } from './harness/temporary';
import { openVsCode, type VsCode } from './harness/vscode';

/** A throwaway extension that reports each 「错」 and offers 「对」: it proves the harness, nothing else. */
const extension = {
  'package.json': JSON.stringify({
    name: 'probe',
    publisher: 'test',
    version: '0.0.1',
    license: 'MIT',
    engines: { vscode: '^1.91.0' },
    main: './main.js',
    activationEvents: ['onLanguage:probe'],
    contributes: { languages: [{ id: 'probe', extensions: ['.probe'] }] },
  }),
  '.vscodeignore': '',
  'main.js': `
const vscode = require('vscode');
exports.activate = ({ subscriptions }) => {
  const found = vscode.languages.createDiagnosticCollection('probe');
  const check = (document) => {
    if (document.languageId !== 'probe') return;
    found.set(document.uri, [...document.getText().matchAll(/错/g)].map(({ index }) => {
      const range = new vscode.Range(document.positionAt(index), document.positionAt(index + 1));
      const diagnostic = new vscode.Diagnostic(range, '「错」应为「对」。', vscode.DiagnosticSeverity.Error);
      return Object.assign(diagnostic, { source: '试验', code: 'probe-rule' });
    }));
  };
  vscode.workspace.textDocuments.forEach(check);
  vscode.workspace.onDidOpenTextDocument(check, undefined, subscriptions);
  vscode.workspace.onDidChangeTextDocument((event) => check(event.document), undefined, subscriptions);
  subscriptions.push(found, vscode.languages.registerCodeActionsProvider('probe', {
    provideCodeActions: (document, _range, { diagnostics }) => diagnostics.flatMap((diagnostic) => ['对', '正'].map((word) => {
      const action = new vscode.CodeAction('改为「' + word + '」', vscode.CodeActionKind.QuickFix);
      action.edit = new vscode.WorkspaceEdit();
      action.edit.replace(document.uri, diagnostic.range, word);
      return action;
    })),
  }));
  subscriptions.push(vscode.languages.registerHoverProvider('probe', {
    provideHover: () => new vscode.Hover('这是悬停'),
  }));
  subscriptions.push(vscode.languages.registerCompletionItemProvider('probe', {
    provideCompletionItems: () => [new vscode.CompletionItem('补全一'), new vscode.CompletionItem('补全二')],
  }));
};
`,
};

describe('VS Code with a throwaway extension', () => {
  let source: TemporaryFolder;
  let code: VsCode;

  beforeAll(async () => {
    source = temporaryFolder(extension);
    const vsix = join(source.path, 'probe.vsix');
    const vsce = join(root, 'node_modules', '@vscode', 'vsce', 'vsce');
    const options = ['--no-dependencies', '--allow-missing-repository', '--skip-license', '--out', vsix];
    execFileSync(process.execPath, [vsce, 'package', ...options], { cwd: source.path, stdio: 'pipe' });
    code = await openVsCode({
      extensions: [vsix],
      files: { 'a.probe': '一行\n有错字\n再错错\n', 'b.probe': '错\n'.repeat(40) },
    });
  });
  afterAll(async () => {
    await code?.close();
    source?.remove();
  });

  it('shows the findings of an opened file', async () => {
    await code.openFile('a.probe');
    await code.waitForSquiggles(2);
    const problem = {
      file: 'a.probe',
      severity: 'error',
      message: '「错」应为「对」。',
      source: '试验',
      code: 'probe-rule',
    };
    expect(await code.waitForProblems(3)).toEqual([
      { ...problem, line: 2, column: 2 },
      { ...problem, line: 3, column: 2 },
      { ...problem, line: 3, column: 3 },
    ]);
    await code.screenshot('problems');
  });

  it('offers and applies quick fixes', async () => {
    await code.goTo(2, 2);
    expect(await code.quickFixes()).toEqual(['改为「对」', '改为「正」']);
    await code.quickFix('正');
    expect(await code.editorText()).toBe('一行\n有正字\n再错错\n');
    await code.waitForProblems(2);
  });

  it('types, pastes and saves', async () => {
    await code.goTo(1, 1);
    await code.type('对错');
    await code.paste('[粘贴\n');
    await code.waitForProblems(3);
    expect(await code.editorText()).toBe('对错[粘贴\n一行\n有正字\n再错错\n');
    expect(await code.save('a.probe')).toBe('对错[粘贴\n一行\n有正字\n再错错\n');
  });

  it('hovers and completes', async () => {
    await code.goTo(2, 1);
    expect(await code.hover()).toContain('这是悬停');
    expect(await code.completions()).toEqual(expect.arrayContaining(['补全一', '补全二']));
  });

  it('reads a list of problems longer than the panel', async () => {
    await code.openFile('b.probe');
    const problems = await code.waitForProblems(43);
    expect(problems.filter(({ file }) => file === 'b.probe').map(({ line }) => line)).toEqual(
      Array.from({ length: 40 }, (_, index) => index + 1),
    );
  });
});
