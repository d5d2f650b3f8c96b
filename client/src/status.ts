import {
  type Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  LanguageStatusSeverity,
  languages,
  window,
} from 'vscode';
import { diagnosticSource, type FileStatus } from '../../server/src/protocol/status';
import { checkedDocuments } from './checkedDocuments';
import type { Messages } from './messages';
import { statusText } from './statusText';

export interface Status extends Disposable {
  /** Shows that the server is being started until `start` is settled; hands `start` on. */
  during(start: Promise<void>): Promise<void>;
  /** Keeps what the server says of a file until it says something else. */
  tell(status: FileStatus): void;
}

/** The entry behind `{}` in the status bar: errors and warnings of the active file, and what it is checked against. */
export function createStatus(messages: Messages, include: readonly string[]): Status {
  const item = languages.createLanguageStatusItem('zhibiao.status', checkedDocuments(include));
  const told = new Map<string, FileStatus>();
  item.name = messages.name;
  item.command = { title: messages.showProblems, command: 'workbench.actions.view.problems' };

  function show(): void {
    if (item.busy) return;
    const uri = window.activeTextEditor?.document.uri;
    const own = uri === undefined ? [] : languages.getDiagnostics(uri).filter(isOurs);
    const errors = own.filter(({ severity }) => severity === DiagnosticSeverity.Error).length;
    const warnings = own.filter(({ severity }) => severity === DiagnosticSeverity.Warning).length;
    Object.assign(item, statusText(messages, { errors, warnings }, told.get(uri?.toString() ?? '')));
    item.severity = severityOf(errors, warnings);
  }

  const listeners = [window.onDidChangeActiveTextEditor(show), languages.onDidChangeDiagnostics(show)];
  show();
  return {
    during(start) {
      item.busy = true;
      item.text = messages.starting;
      return start.finally(() => {
        item.busy = false;
        show();
      });
    },
    tell(status) {
      told.set(status.uri, status);
      show();
    },
    dispose() {
      for (const disposable of [item, ...listeners]) disposable.dispose();
    },
  };
}

function isOurs({ source }: Diagnostic): boolean {
  return source === diagnosticSource;
}

function severityOf(errors: number, warnings: number): LanguageStatusSeverity {
  if (errors > 0) return LanguageStatusSeverity.Error;
  return warnings > 0 ? LanguageStatusSeverity.Warning : LanguageStatusSeverity.Information;
}
