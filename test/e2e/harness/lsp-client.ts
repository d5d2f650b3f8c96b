import type {
  ClientCapabilities,
  CodeAction,
  Command,
  Diagnostic,
  DocumentDiagnosticReport,
  InitializeParams,
  InitializeResult,
  PublishDiagnosticsParams,
  Range,
  TextDocumentContentChangeEvent,
  WorkspaceEdit,
} from 'vscode-languageserver-protocol/node';
import { startProcess } from './lsp-connection';

export interface ServerOptions {
  /** Program and arguments, e.g. `[process.execPath, 'dist/server.js', '--stdio']`. */
  readonly command: readonly [string, ...string[]];
  readonly cwd?: string;
  /** What the client can do; decides, for one, whether the server pushes diagnostics or is asked for them. */
  readonly capabilities?: ClientCapabilities;
  /** Workspace folder as a `file:` URI. */
  readonly rootUri?: string;
  readonly initializationOptions?: unknown;
  /** Answers `workspace/configuration`, by section. */
  readonly settings?: Readonly<Record<string, unknown>>;
}

/** A running language server, spoken to over its standard streams. */
export interface ServerClient {
  readonly initializeResult: InitializeResult;
  open(uri: string, text: string, languageId?: string): Promise<void>;
  /** Sends the next version: the whole text, or the changes in the order that they apply. */
  change(uri: string, change: string | TextDocumentContentChangeEvent[]): Promise<void>;
  close(uri: string): Promise<void>;
  /** Resolves with the first diagnostics published for `uri`, already or from now on, that `accept` takes. */
  waitForDiagnostics(uri: string, accept?: (diagnostics: Diagnostic[]) => boolean): Promise<Diagnostic[]>;
  /** Every publication so far, in order. */
  readonly published: readonly PublishDiagnosticsParams[];
  /** Pull diagnostics of one document. */
  pull(uri: string, previousResultId?: string): Promise<DocumentDiagnosticReport>;
  codeActions(
    uri: string,
    range: Range,
    diagnostics?: Diagnostic[],
    only?: string[],
  ): Promise<(CodeAction | Command)[]>;
  /** Edits that the server asked the client to apply (`workspace/applyEdit`), in order. */
  readonly appliedEdits: readonly WorkspaceEdit[];
  request<Result>(method: string, params?: unknown): Promise<Result>;
  notify(method: string, params?: unknown): Promise<void>;
  /** What the server wrote to standard error. */
  stderr(): string;
  /** Shuts down by the protocol; resolves with the server's exit code. */
  shutdown(): Promise<number>;
  /** Ends the server at once. */
  kill(): void;
}

/** Requests that this client answers with nothing. */
const acknowledged = [
  'client/registerCapability',
  'client/unregisterCapability',
  'window/workDoneProgress/create',
  'workspace/diagnostic/refresh',
  'workspace/semanticTokens/refresh',
];

/** Starts a language server and initializes it. Rejects if it ends or does not answer within ten seconds. */
export async function startServer(options: ServerOptions): Promise<ServerClient> {
  const { connection, exited, within, stderr, kill } = startProcess(options.command, options.cwd);
  const published: PublishDiagnosticsParams[] = [];
  const watchers = new Set<() => void>();
  const appliedEdits: WorkspaceEdit[] = [];
  connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
    published.push(params);
    for (const watcher of watchers) watcher();
  });
  connection.onRequest('workspace/applyEdit', ({ edit }: { edit: WorkspaceEdit }) => {
    appliedEdits.push(edit);
    return { applied: true };
  });
  connection.onRequest('workspace/configuration', ({ items }: { items: { section?: string }[] }) =>
    items.map(({ section }) => options.settings?.[section ?? ''] ?? null),
  );
  for (const method of acknowledged) connection.onRequest(method, () => null);
  connection.listen();

  const request = <Result>(method: string, params?: unknown): Promise<Result> =>
    within(connection.sendRequest<Result>(method, params), method);
  const notify = (method: string, params?: unknown): Promise<void> => connection.sendNotification(method, params);

  const rootUri = options.rootUri ?? null;
  const initializeParams: InitializeParams = {
    processId: process.pid,
    rootUri,
    workspaceFolders: rootUri === null ? null : [{ uri: rootUri, name: 'test' }],
    capabilities: options.capabilities ?? {},
    initializationOptions: options.initializationOptions,
  };
  const initializeResult = await request<InitializeResult>('initialize', initializeParams).catch((error: unknown) => {
    kill();
    throw error;
  });
  await notify('initialized', {});

  const versions = new Map<string, number>();
  return {
    initializeResult,
    published,
    appliedEdits,
    request,
    notify,
    stderr,
    kill,
    open(uri, text, languageId = 'zhibiao') {
      versions.set(uri, 1);
      return notify('textDocument/didOpen', { textDocument: { uri, languageId, version: 1, text } });
    },
    change(uri, change) {
      const version = (versions.get(uri) ?? 0) + 1;
      versions.set(uri, version);
      const contentChanges = typeof change === 'string' ? [{ text: change }] : change;
      return notify('textDocument/didChange', { textDocument: { uri, version }, contentChanges });
    },
    close: (uri) => notify('textDocument/didClose', { textDocument: { uri } }),
    waitForDiagnostics(uri, accept = () => true) {
      const next = new Promise<Diagnostic[]>((resolve) => {
        const look = () => {
          const last = published.findLast((params) => params.uri === uri);
          if (last === undefined || !accept(last.diagnostics)) return;
          watchers.delete(look);
          resolve(last.diagnostics);
        };
        watchers.add(look);
        look();
      });
      return within(next, `diagnostics for ${uri}`);
    },
    pull: (uri, previousResultId) =>
      request('textDocument/diagnostic', { textDocument: { uri }, ...(previousResultId && { previousResultId }) }),
    async codeActions(uri, range, diagnostics = [], only) {
      const context = { diagnostics, ...(only && { only }) };
      return (
        (await request<CodeAction[] | null>('textDocument/codeAction', { textDocument: { uri }, range, context })) ?? []
      );
    },
    async shutdown() {
      await request('shutdown');
      const impatient = setTimeout(kill, 5000);
      await notify('exit');
      const code = await exited.finally(() => clearTimeout(impatient));
      connection.dispose();
      return code;
    },
  };
}
