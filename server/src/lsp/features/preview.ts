import type { CancellationToken } from 'vscode-languageserver';
import { type PreviewParams, type Printed, previewRequest } from '../../protocol/preview';
import { preview as printed } from '../../service/preview';
import type { Feature } from '../host';

export const preview: Feature = {
  capabilities: () => ({}),
  listen(host) {
    host.connection.onRequest(previewRequest.method, ({ uri, ...options }: PreviewParams, token: CancellationToken) =>
      host.answer<Printed | null>(uri, null, token, (file) => printed(host.workspace, file, options)),
    );
  },
};
