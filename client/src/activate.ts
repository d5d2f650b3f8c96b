import { commands, type Disposable, type ExtensionContext, languages, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import { fixAll } from './fixAll';
import { createLifecycle, type Lifecycle, type Startable } from './lifecycle';
import { messagesFor } from './messages';
import { type FileStatus, statusNotification } from './protocol';
import { documentSelector } from './selector';
import { clientSettings, readSettings } from './settings';
import { createStatus } from './status';

/** Makes a client for the place where the extension runs: a process on the desktop, a worker in the browser. */
export type CreateClient = (options: LanguageClientOptions) => Promise<BaseLanguageClient>;

/**
 * Wires the extension. It is woken by any `yaml` file, since `zhibiao.files.include` may name it, but neither loads the
 * language client nor starts the server before a file that is to be checked is open.
 */
export function wire(context: ExtensionContext, createClient: CreateClient): Lifecycle {
  const output = window.createOutputChannel('指标');
  let settings = currentSettings();
  let messages = messagesFor(settings.locale);
  let status = createStatus(messages, settings.include);
  let watchers: readonly Disposable[] = [];

  async function create(): Promise<Startable> {
    const { clientOptions, errorHandler } = await import('./clientOptions');
    const options = clientOptions(settings, output);
    disposeAll(watchers);
    watchers = [options.synchronize?.fileEvents ?? []].flat();
    const client = await createClient(options);
    client.clientOptions.errorHandler = errorHandler(client.createDefaultErrorHandler(), () =>
      failed(messages.stopped),
    );
    client.onNotification(statusNotification, (told: FileStatus) => status.tell(told));
    return { start: () => status.during(client.start()), stop: () => client.stop() };
  }

  async function failed(message: string): Promise<void> {
    const chosen = await window.showErrorMessage(message, messages.showOutput, messages.restart);
    if (chosen === messages.showOutput) output.show();
    if (chosen === messages.restart) await restart();
  }

  const server = createLifecycle(create, (error) => {
    output.appendLine(String(error));
    failed(messages.startFailed);
  });

  async function startIfNeeded(): Promise<void> {
    const selector = documentSelector(settings.include);
    const needed = workspace.textDocuments.some((document) => languages.match(selector, document) > 0);
    if (settings.enable && needed) await server.start();
  }

  async function restart(): Promise<void> {
    await server.stop();
    await startIfNeeded();
  }

  async function applySettings(): Promise<void> {
    settings = currentSettings();
    messages = messagesFor(settings.locale);
    status.dispose();
    status = createStatus(messages, settings.include);
    await restart();
  }

  context.subscriptions.push(
    output,
    { dispose: () => disposeAll([status, ...watchers]) },
    commands.registerCommand('zhibiao.restartServer', restart),
    commands.registerCommand('zhibiao.showOutput', () => output.show()),
    commands.registerCommand('zhibiao.fixAll', () => fixAll(messages)),
    workspace.onDidOpenTextDocument(startIfNeeded),
    workspace.onDidChangeConfiguration((change) => {
      if (clientSettings.some((name) => change.affectsConfiguration(name))) applySettings();
    }),
  );
  startIfNeeded();
  return server;
}

function currentSettings() {
  const configuration = workspace.getConfiguration();
  return readSettings((name) => configuration.get(name));
}

function disposeAll(disposables: readonly Disposable[]): void {
  for (const disposable of disposables) disposable.dispose();
}
