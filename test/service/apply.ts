import type { TextEdit, WorkspaceEdit } from 'vscode-languageserver-types';
import { applyEdits } from '../../server/src/text/edits';
import { LineIndex } from '../../server/src/text/lines';

/** A text after edits of the Language Server Protocol; throws where they overlap. */
export function applied(text: string, edits: readonly TextEdit[]): string {
  const lines = new LineIndex(text);
  const sorted = edits
    .map(({ range, newText }) => ({ span: lines.span(range), newText }))
    .sort((a, b) => a.span.start - b.span.start || a.span.end - b.span.end);
  for (const [i, { span }] of sorted.entries()) {
    if (span.start < (sorted[i - 1]?.span.end ?? 0)) throw new Error('edits overlap');
  }
  return applyEdits(text, sorted);
}

/** The edits by URI, in either form. */
export function editsByUri(edit: WorkspaceEdit | undefined): Map<string, readonly TextEdit[]> {
  const changed = edit?.documentChanges?.flatMap((change) =>
    'edits' in change ? [[change.textDocument.uri, change.edits as TextEdit[]] as const] : [],
  );
  return new Map<string, readonly TextEdit[]>(changed ?? Object.entries(edit?.changes ?? {}));
}
