import type { LinkedEditingRanges, TextEdit } from 'vscode-languageserver';
import { formatting as format } from '../../service/formatting';
import { linkedEditing } from '../../service/linked-editing';
import { ON_TYPE_CHARACTERS, onType } from '../../service/on-type';
import type { Feature } from '../host';

/** Layout of files and lines, and help while typing. */
export const formatting: Feature = {
  capabilities: () => {
    const [firstTriggerCharacter, ...moreTriggerCharacter] = ON_TYPE_CHARACTERS;
    return {
      documentFormattingProvider: true,
      documentRangeFormattingProvider: true,
      documentOnTypeFormattingProvider: { firstTriggerCharacter, moreTriggerCharacter },
      linkedEditingRangeProvider: true,
    };
  },
  listen(host) {
    const { connection, workspace } = host;
    connection.onDocumentFormatting(({ textDocument }, token) =>
      host.answer<TextEdit[]>(textDocument.uri, [], token, (file) => format(workspace, file)),
    );
    connection.onDocumentRangeFormatting(({ textDocument, range }, token) =>
      host.answer<TextEdit[]>(textDocument.uri, [], token, (file) => format(workspace, file, range)),
    );
    connection.onDocumentOnTypeFormatting(({ textDocument, position, ch }, token) =>
      host.answer<TextEdit[]>(textDocument.uri, [], token, (file) => onType(file, position, ch)),
    );
    connection.languages.onLinkedEditingRange(({ textDocument, position }, token) =>
      host.answer<LinkedEditingRanges | null>(textDocument.uri, null, token, (file) =>
        linkedEditing(file, file.document.lines.offsetAt(position)),
      ),
    );
  },
};
