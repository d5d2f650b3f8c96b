import { type OutputChannel, workspace } from 'vscode';
import {
  CloseAction,
  ErrorAction,
  type ErrorHandler,
  type LanguageClientOptions,
  RevealOutputChannelOn,
} from 'vscode-languageclient';
import type { InitializationOptions } from '../../server/src/protocol/initialization';
import { checkedDocuments } from './checkedDocuments';
import { keepFindings } from './pullDiagnostics';
import { watchedGlobs } from './selector';
import type { Settings } from './settings';

/** Options of the language client; what the server sends as Markdown is shown as text: no commands, no HTML. */
export function clientOptions(settings: Settings, outputChannel: OutputChannel): LanguageClientOptions {
  const initializationOptions: InitializationOptions = {
    locale: settings.locale,
    files: true,
    suggestAgain: true,
    commands: true,
  };
  return {
    documentSelector: checkedDocuments(settings.include),
    outputChannel,
    revealOutputChannelOn: RevealOutputChannelOn.Never,
    initializationOptions,
    initializationFailedHandler: () => false,
    middleware: keepFindings,
    markdown: { isTrusted: false, supportHtml: false },
    synchronize: {
      configurationSection: 'zhibiao',
      fileEvents: watchedGlobs.map((glob) => workspace.createFileSystemWatcher(glob)),
    },
  };
}

/**
 * Keeps the library's English remarks in the output, and leaves it to `onClosed` what happens after the server has ended.
 * Errors of the transport are no reason to stop, as they are for the library: messages that were on their way to a server that
 * has just died give several, before its end is noticed, and a client that is stopping never hears of that end.
 */
export function errorHandler(onClosed: () => void): ErrorHandler {
  return {
    error: () => ({ action: ErrorAction.Continue, handled: true }),
    closed() {
      onClosed();
      return { action: CloseAction.DoNotRestart, handled: true };
    },
  };
}
