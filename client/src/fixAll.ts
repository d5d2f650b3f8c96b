import { type CodeAction, commands, Range, window, workspace } from 'vscode';
import { fixAllKind } from '../../server/src/protocol/status';
import type { Messages } from './messages';

/** Applies the server's fix-all action to the active file, or says why there is nothing to apply. */
export async function fixAll(messages: Messages): Promise<void> {
  const document = window.activeTextEditor?.document;
  if (document === undefined) {
    window.showInformationMessage(messages.notIndicatorFile);
    return;
  }
  const whole = document.validateRange(new Range(0, 0, document.lineCount, 0));
  const actions = await commands.executeCommand<CodeAction[] | undefined>(
    'vscode.executeCodeActionProvider',
    document.uri,
    whole,
    fixAllKind,
    1,
  );
  const edit = actions?.find((action) => action.edit !== undefined)?.edit;
  if (edit === undefined) window.showInformationMessage(messages.nothingToFix);
  else if (!(await workspace.applyEdit(edit))) window.showWarningMessage(messages.fixNotApplied);
}
