import { commands, type Disposable, EventEmitter, Uri, ViewColumn, workspace } from 'vscode';

const scheme = 'zhibiao-report';
/** Reports of earlier imports are kept as long as their tabs may be open. */
const KEPT = 20;

export interface Reports extends Disposable {
  /** Shows a Markdown text in the preview, beside the editor unless told otherwise. @param title of the tab */
  show(title: string, markdown: string, viewColumn?: ViewColumn): Promise<void>;
}

/** Documents of our own making that are read only and belong to no file. */
export function createReports(): Reports {
  const texts = new Map<string, string>();
  const changed = new EventEmitter<Uri>();
  const provider = workspace.registerTextDocumentContentProvider(scheme, {
    onDidChange: changed.event,
    provideTextDocumentContent: ({ path }) => texts.get(path) ?? '',
  });
  return {
    async show(title, markdown, viewColumn = ViewColumn.Beside) {
      const uri = Uri.from({ scheme, path: `/${title.replaceAll('/', '-')}.md` });
      texts.delete(uri.path);
      texts.set(uri.path, markdown);
      for (const path of [...texts.keys()].slice(0, -KEPT)) texts.delete(path);
      changed.fire(uri);
      // The preview by command would take the focus, and what is opened next would stand beside the file.
      const options = { viewColumn, preserveFocus: true };
      await commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor', options);
    },
    dispose() {
      provider.dispose();
      changed.dispose();
    },
  };
}
