import type { Definition, DocumentHighlight, DocumentLink, Location, LocationLink } from 'vscode-languageserver';
import { definition, implementation } from '../../service/definition';
import { highlights } from '../../service/highlights';
import { documentLinks } from '../../service/links';
import { references } from '../../service/references';
import type { Feature } from '../host';

/** Definitions, implementations, references and highlights of the thing at the cursor, and links to other files. */
export const navigation: Feature = {
  capabilities: () => ({
    definitionProvider: true,
    implementationProvider: true,
    referencesProvider: true,
    documentHighlightProvider: true,
    documentLinkProvider: {},
  }),
  listen(host) {
    const { connection, workspace, client } = host;
    const takesLinks = client.textDocument?.definition?.linkSupport === true;
    connection.onDefinition(({ textDocument, position }, token) =>
      host.answer<Definition | LocationLink[]>(textDocument.uri, [], token, async (file) => {
        const links = await definition(workspace, file, file.document.lines.offsetAt(position));
        return takesLinks ? links : links.map(toLocation);
      }),
    );
    connection.onImplementation(({ textDocument, position }, token) =>
      host.answer<Location[]>(textDocument.uri, [], token, (file) =>
        implementation(workspace, file, file.document.lines.offsetAt(position)),
      ),
    );
    connection.onReferences(({ textDocument, position, context }, token) =>
      host.answer<Location[]>(textDocument.uri, [], token, (file) =>
        references(
          workspace,
          file,
          file.document.lines.offsetAt(position),
          context.includeDeclaration,
          () => token.isCancellationRequested,
        ),
      ),
    );
    connection.onDocumentHighlight(({ textDocument, position }, token) =>
      host.answer<DocumentHighlight[]>(textDocument.uri, [], token, (file) =>
        highlights(file, file.document.lines.offsetAt(position)),
      ),
    );
    connection.onDocumentLinks(({ textDocument }, token) =>
      host.answer<DocumentLink[]>(textDocument.uri, [], token, (file) => documentLinks(workspace, file)),
    );
  },
};

function toLocation({ targetUri, targetSelectionRange }: LocationLink): Location {
  return { uri: targetUri, range: targetSelectionRange };
}
