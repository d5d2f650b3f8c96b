import {
  type Outline,
  type OutlineDetails,
  type OutlineDetailsParams,
  outlineDetailsRequest,
  outlineRequest,
} from '../../protocol/outline';
import { type UnitsOfFile, unitsRequest } from '../../protocol/units';
import { outline, outlineDetails } from '../../service/outline';
import { unitOutline } from '../../service/unit-outline';
import type { Feature } from '../host';

/** The trees beside the text: items by section, and items by unit. */
export const views: Feature = {
  capabilities: () => ({}),
  listen(host) {
    const { connection, workspace } = host;
    connection.onRequest(outlineRequest.method, ({ uri }: { uri: string }, token) =>
      host.answer<Outline | null>(uri, null, token, outline),
    );
    connection.onRequest(outlineDetailsRequest.method, ({ uri, ...node }: OutlineDetailsParams, token) =>
      host.answer<OutlineDetails | null>(uri, null, token, (file) => outlineDetails(workspace, file, node)),
    );
    connection.onRequest(unitsRequest.method, ({ uri }: { uri: string }, token) =>
      host.answer<UnitsOfFile | null>(uri, null, token, (file) => unitOutline(workspace, file)),
    );
  },
};
