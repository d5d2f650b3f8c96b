import { Uri, WorkspaceEdit, window, workspace } from 'vscode';
import { importRequest } from '../../../server/src/protocol/exchange';
import type { ClientHost } from '../host';
import { exists, nameOf } from '../uris';
import { base64 } from '../workspaceFiles';
import { DOCUMENTS } from './documents';
import type { Reports } from './reports';

/** Asks for documents and imports each beside itself, or into the folder that is open. */
export async function importDocuments(host: ClientHost, reports: Reports): Promise<void> {
  const messages = host.messages.exchange;
  const chosen = await window.showOpenDialog({
    canSelectMany: true,
    title: messages.importTitle,
    openLabel: messages.importButton,
    filters: { [messages.documents]: [...DOCUMENTS] },
  });
  for (const uri of chosen ?? []) await importDocument(host, reports, uri);
}

/** Imports one document; says so, or why it cannot be. */
export async function importDocument(host: ClientHost, reports: Reports, uri: Uri): Promise<void> {
  const messages = host.messages.exchange;
  const name = nameOf(uri);
  const folder = folderFor(uri);
  const content = { base64: base64(await workspace.fs.readFile(uri)) };
  const request = (documents?: readonly number[]) => {
    const params = { name, content, folder: String(folder), ...(documents && { documents }) };
    return host.requestWithProgress(importRequest, params, `${messages.importing} ${name}`);
  };
  let answer = await request();
  if (answer && 'documents' in answer && answer.documents.length > 1) {
    const chosen = await chooseDocuments(host, name, answer.documents);
    if (!chosen?.length) return;
    if (chosen.length < answer.documents.length) answer = await request(chosen);
  }
  if (!answer) {
    window.showErrorMessage(messages.noServer);
    return;
  }
  if ('refusal' in answer) {
    window.showErrorMessage(answer.refusal);
    return;
  }
  const files = answer.files.map((file) => ({ uri: Uri.joinPath(folder, file.name), text: file.text }));
  if (!(await mayWrite(host, files))) return;
  const edit = new WorkspaceEdit();
  for (const file of files) {
    edit.createFile(file.uri, { overwrite: true, contents: new TextEncoder().encode(file.text) });
  }
  const [first] = files;
  if (!first || !(await workspace.applyEdit(edit))) {
    window.showErrorMessage(messages.notWritten(name));
    return;
  }
  await window.showTextDocument(first.uri, { preview: false });
  const show = () => reports.show(`${messages.reportName} ${name}`, answer.report);
  if (answer.doubts > 0) await show();
  // Not waited for: the next document may be read meanwhile.
  window
    .showInformationMessage(messages.imported(name, answer.items, answer.doubts), messages.report)
    .then((button) => {
      if (button === messages.report) show();
    });
}

/** Which of several tables are wanted, all at first. @returns their places in the list, nothing where the person thinks better of it */
async function chooseDocuments(
  host: ClientHost,
  name: string,
  documents: readonly { readonly title: string; readonly items: number }[],
): Promise<readonly number[] | undefined> {
  const messages = host.messages.exchange;
  const picks = documents.map(({ title, items }, index) => ({
    label: title,
    description: messages.itemCount(items),
    picked: true,
    index,
  }));
  const options = { title: name, placeHolder: messages.chooseTables, canPickMany: true } as const;
  return (await window.showQuickPick(picks, options))?.map(({ index }) => index);
}

async function mayWrite(host: ClientHost, files: readonly { readonly uri: Uri }[]): Promise<boolean> {
  const messages = host.messages.exchange;
  const taken: string[] = [];
  for (const { uri } of files) {
    if (await exists(uri)) taken.push(nameOf(uri));
  }
  if (taken.length === 0) return true;
  const answer = await window.showWarningMessage(messages.overwrite(taken), { modal: true }, messages.overwriteButton);
  return answer === messages.overwriteButton;
}

/** A document of the workspace has its files beside it; others, which may come from a mail or a stick, the open folder. */
function folderFor(uri: Uri): Uri {
  const beside = Uri.joinPath(uri, '..');
  return workspace.getWorkspaceFolder(uri) ? beside : (workspace.workspaceFolders?.[0]?.uri ?? beside);
}
