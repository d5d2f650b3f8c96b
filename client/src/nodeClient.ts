import type { ExtensionContext } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import { messagesFor } from './messages';

/** A client for the server in `dist/server.js`, in a process of its own. Started with a debugger attached, it waits at port 6019. */
export function createNodeClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc };
  const debug = { ...run, options: { execArgv: ['--nolazy', '--inspect=6019'] } };
  const client = new LanguageClient('zhibiao', messagesFor('zh-cn').name, { run, debug }, options);
  // Its own remarks, in English, go to the output only; what the user has to know is said in `activate`.
  const { error } = client;
  client.error = (message, data) => error.call(client, message, data, false);
  return client;
}
