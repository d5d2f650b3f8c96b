import { commands, type Disposable, Range, WorkspaceEdit, window, workspace } from 'vscode';
import { renumberRequest } from '../../../server/src/protocol/authoring';
import type { ClientHost } from '../host';

/** Numbers the items of the active file 1..N; references follow. */
export function registerRenumber(host: ClientHost): Disposable {
  return commands.registerCommand('zhibiao.renumber', async () => {
    const { messages } = host;
    const document = window.activeTextEditor?.document;
    if (document?.languageId !== 'zhibiao') {
      window.showInformationMessage(messages.notIndicatorFile);
      return;
    }
    const { version } = document;
    const edits = await host.request(renumberRequest, { uri: document.uri.toString() });
    if (!edits?.length) {
      window.showInformationMessage(messages.nothingToRenumber);
      return;
    }
    const edit = new WorkspaceEdit();
    for (const { range, newText } of edits) {
      const { start, end } = range;
      edit.replace(document.uri, new Range(start.line, start.character, end.line, end.character), newText);
    }
    const stale = document.version !== version;
    if (stale || !(await workspace.applyEdit(edit))) window.showWarningMessage(messages.fixNotApplied);
  });
}
