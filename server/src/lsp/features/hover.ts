import { type Hover, MarkupKind } from 'vscode-languageserver';
import { hover as hoverAt } from '../../service/hover';
import type { Feature } from '../host';

/** Cards for what stands under the cursor, in the form that the client likes best. */
export const hover: Feature = {
  capabilities: () => ({ hoverProvider: true }),
  listen(host) {
    const [kind = MarkupKind.PlainText] = host.client.textDocument?.hover?.contentFormat ?? [];
    host.connection.onHover(({ textDocument, position }, token) =>
      host.answer<Hover | null>(textDocument.uri, null, token, (file) =>
        hoverAt(host.workspace, file, file.document.lines.offsetAt(position), kind),
      ),
    );
  },
};
