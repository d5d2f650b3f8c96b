import { type CodeAction, commands, Range, type TextDocument, type WorkspaceEdit, window, workspace } from 'vscode';
import { fixAllKind } from '../../server/src/protocol/status';
import { activeFile, bringToSight } from './activeFile';
import type { ClientHost } from './host';

/** Applies the server's fix-all action to the active file, or says why there is nothing to apply. */
export async function fixAll(host: ClientHost): Promise<void> {
  const { messages } = host;
  const document = activeFile(host);
  if (!document) return;
  // VS Code drops the question without a word when some other extension registers its actions just then.
  const edit = (await askForEdit(document)) ?? (await askForEdit(document));
  if (edit === undefined) window.showInformationMessage(messages.nothingToFix);
  else if (!(await workspace.applyEdit(edit))) window.showWarningMessage(messages.fixNotApplied);
  else await bringToSight(document);
}

async function askForEdit(document: TextDocument): Promise<WorkspaceEdit | undefined> {
  const whole = document.validateRange(new Range(0, 0, document.lineCount, 0));
  const command = 'vscode.executeCodeActionProvider';
  try {
    const actions = await commands.executeCommand<CodeAction[] | undefined>(
      command,
      document.uri,
      whole,
      fixAllKind,
      1,
    );
    return actions?.find((action) => action.edit !== undefined)?.edit;
  } catch (error) {
    if (isCancellation(error)) return undefined;
    throw error;
  }
}

/** VS Code's own kind of error, which comes through a command as a plain one of that name. */
function isCancellation(error: unknown): boolean {
  return error instanceof Error && error.name === 'Canceled';
}
