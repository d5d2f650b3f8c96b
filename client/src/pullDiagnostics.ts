import { CancellationError } from 'vscode';
import type { Middleware } from 'vscode-languageclient';

/**
 * The library asks for the findings of a file again when the text or the tab changes meanwhile, but it takes the answer
 * that it no longer waits for as one without findings: they vanish for a moment while somebody types, and for good where a
 * tab is closed and opened again at once. Told that the answer was cancelled, it asks once more and keeps what is shown.
 */
export const keepFindings: Pick<Middleware, 'provideDiagnostics'> = {
  async provideDiagnostics(document, previousResultId, token, next) {
    const report = await next(document, previousResultId, token);
    if (token.isCancellationRequested) throw new CancellationError();
    return report;
  },
};
