import { commands, Disposable, EventEmitter, type ExtensionContext, languages, window, workspace } from 'vscode';
import type { BaseLanguageClient, LanguageClientOptions } from 'vscode-languageclient';
import type { Request } from '../../server/src/protocol/request';
import { type FileStatus, statusNotification } from '../../server/src/protocol/status';
import { checkedDocuments } from './checkedDocuments';
import { createCrashes } from './crashes';
import { fixAll } from './fixAll';
import type { ClientHost } from './host';
import { createLifecycle, type Lifecycle, type Startable } from './lifecycle';
import { messagesFor } from './messages';
import { parts } from './parts';
import { clientSettings, readSettings } from './settings';
import { createStatus } from './status';
import { createFollowed } from './views/followed';
import { answerFileRequests } from './workspaceFiles';

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
  let running: BaseLanguageClient | undefined;
  const ready = new EventEmitter<void>();
  /** Parts register before the first server is made. */
  const notified: { readonly method: string; readonly handle: (params: unknown) => void }[] = [];
  const crashes = createCrashes();
  /** After a message that it does not run, the server is started only when somebody asks for it. */
  let gaveUp = false;

  async function create(): Promise<Startable> {
    const { clientOptions, errorHandler } = await import('./clientOptions');
    const options = clientOptions(settings, output);
    disposeAll(watchers);
    watchers = [options.synchronize?.fileEvents ?? []].flat();
    const client = await createClient(options);
    answerFileRequests(client);
    let state: 'starting' | 'running' | 'ended' = 'starting';
    client.clientOptions.errorHandler = errorHandler(() => {
      const wasRunning = state === 'running';
      state = 'ended';
      running = undefined;
      if (wasRunning) crashed();
    });
    client.onNotification(statusNotification, (told: FileStatus) => status.tell(told));
    for (const method of new Set(notified.map((one) => one.method))) {
      client.onNotification(method, (params) => {
        for (const one of notified) if (one.method === method) one.handle(params);
      });
    }
    return {
      async start() {
        await status.during(client.start());
        // The library takes the start for a success even then.
        if (state === 'ended') throw new Error('the server ended while it was being started');
        state = 'running';
        running = client;
        ready.fire();
      },
      stop() {
        state = 'ended';
        running = undefined;
        return client.stop();
      },
    };
  }

  function crashed(): void {
    if (crashes.mayRestart(Date.now())) restart();
    else failed(messages.stopped);
  }

  async function failed(message: string): Promise<void> {
    gaveUp = true;
    const chosen = await window.showErrorMessage(message, messages.showOutput, messages.restart);
    if (chosen === messages.showOutput) output.show();
    if (chosen === messages.restart) await restartAsked();
  }

  const server = createLifecycle(create, (error) => {
    output.appendLine(String(error));
    failed(messages.startFailed);
  });

  async function startIfNeeded(): Promise<void> {
    const selector = checkedDocuments(settings.include);
    const needed = workspace.textDocuments.some((document) => languages.match(selector, document) > 0);
    if (settings.enable && needed && !gaveUp) await server.start();
  }

  async function restart(): Promise<void> {
    await server.stop();
    await startIfNeeded();
  }

  async function restartAsked(): Promise<void> {
    crashes.forget();
    gaveUp = false;
    await restart();
  }

  async function applySettings(): Promise<void> {
    settings = currentSettings();
    messages = messagesFor(settings.locale);
    status.dispose();
    status = createStatus(messages, settings.include);
    await restartAsked();
  }

  async function ask<R>(question: (client: BaseLanguageClient) => Promise<R>): Promise<R | undefined> {
    if (settings.enable && !gaveUp) await server.start();
    if (!running) return undefined;
    return await question(running).catch((error) => {
      output.appendLine(String(error));
      return undefined;
    });
  }

  const host: ClientHost = {
    context,
    get messages() {
      return messages;
    },
    get selector() {
      return checkedDocuments(settings.include);
    },
    request: <P, R>({ method }: Request<P, R>, params: P) => ask((client) => client.sendRequest<R>(method, params)),
    requestWithProgress: <P extends object, R>({ method }: Request<P, R>, params: P, title: string) =>
      ask(async (client) => {
        const { requestWithProgress } = await import('./progress');
        return await requestWithProgress<R>(client, method, params, title);
      }),
    onNotification<P>(method: string, handle: (params: P) => void) {
      const one = { method, handle: (params: unknown) => handle(params as P) };
      notified.push(one);
      return new Disposable(() => notified.splice(notified.indexOf(one), 1));
    },
    onReady: ready.event,
    get followed() {
      return followed;
    },
  };
  const followed = createFollowed(host);

  context.subscriptions.push(
    output,
    ready,
    followed,
    ...parts.map((register) => register(host)),
    { dispose: () => disposeAll([status, ...watchers]) },
    commands.registerCommand('zhibiao.restartServer', restartAsked),
    commands.registerCommand('zhibiao.showOutput', () => output.show()),
    commands.registerCommand('zhibiao.fixAll', () => fixAll(host)),
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
