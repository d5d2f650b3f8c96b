import { type ExtensionContext, Uri } from 'vscode';
import { LanguageClient, type LanguageClientOptions, TransportKind } from 'vscode-languageclient/node';
import type { InitializationOptions } from '../../server/src/protocol/initialization';
import { messagesFor } from './messages';

/** A client for the server in `dist/server.js`, in a process of its own. Started with a debugger attached, it waits at port 6019. */
export function createNodeClient(context: ExtensionContext, options: LanguageClientOptions): LanguageClient {
  // Node 22 and later keep the compiled server there: the next one starts sooner. Earlier ones do not know the name.
  const env = { NODE_COMPILE_CACHE: Uri.joinPath(context.globalStorageUri, 'compiled').fsPath };
  const run = { module: context.asAbsolutePath('dist/server.js'), transport: TransportKind.ipc, options: { env } };
  const debug = { ...run, options: { env, execArgv: ['--nolazy', '--inspect=6019'] } };
  const storage = context.storageUri?.toString();
  const initializationOptions: InitializationOptions = {
    ...options.initializationOptions,
    ...(storage !== undefined && { storage }),
  };
  const all = { ...options, initializationOptions };
  const client = new LanguageClient('zhibiao', messagesFor('zh-cn').name, { run, debug }, all);
  // Its own remarks, in English, go to the output only; what the user has to know is said in `activate`.
  const { error } = client;
  client.error = (message, data) => error.call(client, message, data, false);
  return client;
}
