import {
  type ClientCapabilities,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
} from 'vscode-languageserver';

const WATCHED = ['**/*.{zhibiao,指标,danwei,单位,yaoqiu,要求}.{yaml,yml}', '**/zhibiao.config.{yaml,yml}'];

/**
 * Asks the client to tell of changed settings and files, as far as it can be asked.
 * Nothing waits for its answers: they may be lost (Emacs in a C locale loses them).
 */
export function registerForChanges({ client }: Connection, { workspace }: ClientCapabilities): void {
  if (workspace?.didChangeConfiguration?.dynamicRegistration) {
    client.register(DidChangeConfigurationNotification.type, { section: 'zhibiao' }).catch(() => undefined);
  }
  if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
    const watchers = WATCHED.map((globPattern) => ({ globPattern }));
    client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
  }
}
