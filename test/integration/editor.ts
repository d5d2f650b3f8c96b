import {
  type CodeAction,
  commands,
  type Diagnostic,
  languages,
  Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

/** Name of each test → what it does; it fails by rejecting. */
export type Tests = Readonly<Record<string, () => Promise<void>>>;

/** Milliseconds that the server may take, on a busy machine. */
const patience = 45_000;

/** Opens a file of the workspace in an editor. @param path e.g. `yi/yi.zhibiao.yaml`: the folder's name, then the file's */
export async function show(path: string): Promise<TextDocument> {
  const [name, ...rest] = path.split('/');
  // On the web the extension may wake before the workspace is read.
  const folder = await until(`folder ${name}`, () => workspace.workspaceFolders?.find((one) => one.name === name));
  const document = await workspace.openTextDocument(Uri.joinPath(folder.uri, ...rest));
  await window.showTextDocument(document, { preview: false });
  return document;
}

/** Throws away what was typed and closes all editors. */
export async function closeAll(): Promise<void> {
  // Not the settings, which VS Code itself may be writing to.
  const ours = workspace.textDocuments.filter(({ uri, isDirty }) => isDirty && workspace.getWorkspaceFolder(uri));
  for (const document of ours) {
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.files.revert');
  }
  await commands.executeCommand('workbench.action.closeAllEditors');
}

/** Where `text` stands. @param from text that stands before it; default: the first place */
export function rangeOf(document: TextDocument, text: string, from = ''): Range {
  const whole = document.getText();
  const after = whole.indexOf(from);
  const at = after < 0 ? -1 : whole.indexOf(text, after + from.length);
  if (at < 0) throw new Error(`no 「${text}」 after 「${from}」`);
  return new Range(document.positionAt(at), document.positionAt(at + text.length));
}

/** The extension's findings of a rule. */
export function found({ uri }: TextDocument, rule: string): Diagnostic[] {
  return languages.getDiagnostics(uri).filter(({ source, code }) => source === 'zhibiao' && idOf(code) === rule);
}

/** The first finding of a rule, as soon as there is one. */
export function first(document: TextDocument, rule: string): Promise<Diagnostic> {
  return until(rule, () => found(document, rule)[0]);
}

function idOf(code: Diagnostic['code']): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** Asks again and again until there is an answer. @param what named when there is none in time */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  for (const end = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await ask();
    if (answer !== undefined && answer !== false) return answer;
    if (Date.now() > end) throw new Error(`waited in vain: ${what}`);
  }
}

/** Actions of a kind that the server offers. */
export async function actions(document: TextDocument, range: Range, kind: string): Promise<CodeAction[]> {
  const command = 'vscode.executeCodeActionProvider';
  return (await commands.executeCommand<CodeAction[] | undefined>(command, document.uri, range, kind)) ?? [];
}

/** Compares as JSON: what stands there, and in that order. */
export function equal(actual: unknown, expected: unknown): void {
  const [is, should] = [actual, expected].map((value) => JSON.stringify(value));
  if (is !== should) throw new Error(`is ${is}, should be ${should}`);
}
