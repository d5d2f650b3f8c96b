import { window, workspace } from 'vscode';
import { compareRequest } from '../../../server/src/protocol/editions';
import { activeFile } from '../activeFile';
import type { ClientHost } from '../host';
import { nameOf } from '../uris';
import { findYamlFiles } from '../workspaceFiles';
import { showComparison } from './comparison';

const INDICATOR_FILE = /\.(?:指标|zhibiao)\.ya?ml$/i;
const NOT_OURS = ['node_modules', 'dist', '.git'];

/** Shows the active file beside those of other counties, item by item. */
export async function compareFiles(host: ClientHost): Promise<void> {
  const messages = host.messages.editions;
  const document = activeFile(host);
  if (!document) return;
  const own = document.uri.toString();
  const folders = workspace.workspaceFolders ?? [];
  const found = await Promise.all(folders.map(({ uri }) => findYamlFiles(uri, NOT_OURS)));
  const others = found.flat().filter((uri) => INDICATOR_FILE.test(uri.path) && uri.toString() !== own);
  if (others.length === 0) {
    window.showInformationMessage(messages.noOthers);
    return;
  }
  const picks = others
    .map((uri) => ({ uri, path: workspace.asRelativePath(uri) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
    // The folder, where it is not the one that is open.
    .map(({ uri, path }) => ({ label: nameOf(uri), description: path.slice(0, -nameOf(uri).length - 1), uri }));
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
  const page = await host.request(compareRequest, { uris, onlyDifferences });
  if (page) showComparison(host, messages.comparison, page);
  else window.showErrorMessage(messages.notCompared);
}
