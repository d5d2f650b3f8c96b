import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';

/** What is changed in one file. */
export interface FileEdits {
  readonly uri: string;
  readonly edits: readonly TextEdit[];
}

/**
 * Edits of several files for a client.
 * @param hasDocumentChanges the client's `workspace.workspaceEdit.documentChanges`
 */
export function workspaceEdit(files: readonly FileEdits[], hasDocumentChanges: boolean): WorkspaceEdit {
  const changed = files.filter(({ edits }) => edits.length > 0);
  if (!hasDocumentChanges) return { changes: Object.fromEntries(changed.map(({ uri, edits }) => [uri, [...edits]])) };
  return {
    documentChanges: changed.map(({ uri, edits }) => ({ textDocument: { uri, version: null }, edits: [...edits] })),
  };
}
