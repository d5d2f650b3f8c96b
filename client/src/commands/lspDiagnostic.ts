import { Diagnostic, DiagnosticRelatedInformation, type DiagnosticTag, Location, Range, Uri } from 'vscode';
import type { Diagnostic as LspDiagnostic, Range as LspRange } from 'vscode-languageserver-types';

/** A diagnostic as the server sends it, as VS Code wants it. */
export function toDiagnostic(from: LspDiagnostic): Diagnostic {
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
      ({ location, message }) =>
        new DiagnosticRelatedInformation(new Location(Uri.parse(location.uri), toRange(location.range)), message),
    );
  }
  // The same numbers in both.
  if (from.tags) to.tags = from.tags as DiagnosticTag[];
  return to;
}

function toRange({ start, end }: LspRange): Range {
  return new Range(start.line, start.character, end.line, end.character);
}
