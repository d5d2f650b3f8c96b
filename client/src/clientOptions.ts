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

/** Restarts a crashed server as `usual` does, but writes its remarks to the output only and says in our own words when it gives up. */
export function errorHandler(usual: ErrorHandler, onGivingUp: () => void): ErrorHandler {
  return {
    error: async (error, message, count) => ({ ...(await usual.error(error, message, count)), handled: true }),
    async closed() {
      const result = await usual.closed();
      if (result.action === CloseAction.DoNotRestart) onGivingUp();
      return { ...result, handled: true };
    },
  };
}
