import { type OutputChannel, workspace } from 'vscode';
import {
  CloseAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import { documentSelector } from './selector';
import type { Settings } from './settings';

const checkedFiles = '**/*.{zhibiao,指标,danwei,单位,yaoqiu,要求}.{yaml,yml}';
const configFiles = '**/zhibiao.config.yaml';

/** Options of the language client; what the server sends as Markdown is shown as text: no commands, no HTML. */
export function clientOptions(settings: Settings, outputChannel: OutputChannel): LanguageClientOptions {
  return {
    documentSelector: documentSelector(settings.include),
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions: { locale: settings.locale },
    initializationFailedHandler: () => false,
    markdown: { isTrusted: false, supportHtml: false },
    synchronize: {
      configurationSection: 'zhibiao',
      fileEvents: [checkedFiles, configFiles].map((glob) => workspace.createFileSystemWatcher(glob)),
    },
  };
}

/** Keeps the library's English remarks in the output, and leaves it to `onClosed` what happens after the server has ended. */
export function errorHandler(usual: ErrorHandler, onClosed: () => void): ErrorHandler {
  return {
    error: async (error, message, count) => ({ ...(await usual.error(error, message, count)), handled: true }),
    closed() {
      onClosed();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
