import { type CodeAction, CodeActionKind, type CodeActionParams, CodeActionTriggerKind } from 'vscode-languageserver';
import { FIX_ALL, fixAllAction, quickFixes } from '../../service/code-actions';
import { lineEdits } from '../../service/text-diff';
import { fixAll, safeEdits } from '../../workspace/fix-all';
import type { Checked } from '../../workspace/project';
import { diagnosticOptions } from '../diagnostic-options';
import type { Feature, Host } from '../host';

export const codeActions: Feature = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),
  listen(host) {
    host.connection.onCodeAction((params, token) =>
      host.answer<CodeAction[]>(params.textDocument.uri, [], token, (file) => actionsFor(host, file, params)),
    );
  },
};

async function actionsFor(host: Host, file: Checked, { range, context }: CodeActionParams): Promise<CodeAction[]> {
  const wants = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    actions.push(...quickFixes(file, range, context.diagnostics, await diagnosticOptions(host, file)));
  }
  // Not for the light bulb, which asks at every move of the cursor: a repair checks the whole file again, and again.
  const asked = context.only !== undefined || context.triggerKind !== CodeActionTriggerKind.Automatic;
  if (asked && wants(FIX_ALL) && safeEdits(file.findings).fixed > 0) {
    const { text } = file.document.lines;
    const fixed = await fixAll(host.project, file.uri, text);
    actions.push(...fixAllAction(file, lineEdits(text, fixed.text), host.workspace.render));
  }
  return actions;
}
