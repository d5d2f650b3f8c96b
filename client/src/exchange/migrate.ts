import { commands, Uri, ViewColumn, window, workspace } from 'vscode';
import { migrateRequest } from '../../../server/src/protocol/editions';
import { activeFile } from '../activeFile';
import { chooseEdition } from '../commands/newFile';
import type { ClientHost } from '../host';
import { nameOf } from '../uris';
import type { Reports } from './reports';

/** Moves the active file to another edition and shows both side by side; the new one is not saved yet. */
export async function migrateFile(host: ClientHost, reports: Reports): Promise<void> {
  const messages = host.messages.editions;
  const document = activeFile(host);
  if (!document) return;
  const edition = await chooseEdition(host, document.isUntitled ? undefined : Uri.joinPath(document.uri, '..'), {
    title: messages.migrate,
    placeHolder: messages.chooseEdition,
    failed: messages.noAnswer,
  });
  if (!edition) return;
  const answer = await host.request(migrateRequest, { uri: document.uri.toString(), edition: edition.name });
  if (!answer || 'refusal' in answer) {
    const refusal = answer?.refusal;
    if (refusal === 'same-edition') window.showInformationMessage(messages.sameEdition);
    else window.showErrorMessage(refusal === 'unreadable' ? messages.unreadable : messages.noAnswer);
    return;
  }
  const made = await workspace.openTextDocument({ language: 'zhibiao', content: answer.text });
  const title = messages.diffTitle(nameOf(document.uri), edition.shortName);
  await commands.executeCommand('vscode.diff', document.uri, made.uri, title, { preview: false });
  const button = await window.showInformationMessage(messages.migrated(answer.doubts), messages.report);
  if (button !== messages.report) return;
  // Not beside: the two texts and the report would be too narrow to read.
  await reports.show(`${messages.reportName} ${nameOf(document.uri)}`, answer.report, ViewColumn.Active);
}
