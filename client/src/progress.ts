import { ProgressLocation, window } from 'vscode';
import { type BaseLanguageClient, WorkDoneProgress } from 'vscode-languageclient';

let count = 0;

/** Sends a request and shows the progress that the server reports of it, with a button that takes the request back. */
export async function requestWithProgress<R>(
  client: BaseLanguageClient,
  method: string,
  params: object,
  title: string,
): Promise<R> {
  const workDoneToken = `zhibiao-${++count}`;
  const options = { location: ProgressLocation.Notification, title, cancellable: true };
  return await window.withProgress(options, async (progress, cancelled) => {
    let shown = 0;
    const listening = client.onProgress(WorkDoneProgress.type, workDoneToken, (told) => {
      if (told.kind !== 'report') return;
      const { percentage = shown, message } = told;
      progress.report({ increment: percentage - shown, ...(message !== undefined && { message }) });
      shown = percentage;
    });
    try {
      return await client.sendRequest<R>(method, { ...params, workDoneToken }, cancelled);
    } finally {
      listening.dispose();
    }
  });
}
