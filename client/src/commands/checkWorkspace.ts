import { commands, Disposable, window } from 'vscode';
import { checkWorkspaceRequest } from '../../../server/src/protocol/check';
import type { ClientHost } from '../host';
import { createWorkspaceFindings } from './workspaceFindings';

/** Checks all files of the workspace, and keeps the findings of those that are not open in the Problems panel. */
export function registerCheckWorkspace(host: ClientHost): Disposable {
  const findings = createWorkspaceFindings(host);
  let running: Promise<void> | undefined;

  async function check(): Promise<void> {
    findings.begin();
    const summary = await host.requestWithProgress(checkWorkspaceRequest, {}, host.messages.views.checking);
    const messages = host.messages.views;
    if (!summary) {
      window.showWarningMessage(messages.notChecked);
      return;
    }
    const { files, errors, warnings, cancelled } = summary;
    if (files === 0 && !cancelled) {
      window.showInformationMessage(messages.nothingToCheck);
      return;
    }
    const text = (cancelled ? messages.checkCancelled : messages.checked)(files, errors, warnings);
    const show = host.messages.showProblems;
    // Not waited for: the next check may begin before somebody has read it.
    window.showInformationMessage(text, ...(errors + warnings > 0 ? [show] : [])).then((chosen) => {
      if (chosen === show) commands.executeCommand('workbench.actions.view.problems');
    });
  }

  return Disposable.from(
    findings,
    commands.registerCommand('zhibiao.checkWorkspace', () => {
      running ??= check().finally(() => {
        running = undefined;
      });
      return running;
    }),
  );
}
