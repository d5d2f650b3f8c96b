import { commands, Disposable, Uri, ViewColumn, type WebviewPanel, window } from 'vscode';
import { activeFile, bringToSight } from '../activeFile';
import type { ClientHost } from '../host';
import { assetsOf, createPreview, type Preview } from './panel';
import { type PreviewState, readState } from './protocol';

const VIEW_TYPE = 'zhibiao.preview';

/** The preview: one panel that shows the file of the active editor, and comes back when the window is loaded again. */
export function registerPreview(host: ClientHost): Disposable {
  let current: Preview | undefined;

  function adopt(panel: WebviewPanel, state: PreviewState): void {
    const preview = createPreview(host, panel, state);
    // There is one; a second that a window brings back takes its place.
    current?.dispose();
    current = preview;
    panel.onDidDispose(() => {
      if (current === preview) current = undefined;
    });
  }

  /** @param argument the file, where the command comes from a menu */
  async function open(argument: unknown, column: ViewColumn): Promise<void> {
    const document = argument instanceof Uri ? undefined : activeFile(host);
    const uri = (argument instanceof Uri ? argument : document?.uri)?.toString();
    if (uri === undefined) return;
    if (document && column === ViewColumn.Beside) await bringToSight(document);
    if (current) {
      current.panel.reveal(column === ViewColumn.Beside ? undefined : column, column === ViewColumn.Beside);
      current.show(uri);
    } else {
      const place = { viewColumn: column, preserveFocus: column === ViewColumn.Beside };
      const options = { enableFindWidget: true, localResourceRoots: [assetsOf(host)] };
      const panel = window.createWebviewPanel(VIEW_TYPE, host.messages.preview.name, place, options);
      adopt(panel, { uri, onlyFindings: false });
    }
  }

  return Disposable.from(
    commands.registerCommand('zhibiao.openPreview', (uri: unknown) => open(uri, ViewColumn.Active)),
    commands.registerCommand('zhibiao.openPreviewToSide', (uri: unknown) => open(uri, ViewColumn.Beside)),
    window.registerWebviewPanelSerializer(VIEW_TYPE, {
      async deserializeWebviewPanel(panel, state) {
        adopt(panel, readState(state) ?? { uri: '', onlyFindings: false });
      },
    }),
    { dispose: () => current?.dispose() },
  );
}
