import {
  type CancellationToken,
  type Connection,
  ErrorCodes,
  type InitializeParams,
  type InitializeResult,
  LSPErrorCodes,
  ResponseError,
  type ServerCapabilities,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import english from '../../../l10n/bundle.l10n.en.json';
import { chinese, localeOf, rendererFor } from '../service/messages';
import { DEFAULT_SETTINGS } from '../service/settings';
import type { Workspace } from '../service/workspace';
import type { WorkspaceFiles } from '../workspace/files';
import { kindOf } from '../workspace/kinds';
import { type Checked, Project } from '../workspace/project';
import { normalizeUri } from '../workspace/uris';
import { WorkspaceIndex } from '../workspace/workspace-index';
import { filesFor } from './client-files';
import { OpenFiles } from './documents';
import type { Environment, Storage } from './environment';
import { features } from './features/index';
import { createFindings, type Findings } from './findings';
import type { Host } from './host';
import { createIndexMemory } from './index-memory';
import { createIndexer, type Indexer } from './indexer';
import { readOptions } from './options';
import { registerForChanges } from './registrations';
import { loadSettings } from './settings';
import { createSlices } from './slices';
import { createStatusTeller, type StatusTeller } from './status';
import { deadline, throttled } from './timing';
import { refuse } from './well-formed';

/** Settings that have not come by then may never come: files are checked without them. */
const READY_MS = 1000;

/** The client is not asked more often to look at everything again. */
const REFRESH_MS = 100;

/** Serves one client over `connection` until it hangs up. */
export function startServer(connection: Connection, environment: Environment): void {
  refuse(connection);
  const early = connection.onRequest((method) => {
    throw new ResponseError(ErrorCodes.ServerNotInitialized, `${method} before initialize`);
  });
  let server: Server | undefined;
  connection.onInitialize((params) => {
    if (server) throw new ResponseError(ErrorCodes.InvalidRequest, 'initialized already');
    server = new Server(connection, environment, params);
    early.dispose();
    return server.start();
  });
  connection.listen();
}

class Server implements Host {
  readonly project: Project;
  readonly workspace: Workspace;
  readonly corpora: readonly string[];
  readonly showsRelated: boolean;
  readonly ruleUrl: Host['ruleUrl'];
  readonly canSuggestAgain: boolean;
  readonly knowsCommands: boolean;
  readonly client: InitializeParams['capabilities'];
  private readonly version: string;
  private readonly documents = new TextDocuments(TextDocument);
  private readonly open: OpenFiles;
  private readonly findings: Findings;
  private readonly files: WorkspaceFiles;
  private readonly indexer: Indexer;
  /** Answers that somebody is waiting for. */
  private answering = 0;
  private readonly pull: boolean;
  private folders: readonly string[];
  private settings: Workspace['settings'] = DEFAULT_SETTINGS;
  private readonly ready = deadline(READY_MS);
  private readonly status: StatusTeller;
  private readonly refresh = throttled(REFRESH_MS, () => {
    this.findings.refresh();
    this.refreshFeatures();
  });

  constructor(
    readonly connection: Connection,
    private readonly environment: Environment,
    params: InitializeParams,
  ) {
    this.client = params.capabilities;
    this.status = createStatusTeller(connection);
    this.version = environment.version ?? '';
    const options = readOptions(params.initializationOptions, environment);
    this.corpora = options.corpora;
    this.ruleUrl = options.ruleUrl;
    this.canSuggestAgain = options.canSuggestAgain;
    this.knowsCommands = options.knowsCommands;
    this.files = filesFor(connection, environment.files, options.clientReads);
    this.folders = params.workspaceFolders?.map(({ uri }) => uri) ?? (params.rootUri ? [params.rootUri] : []);
    this.pull = this.client.textDocument?.diagnostic !== undefined;
    this.showsRelated = this.client.textDocument?.publishDiagnostics?.relatedInformation === true || this.pull;
    this.project = new Project(this.files, this.corpora);
    const index = new WorkspaceIndex();
    this.open = new OpenFiles({
      project: this.project,
      index,
      ready: this.ready.reached,
      onChecked: (uri, checked) => this.status.tell(uri, checked),
      onFault: (error) => this.logFault(error),
    });
    this.workspace = this.createWorkspace(index, rendererFor(localeOf(params.initializationOptions), english));
    this.indexer = this.createIndexer(index, environment, options.storage);
    const canRefresh = this.client.workspace?.diagnostics?.refreshSupport === true;
    this.findings = createFindings(this, this.open, this.pull, canRefresh);
  }

  start(): InitializeResult {
    const { connection, documents } = this;
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration((params: { settings?: unknown } | undefined) =>
      this.configure((params?.settings as { zhibiao?: unknown } | null | undefined)?.zhibiao),
    );
    connection.onDidChangeWatchedFiles(({ changes }) => this.watchedFilesChanged(changes.map(({ uri }) => uri)));
    documents.onDidChangeContent(({ document }) => this.changed(document));
    documents.onDidClose(({ document }) => this.closed(document.uri));
    for (const feature of features) feature.listen(this);
    documents.listen(connection);
    return { serverInfo: { name: 'zhibiao' }, capabilities: this.capabilities() };
  }

  async answer<T>(
    uri: string,
    otherwise: T,
    token: CancellationToken,
    work: (file: Checked) => T | Promise<T>,
  ): Promise<T> {
    const checked = await (this.open.checked(uri) ?? this.project.open(uri)).catch(() => undefined);
    // The message loop has its turn first, so that a request that was taken back is known to be.
    if (token.isCancellationRequested) throw new ResponseError(LSPErrorCodes.RequestCancelled, 'cancelled');
    return checked ? this.guard(otherwise, () => work(checked)) : otherwise;
  }

  async guard<T>(otherwise: T, work: () => T | Promise<T>): Promise<T> {
    this.answering++;
    try {
      return await this.inBackground(otherwise, work);
    } finally {
      this.answering--;
    }
  }

  async inBackground<T>(otherwise: T, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.logFault(error);
      return otherwise;
    }
  }

  private logFault(error: unknown): void {
    this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
  }

  async findFiles(): Promise<readonly string[]> {
    const found = await Promise.all(this.folders.map((folder) => this.files.find(folder)));
    return [...new Set([...found.flat(), ...this.open.uris].map(normalizeUri))].sort();
  }

  isOpen(uri: string): boolean {
    return this.open.has(uri);
  }

  private createIndexer(index: WorkspaceIndex, environment: Environment, storage: Storage | undefined): Indexer {
    const pause = createSlices(() => this.answering > 0 || this.open.isBusy);
    const stateOf = environment.files?.stateOf;
    return createIndexer({
      host: this,
      index,
      files: this.files,
      pause,
      memory: storage && stateOf && createIndexMemory(index, storage, stateOf, pause),
      canShowProgress: this.client.window?.workDoneProgress === true,
      onChange: () => this.refreshFeatures(),
    });
  }

  private createWorkspace(index: WorkspaceIndex, render = chinese): Workspace {
    const server = this;
    return {
      index,
      render,
      get settings() {
        return server.settings;
      },
      get today() {
        return localDate(new Date());
      },
      read: (uri) => server.open.checked(uri) ?? server.project.open(uri),
    };
  }

  private capabilities(): ServerCapabilities {
    const own: ServerCapabilities = {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
      workspace: { workspaceFolders: { supported: true, changeNotifications: true } },
      ...(this.pull && {
        diagnosticProvider: { identifier: 'zhibiao', interFileDependencies: true, workspaceDiagnostics: false },
      }),
    };
    return Object.assign(own, ...features.map((feature) => feature.capabilities(this.client)));
  }

  private async initialized(): Promise<void> {
    registerForChanges(this.connection, this.client);
    if (this.client.workspace?.workspaceFolders) {
      this.connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const gone = new Set(removed.map(({ uri }) => uri));
        this.folders = [...this.folders.filter((uri) => !gone.has(uri)), ...added.map(({ uri }) => uri)];
        this.configure(undefined);
      });
    }
    await this.configure(undefined);
  }

  /** @param pushed the settings as an old client sends them; a newer one is asked for them */
  private async configure(pushed: unknown): Promise<void> {
    const asks = this.client.workspace?.configuration === true;
    const loaded = await loadSettings(this.connection, this.folders, asks, pushed);
    this.settings = loaded.features;
    this.project.configure(loaded.settings, loaded.byFolder);
    this.open.recheck();
    this.ready.reach();
    this.refresh();
    const { settings, byFolder } = loaded;
    // What rules find is not in the index.
    const key = JSON.stringify([this.version, this.corpora, settings, byFolder], (name, value) =>
      name === 'rules' ? undefined : value,
    );
    this.indexer.indexAll(this.folders, key);
  }

  private watchedFilesChanged(uris: readonly string[]): void {
    this.project.invalidate(uris);
    // What an indicator file holds is nobody else's concern.
    if (uris.some((uri) => kindOf(uri) !== 'zhibiao')) {
      this.open.recheck();
      this.refresh();
    }
    this.indexer.update(uris);
  }

  makeRoom(length: number): void {
    this.environment.makeRoom?.(length);
  }

  private changed(document: TextDocument): void {
    const text = document.getText();
    this.makeRoom(text.length);
    this.open.update(document.uri, document.version, text);
    this.refreshDependents(document.uri);
    this.findings.changed(document.uri);
  }

  private closed(uri: string): void {
    this.open.close(uri);
    this.status.forget(uri);
    this.refreshDependents(uri);
    this.findings.closed(uri);
    this.indexer.update([uri]);
  }

  /**
   * A registry or corpus that is edited speaks to the files that lean on it; opened, it may hold what was not saved the
   * last time; closed, what the disk holds counts again.
   */
  private refreshDependents(changed: string): void {
    if (this.open.recheckDependents(changed)) this.refresh();
  }

  private refreshFeatures(): void {
    for (const feature of features) feature.refresh?.(this);
  }
}

function localDate(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
