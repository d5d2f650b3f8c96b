import { Uri, ViewColumn, window } from 'vscode';
import type { ClientHost } from '../host';

/** The colours of the theme and the sizes of a screen instead of those of paper. */
const screen = `<style>
body { padding: 1em; color: var(--vscode-editor-foreground); background: var(--vscode-editor-background); }
section { min-width: 720px; max-width: 1200px; }
h1 { font-size: 1.8rem; }
.issue { font-size: 1rem; }
th, td, table.large th, table.large td { border-color: var(--vscode-editor-foreground); font-size: 12px; }
</style>
`;

/**
 * Shows an exported page as a tab that has all the room there is: beside the text its columns would be a character wide.
 * @param html a whole page whose own policy lets nothing in but styles
 */
export function showComparison({ context }: ClientHost, title: string, html: string): void {
  const options = { enableFindWidget: true, localResourceRoots: [] };
  const panel = window.createWebviewPanel('zhibiao.comparison', title, ViewColumn.Active, options);
  panel.iconPath = Uri.joinPath(context.extensionUri, 'icons', 'file.svg');
  panel.webview.html = html.replace('</head>', `${screen}</head>`);
}
