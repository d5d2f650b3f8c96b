import { commands, type Disposable, env, UIKind, Uri, window, workspace } from 'vscode';
import { fromBase64 } from '../../../server/src/protocol/base64';
import { type Exported, exportRequest } from '../../../server/src/protocol/export';
import { activeFile } from '../activeFile';
import type { ClientHost } from '../host';
import { exists, nameOf } from '../uris';
import { askChoices, type Choices } from './exportChoices';

/** Formats that the editor itself shows; the others are for the programs of the machine. */
const SHOWN_HERE = new Set(['md', 'csv', 'json']);

interface Target {
  readonly uri: Uri;
  readonly bytes: Uint8Array;
}

/**
 * Exports the indicator file of the active editor, or the one that a menu or the preview names.
 * @param given the file @param shown the unit that the preview shows
 */
export function registerExport(host: ClientHost): Disposable {
  return commands.registerCommand('zhibiao.export', async (given?: unknown, shown?: unknown) => {
    const uri = given instanceof Uri ? given : activeFile(host)?.uri;
    if (uri) await exportFile(host, uri, typeof shown === 'string' ? shown : undefined);
  });
}

async function exportFile(host: ClientHost, uri: Uri, shown: string | undefined): Promise<void> {
  const messages = host.messages.exporting;
  const choices = await askChoices(host, uri.toString(), shown);
  if (!choices) return;
  const params = { uri: uri.toString(), ...choices };
  const answer = await host.requestWithProgress(exportRequest, params, messages.exporting(nameOf(uri)));
  if (!answer || 'message' in answer) {
    window.showErrorMessage(answer?.message ?? messages.noServer);
    return;
  }
  const targets = await askTargets(host, uri, choices, answer);
  for (const { uri: target, bytes } of targets) {
    try {
      await workspace.fs.writeFile(target, bytes);
    } catch {
      window.showErrorMessage(messages.notWritten(nameOf(target)));
      return;
    }
  }
  if (targets.length > 0) await tell(host, targets, choices, answer.errors);
}

/** Where the documents go: one is asked for by name, several by folder. Empty where the person thinks better of it. */
async function askTargets(
  host: ClientHost,
  uri: Uri,
  { format, split }: Choices,
  { documents }: Exported,
): Promise<Target[]> {
  const messages = host.messages.exporting;
  const folder = uri.scheme === 'untitled' ? workspace.workspaceFolders?.[0]?.uri : Uri.joinPath(uri, '..');
  if (split) {
    const options = {
      canSelectFolders: true,
      canSelectFiles: false,
      title: messages.saveTo,
      openLabel: messages.saveHere,
    };
    const [chosen] = (await window.showOpenDialog({ ...options, ...(folder && { defaultUri: folder }) })) ?? [];
    if (!chosen) return [];
    const targets = documents.map(({ name, base64 }) => ({
      uri: Uri.joinPath(chosen, name),
      bytes: fromBase64(base64),
    }));
    return (await mayWrite(host, targets)) ? targets : [];
  }
  const [document] = documents;
  if (!document) return [];
  const target = await window.showSaveDialog({
    title: messages.title,
    filters: { [messages.formats[format].label]: [format] },
    ...(folder && { defaultUri: Uri.joinPath(folder, document.name) }),
  });
  return target ? [{ uri: target, bytes: fromBase64(document.base64) }] : [];
}

async function mayWrite(host: ClientHost, targets: readonly Target[]): Promise<boolean> {
  const messages = host.messages.exporting;
  const found = await Promise.all(targets.map(({ uri }) => exists(uri)));
  const taken = found.filter(Boolean).length;
  if (taken === 0) return true;
  const answer = await window.showWarningMessage(messages.overwrite(taken), { modal: true }, messages.overwriteButton);
  return answer === messages.overwriteButton;
}

async function tell(host: ClientHost, targets: readonly Target[], { format }: Choices, errors: number): Promise<void> {
  const messages = host.messages.exporting;
  const [first] = targets;
  if (!first) return;
  const isOne = targets.length === 1;
  const said = isOne ? messages.exported(nameOf(first.uri)) : messages.exportedMany(targets.length);
  const onMachine = first.uri.scheme === 'file' && env.uiKind === UIKind.Desktop;
  const buttons = [...(isOne ? [messages.open] : []), ...(onMachine ? [messages.showFolder] : [])];
  const chosen = await (errors > 0
    ? window.showWarningMessage(
        `${said}${host.messages.language === 'en' ? ' ' : ''}${messages.withErrors(errors)}`,
        ...buttons,
      )
    : window.showInformationMessage(said, ...buttons));
  if (chosen === messages.showFolder) await commands.executeCommand('revealFileInOS', first.uri);
  if (chosen !== messages.open) return;
  if (SHOWN_HERE.has(format) || !onMachine) await commands.executeCommand('vscode.open', first.uri);
  else await env.openExternal(first.uri);
}
