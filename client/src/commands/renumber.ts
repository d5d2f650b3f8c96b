import { commands, type Disposable, window, workspace } from 'vscode';
import { renumberRequest } from '../../../server/src/protocol/authoring';
import { activeFile } from '../activeFile';
import { workspaceEdit } from '../fromServer';
import type { ClientHost } from '../host';

/** Numbers the items of the active file 1..N; references follow. */
export function registerRenumber(host: ClientHost): Disposable {
  return commands.registerCommand('zhibiao.renumber', async () => {
    const { messages } = host;
    const document = activeFile(host);
    if (!document) return;
    const { version } = document;
    const edits = await host.request(renumberRequest, { uri: document.uri.toString() });
    if (!edits?.length) {
      window.showInformationMessage(messages.nothingToRenumber);
      return;
    }
    const isStale = document.version !== version;
    const isDone = !isStale && (await workspace.applyEdit(workspaceEdit(document.uri, edits)));
    if (!isDone) window.showWarningMessage(messages.fixNotApplied);
  });
}
