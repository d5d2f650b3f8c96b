import {
  type CancellationToken,
  type Diagnostic,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  LSPErrorCodes,
  ResponseError,
} from 'vscode-languageserver';
import { diagnostics } from '../service/diagnostics';
import { diagnosticOptions } from './diagnostic-options';
import type { OpenFiles } from './documents';
import type { Host } from './host';
import { createPacer, type Pacer } from './pacer';
import { turn } from './turn';

/** Brings the findings of open files to the client: it asks for them, or they are pushed; never both. */
export interface Findings {
  /** The text of a file changed. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** Something that files lean on changed. */
  refresh(): void;
}

export function createFindings(host: Host, open: OpenFiles, pull: boolean, canRefresh: boolean): Findings {
  return pull ? pulled(host, open, canRefresh) : pushed(host, open);
}

function pulled(host: Host, open: OpenFiles, canRefresh: boolean): Findings {
  const { diagnostics: requests } = host.connection.languages;
  const report = (items: Diagnostic[]): DocumentDiagnosticReport => ({
    kind: DocumentDiagnosticReportKind.Full,
    items,
  });
  requests.on(({ textDocument }, token) =>
    host.guard(report([]), async () => report((await newest(host, open, textDocument.uri, { token }))?.items ?? [])),
  );
  return {
    // The client is about to ask, and other features want to know.
    changed(uri) {
      open.checked(uri)?.catch(() => undefined);
    },
    closed() {},
    refresh() {
      if (canRefresh) requests.refresh();
    },
  };
}

function pushed(host: Host, open: OpenFiles): Findings {
  const pacers = new Map<string, Pacer>();
  /** Revisions whose findings the client has. */
  const sent = new Map<string, number | undefined>();

  async function publish(uri: string): Promise<void> {
    if (sent.has(uri) && sent.get(uri) === open.revisionOf(uri)) return;
    const found = await newest(host, open, uri, { once: true });
    if (!found || !open.has(uri)) return;
    sent.set(uri, open.revisionOf(uri));
    const version = open.versionOf(uri);
    host.connection.sendDiagnostics({ uri, diagnostics: found.items, ...(version !== undefined && { version }) });
  }

  function push(uri: string): void {
    let pacer = pacers.get(uri);
    if (!pacer) {
      pacer = createPacer(() => host.guard(undefined, () => publish(uri)));
      pacers.set(uri, pacer);
    }
    pacer.ask();
  }

  return {
    changed: push,
    closed(uri) {
      pacers.get(uri)?.stop();
      pacers.delete(uri);
      sent.delete(uri);
      host.connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh() {
      open.uris.forEach(push);
    },
  };
}

/**
 * The findings of the newest text; undefined for a file that is not open. Between reading and judging the message loop
 * has its turn, and what a newer version overtakes is given up.
 * @param how `once`: an answer that was overtaken is undefined; else it is worked out anew. `token`: whoever asked may
 *   have taken the question back
 */
async function newest(
  host: Host,
  open: OpenFiles,
  uri: string,
  { once = false, token }: { readonly once?: boolean; readonly token?: CancellationToken },
): Promise<{ readonly items: Diagnostic[] } | undefined> {
  for (let isRetry = false; ; ) {
    const checked = await open.checked(uri);
    if (!checked) return undefined;
    const revision = open.revisionOf(uri);
    await turn();
    if (token?.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    if (open.revisionOf(uri) === revision) {
      try {
        const options = await diagnosticOptions(host, checked);
        // Other files may have been read for it.
        if (open.revisionOf(uri) === revision) return { items: diagnostics(checked, options) };
      } catch (error) {
        if (isRetry) throw error;
        isRetry = true;
        host.connection.console.error(String(error instanceof Error ? error.stack : error));
        open.startOver(uri);
        continue;
      }
    }
    if (once || !open.has(uri)) return undefined;
  }
}
