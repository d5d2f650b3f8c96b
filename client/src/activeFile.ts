import { languages, type TextDocument, window } from 'vscode';
import type { ClientHost } from './host';

/**
 * The document that a command is meant for: that of the active editor, or the one that the views show while a preview or
 * the walkthrough has the keyboard. Undefined if it is none that is checked, and the user is told what to do.
 */
export function activeFile({ messages, selector, followed }: ClientHost): TextDocument | undefined {
  const document = window.activeTextEditor?.document ?? followed.document;
  if (document && languages.match(selector, document) > 0) return document;
  window.showInformationMessage(messages.notIndicatorFile);
  return undefined;
}

/** Shows a document whose tab is behind the walkthrough, say; one that is in sight stays as it is. */
export async function bringToSight(document: TextDocument): Promise<void> {
  const isInSight = window.visibleTextEditors.some((editor) => editor.document === document);
  if (!isInSight) await window.showTextDocument(document);
}
