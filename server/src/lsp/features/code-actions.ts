import {
  type ClientCapabilities,
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
} from 'vscode-languageserver';
import { FIX_ALL, fixAllAction, quickFixes } from '../../service/code-actions';
import { fileOfAction, REFACTORING_KINDS, refactoringActions, resolveAction } from '../../service/refactorings/actions';
import { lineEdits } from '../../service/text-diff';
import { fixAll, safeEdits } from '../../workspace/fix-all';
import type { Checked } from '../../workspace/project';
import { diagnosticOptions } from '../diagnostic-options';
import type { Feature, Host } from '../host';

export const codeActions: Feature = {
  capabilities: (client) => ({
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, ...REFACTORING_KINDS, FIX_ALL],
      resolveProvider: resolvesEdits(client),
    },
  }),
  listen(host) {
    host.connection.onCodeAction((params, token) =>
      host.answer<CodeAction[]>(params.textDocument.uri, [], token, (file) => actionsFor(host, file, params)),
    );
    host.connection.onCodeActionResolve((action, token) => {
      const uri = fileOfAction(action);
      if (uri === undefined) return action;
      return host.answer(uri, action, token, (file) => resolveAction(file, action, hasDocumentChanges(host.client)));
    });
  },
};

/** True where the client can ask for the edits of an action when the person has chosen it. */
function resolvesEdits({ textDocument }: ClientCapabilities): boolean {
  const { dataSupport, resolveSupport } = textDocument?.codeAction ?? {};
  return dataSupport === true && resolveSupport?.properties.includes('edit') === true;
}

function hasDocumentChanges({ workspace }: ClientCapabilities): boolean {
  return workspace?.workspaceEdit?.documentChanges === true;
}

async function actionsFor(host: Host, file: Checked, { range, context }: CodeActionParams): Promise<CodeAction[]> {
  const wants = (kind: string) =>
    !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
  const actions: CodeAction[] = [];
  if (wants(CodeActionKind.QuickFix)) {
    const fixes = quickFixes(file, range, context.diagnostics, await diagnosticOptions(host, file));
    for (const action of fixes) actions.push(action);
  }
  if (REFACTORING_KINDS.some(wants)) {
    const how = { isLazy: resolvesEdits(host.client), hasDocumentChanges: hasDocumentChanges(host.client) };
    actions.push(...refactoringActions(file, range, host.workspace.render, wants, how));
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
