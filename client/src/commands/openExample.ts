import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { ClientHost } from '../host';

/** Two counties as printed: one to look at, the other to compare with. */
const EXAMPLES = ['shapotou', 'qinshui'];

/** Copies the example folder to where the user wants it, and opens it. */
export function registerOpenExample(host: ClientHost): Disposable {
  return commands.registerCommand('zhibiao.openExample', async () => {
    const { context, messages } = host;
    const [parent] =
      (await window.showOpenDialog({
        canSelectFiles: false,
        canSelectFolders: true,
        title: messages.exampleWhere,
        openLabel: messages.exampleHere,
      })) ?? [];
    if (!parent) return;
    const target = Uri.joinPath(parent, messages.exampleFolder);
    for (const name of EXAMPLES) {
      const source = Uri.joinPath(context.extensionUri, 'seeds', 'as-printed', name);
      for (const file of [`${name}.zhibiao.yaml`, `${name}.danwei.yaml`]) {
        // What the user has changed in an earlier copy stays.
        const to = Uri.joinPath(target, name, file);
        const bytes = await workspace.fs.readFile(Uri.joinPath(source, file));
        const isThere = await workspace.fs.stat(to).then(
          () => true,
          () => false,
        );
        if (!isThere) await workspace.fs.writeFile(to, bytes);
      }
    }
    await commands.executeCommand('vscode.openFolder', target, { forceNewWindow: false });
  });
}
