import {
  Diagnostic,
  DiagnosticRelatedInformation,
  type DiagnosticTag,
  Location,
  Position,
  Range,
  Uri,
  WorkspaceEdit,
} from 'vscode';
import type * as lsp from 'vscode-languageserver-types';

/** A diagnostic as the server sends it, as VS Code wants it. */
export function toDiagnostic(from: lsp.Diagnostic): Diagnostic {
  const to = new Diagnostic(toRange(from.range), from.message);
  // Both count in the same order, one from 1 and the other from 0.
  to.severity = (from.severity ?? 1) - 1;
  if (from.source !== undefined) to.source = from.source;
  if (from.code !== undefined) {
    const { code, codeDescription } = from;
    to.code = codeDescription ? { value: code, target: Uri.parse(codeDescription.href) } : code;
  }
  if (from.relatedInformation) {
    to.relatedInformation = from.relatedInformation.map(
      ({ location, message }) => new DiagnosticRelatedInformation(toLocation(location), message),
    );
  }
  // The same numbers in both.
  if (from.tags) to.tags = from.tags as DiagnosticTag[];
  return to;
}

/** Edits of one file. */
export function workspaceEdit(uri: Uri, edits: readonly lsp.TextEdit[]): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, newText } of edits) edit.replace(uri, toRange(range), newText);
  return edit;
}

/** A place in a file, by the file's URI. */
export function toLocation({ uri, range }: lsp.Location): Location {
  return new Location(Uri.parse(uri), toRange(range));
}

/** Both count lines and UTF-16 units from 0. */
export function toPosition({ line, character }: lsp.Position): Position {
  return new Position(line, character);
}

function toRange({ start, end }: lsp.Range): Range {
  return new Range(toPosition(start), toPosition(end));
}
