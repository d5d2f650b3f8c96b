import type { CancellationToken, WorkDoneProgressReporter } from 'vscode-languageserver';
import {
  type CheckWorkspaceParams,
  checkWorkspaceRequest,
  type FileFindings,
  fileFindings,
  type WorkspaceSummary,
} from '../../protocol/check';
import { diagnostics } from '../../service/diagnostics';
import { phrases } from '../../service/phrases';
import { checkFiles } from '../../service/workspace-check';
import type { Checked } from '../../workspace/project';
import { normalizeUri } from '../../workspace/uris';
import { diagnosticOptions } from '../diagnostic-options';
import type { Feature, Host } from '../host';
import { turn } from '../turn';

/** Checks all files of the workspace, open or not, when the client asks for it. */
export const workspaceCheck: Feature = {
  capabilities: () => ({}),
  listen(host) {
    host.connection.onRequest(checkWorkspaceRequest.method, (params: CheckWorkspaceParams | null, token) =>
      host.inBackground(nothing, () => run(host, params ?? {}, token)),
    );
  },
};

const nothing: WorkspaceSummary = { files: 0, errors: 0, warnings: 0, cancelled: false };

async function run(host: Host, params: CheckWorkspaceParams, token: CancellationToken): Promise<WorkspaceSummary> {
  const progress = await progressFor(host, params);
  const isCancelled = () => token.isCancellationRequested || progress?.token?.isCancellationRequested === true;
  try {
    return await checkFiles(params.uris?.map(normalizeUri) ?? (await host.findFiles()), {
      read: (uri) => host.workspace.read(uri),
      onFile: (file) => send(host, file),
      pause: turn,
      isCancelled,
      onProgress: (done, total) => progress?.report((100 * done) / total, `${done}/${total}`),
    });
  } finally {
    progress?.done();
  }
}

type Progress = WorkDoneProgressReporter & { readonly token?: CancellationToken };

/** In the place that the client names, else in one that it is asked for. */
async function progressFor(
  { connection, client, workspace }: Host,
  { uris, workDoneToken }: CheckWorkspaceParams,
): Promise<Progress | undefined> {
  if (uris) return undefined;
  const named = workDoneToken !== undefined && connection.window.attachWorkDoneProgress(workDoneToken);
  const progress = named || (client.window?.workDoneProgress && (await connection.window.createWorkDoneProgress()));
  if (!progress) return undefined;
  progress.begin(workspace.render({ template: phrases.checkingWorkspace, data: {} }), 0, undefined, true);
  return progress;
}

async function send(host: Host, file: Checked): Promise<void> {
  if (host.isOpen(file.uri)) return;
  const found: FileFindings = {
    uri: file.uri,
    diagnostics: diagnostics(file, await diagnosticOptions(host, file)),
    dependencies: file.dependencies,
  };
  await host.connection.sendNotification(fileFindings, found);
}
