import { type Diagnostic, type DocumentDiagnosticReport, DocumentDiagnosticReportKind } from 'vscode-languageserver';
import { diagnostics } from '../service/diagnostics';
import type { Checked } from '../workspace/project';
import { diagnosticOptions } from './diagnostic-options';
import type { OpenFiles } from './documents';
import type { Host } from './host';

/** A pause in typing after which findings are pushed to a client that cannot ask for them. */
const PUSH_DELAY_MS = 150;

/** Brings the findings of open files to the client: it asks for them, or they are pushed; never both. */
export interface Findings {
  /** The text of a file changed. */
  changed(uri: string): void;
  closed(uri: string): void;
  /** Something that all files lean on changed. @param except a file that is up to date */
  refresh(except?: string): void;
}

export function createFindings(host: Host, open: OpenFiles, pull: boolean, canRefresh: boolean): Findings {
  return pull ? pulled(host, open, canRefresh) : pushed(host, open);
}

function pulled(host: Host, open: OpenFiles, canRefresh: boolean): Findings {
  const { diagnostics: requests } = host.connection.languages;
  requests.on(({ textDocument }) =>
    host.guard<DocumentDiagnosticReport>({ kind: DocumentDiagnosticReportKind.Full, items: [] }, async () => {
      const checked = await open.checked(textDocument.uri);
      return { kind: DocumentDiagnosticReportKind.Full, items: checked ? await shown(host, checked) : [] };
    }),
  );
  return {
    changed() {},
    closed() {},
    refresh() {
      if (canRefresh) requests.refresh();
    },
  };
}

function pushed(host: Host, open: OpenFiles): Findings {
  const timers = new Map<string, ReturnType<typeof setTimeout>>();

  async function publish(uri: string): Promise<void> {
    const version = open.versionOf(uri);
    const checked = await open.checked(uri);
    // An answer that the text has left behind is not worth sending.
    if (!checked || open.versionOf(uri) !== version) return;
    const items = await shown(host, checked);
    host.connection.sendDiagnostics({ uri, diagnostics: items, ...(version !== undefined && { version }) });
  }

  function push(uri: string): void {
    clearTimeout(timers.get(uri));
    timers.set(
      uri,
      setTimeout(() => host.guard(undefined, () => publish(uri)), PUSH_DELAY_MS),
    );
  }

  return {
    changed: push,
    closed(uri) {
      clearTimeout(timers.get(uri));
      timers.delete(uri);
      host.connection.sendDiagnostics({ uri, diagnostics: [] });
    },
    refresh(except) {
      for (const uri of open.uris) if (uri !== except) push(uri);
    },
  };
}

async function shown(host: Host, checked: Checked): Promise<Diagnostic[]> {
  return diagnostics(checked, await diagnosticOptions(host, checked));
}
