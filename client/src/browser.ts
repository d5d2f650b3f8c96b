import { type ExtensionContext, Uri } from 'vscode';
import type { InitializationOptions } from '../../server/src/protocol/initialization';
import { wire } from './activate';
import type { Lifecycle } from './lifecycle';
import { provideRulePages, rulePages } from './rulePages';

/** Names of the files in seeds/requirements, told by the build: the extension's folders cannot be listed on the web. */
declare const ZHIBIAO_CORPORA: readonly string[];

let server: Lifecycle | undefined;

/** Entry point in VS Code for the Web. */
export function activate(context: ExtensionContext): void {
  const { extensionUri, subscriptions } = context;
  const corpora = ZHIBIAO_CORPORA.map((name) => Uri.joinPath(extensionUri, 'seeds', 'requirements', name).toString());
  subscriptions.push(provideRulePages(extensionUri));
  server = wire(context, async (options) => {
    const { createWebClient } = await import('./webClient');
    const formats = Uri.joinPath(extensionUri, 'dist', 'web', 'formats.js').toString(true);
    const initializationOptions: InitializationOptions = {
      ...options.initializationOptions,
      corpora,
      rulePages,
      formats,
    };
    return createWebClient(extensionUri, { ...options, initializationOptions });
  });
}

/** VS Code waits for the promise, so that the server can end in order. */
export function deactivate(): Promise<void> | undefined {
  return server?.stop();
}
