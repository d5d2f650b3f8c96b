import { type Disposable, Uri, workspace } from 'vscode';

const scheme = 'zhibiao-rule';

/** The folder of the pages, for the server (`initializationOptions.rulePages`). */
export const rulePages = `${scheme}:/rules`;

/**
 * Shows the pages of the rules on the web, where the extension's files are addresses of a web site: VS Code would hand
 * a link to one of them to the browser.
 * @param extension the folder that the extension is installed in
 */
export function provideRulePages(extension: Uri): Disposable {
  return workspace.registerTextDocumentContentProvider(scheme, {
    async provideTextDocumentContent({ path }) {
      const name = path.slice(path.lastIndexOf('/') + 1);
      const bytes = await workspace.fs.readFile(Uri.joinPath(extension, 'docs', 'rules', name));
      return new TextDecoder().decode(bytes);
    },
  });
}
