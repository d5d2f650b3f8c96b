import { window, workspace } from 'vscode';
import { compareRequest } from '../../../server/src/protocol/editions';
import type { ClientHost } from '../host';
import { findYamlFiles } from '../workspaceFiles';
import { nameOf } from './import';
import type { Reports } from './reports';

const INDICATOR_FILE = /\.(?:指标|zhibiao)\.ya?ml$/i;
const NOT_OURS = ['node_modules', 'dist', '.git'];

/** Shows the active file beside those of other counties, item by item. */
export async function compareFiles(host: ClientHost, reports: Reports): Promise<void> {
  const messages = host.messages.editions;
  const document = window.activeTextEditor?.document;
  if (document?.languageId !== 'zhibiao') {
    window.showInformationMessage(host.messages.notIndicatorFile);
    return;
  }
  const own = document.uri.toString();
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => findYamlFiles(uri, NOT_OURS)));
  const others = found.flat().filter((uri) => INDICATOR_FILE.test(uri.path) && uri.toString() !== own);
  if (others.length === 0) {
    window.showInformationMessage(messages.noOthers);
    return;
  }
  const picks = others
    .map((uri) => ({ label: nameOf(uri), description: workspace.asRelativePath(uri), uri }))
    .sort((a, b) => (a.description < b.description ? -1 : 1));
  const chosen = await window.showQuickPick(picks, {
    title: messages.compare,
    placeHolder: messages.chooseFiles,
    canPickMany: true,
    matchOnDescription: true,
  });
  if (!chosen?.length) return;
  const extent = await window.showQuickPick([messages.onlyDifferences, messages.whole], { title: messages.compare });
  if (!extent) return;
  const uris = [own, ...chosen.map(({ uri }) => uri.toString())];
  const onlyDifferences = extent === messages.onlyDifferences;
  const markdown = await host.request(compareRequest, { uris, onlyDifferences });
  if (markdown) await reports.show(messages.comparison, markdown);
  else window.showErrorMessage(messages.notCompared);
}
