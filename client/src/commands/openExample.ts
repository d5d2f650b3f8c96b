import { commands, type Disposable, Uri, window, workspace } from 'vscode';
import type { ClientHost } from '../host';
import { exists } from '../uris';

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
        if (await exists(to)) continue;
        const text = new TextDecoder().decode(await workspace.fs.readFile(Uri.joinPath(source, file)));
        await workspace.fs.writeFile(to, new TextEncoder().encode(withoutModeline(text)));
      }
    }
    await commands.executeCommand('vscode.openFolder', target, { forceNewWindow: false });
  });
}

/** The first line names a schema by its place in our own repository, where the copy does not stand. */
function withoutModeline(text: string): string {
  return text.replace(/^# yaml-language-server:.*\n/, '');
}
