import { workspace } from 'vscode';
import { documentSelector, type Filter } from './selector';

/** Documents to check, in the file systems of the open folders too: an extension may serve one under a scheme of its own. */
export function checkedDocuments(include: readonly string[]): Filter[] {
  return documentSelector(
    include,
    workspace.workspaceFolders?.map(({ uri }) => uri.scheme),
  );
}
