import type { CancellationToken } from 'vscode-languageserver';
import { type PreviewParams, type Printed, previewRequest } from '../../protocol/preview';
import { preview as printed } from '../../service/preview';
import type { Feature } from '../host';

export const preview: Feature = {
  capabilities: () => ({}),
  listen(host) {
    host.connection.onRequest(previewRequest.method, (params: unknown, token: CancellationToken) => {
      const { uri, ...options } = readParams(params);
      return host.answer<Printed | null>(uri, null, token, (file) => printed(host.workspace, file, options));
    });
  },
};

/** Anything may be missing or of a wrong type. */
function readParams(params: unknown): PreviewParams {
  const { uri, unit, onlyFindings } = (params ?? {}) as Record<string, unknown>;
  return {
    uri: typeof uri === 'string' ? uri : '',
    ...(typeof unit === 'string' && { unit }),
    onlyFindings: onlyFindings === true,
  };
}
