import { LSPErrorCodes, ResponseError, type WorkspaceEdit } from 'vscode-languageserver';
import { prepareRename, rename as renameAt } from '../../service/rename';
import { workspaceEdit } from '../../service/workspace-edit';
import type { Feature } from '../host';

export const rename: Feature = {
  capabilities: ({ textDocument }) => ({
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),
  listen(host) {
    host.connection.onPrepareRename(({ textDocument, position }, token) =>
      host.answer(textDocument.uri, null, token, (file) => {
        return prepareRename(file, file.document.lines.offsetAt(position)) ?? null;
      }),
    );
    host.connection.onRenameRequest(({ textDocument, position, newName }, token) =>
      host.answer<WorkspaceEdit | null>(textDocument.uri, null, token, async (file) => {
        const renaming = await renameAt(host.workspace, file, file.document.lines.offsetAt(position), newName);
        if ('problem' in renaming) {
          throw new ResponseError(LSPErrorCodes.RequestFailed, host.workspace.render(renaming.problem));
        }
        return workspaceEdit(renaming.files, host.client.workspace?.workspaceEdit?.documentChanges === true);
      }),
    );
  },
};
