import {
  type CancellationToken,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
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
import { statusNotification } from '../protocol/status';
import { chinese, localeOf, rendererFor } from '../service/messages';
import { DEFAULT_SETTINGS } from '../service/settings';
import type { Workspace } from '../service/workspace';
import type { WorkspaceFiles } from '../workspace/files';
import { type Checked, Project } from '../workspace/project';
import { fileName, normalizeUri } from '../workspace/uris';
import { WorkspaceIndex } from '../workspace/workspace-index';
import { filesFor } from './client-files';
import { OpenFiles } from './documents';
import type { Environment } from './environment';
import { features } from './features/index';
import { createFindings, type Findings } from './findings';
import type { Host } from './host';
import { createIndexer, type Indexer } from './indexer';
import { readOptions } from './options';
import { loadSettings } from './settings';

const WATCHED = ['**/*.{zhibiao,指标,danwei,单位,yaoqiu,要求}.{yaml,yml}', '**/zhibiao.config.{yaml,yml}'];

/** Serves one client over `connection` until it hangs up. */
export function startServer(connection: Connection, environment: Environment): void {
  connection.onInitialize((params) => new Server(connection, environment, params).start());
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
  private readonly documents = new TextDocuments(TextDocument);
  private readonly open: OpenFiles;
  private readonly findings: Findings;
  private readonly files: WorkspaceFiles;
  private readonly indexer: Indexer;
  private readonly pull: boolean;
  private folders: readonly string[];
  private settings: Workspace['settings'] = DEFAULT_SETTINGS;

  constructor(
    readonly connection: Connection,
    environment: Environment,
    params: InitializeParams,
  ) {
    this.client = params.capabilities;
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
    this.open = new OpenFiles(this.project, index);
    this.workspace = this.createWorkspace(index, rendererFor(localeOf(params.initializationOptions), english));
    this.indexer = createIndexer(this, index, this.files, this.open, this.client.window?.workDoneProgress === true);
    const canRefresh = this.client.workspace?.diagnostics?.refreshSupport === true;
    this.findings = createFindings(this, this.open, this.pull, canRefresh);
  }

  start(): InitializeResult {
    const { connection, documents } = this;
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration(({ settings }) =>
      this.configure((settings as { zhibiao?: unknown } | null)?.zhibiao),
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
    try {
      return await work();
    } catch (error) {
      if (error instanceof ResponseError) throw error;
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return otherwise;
    }
  }

  async findFiles(): Promise<readonly string[]> {
    const found = await Promise.all(this.folders.map((folder) => this.files.find(folder)));
    return [...new Set([...found.flat(), ...this.open.uris].map(normalizeUri))].sort();
  }

  isOpen(uri: string): boolean {
    return this.open.has(uri);
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
    const { workspace } = this.client;
    // Nothing waits for the answers: they may be lost (Emacs in a C locale does).
    const { client } = this.connection;
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      client.register(DidChangeConfigurationNotification.type, { section: 'zhibiao' }).catch(() => undefined);
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      client.register(DidChangeWatchedFilesNotification.type, { watchers }).catch(() => undefined);
    }
    if (workspace?.workspaceFolders) {
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
    this.refresh();
    this.indexer.indexAll(this.folders).then(() => this.refreshFeatures());
  }

  private watchedFilesChanged(uris: readonly string[]): void {
    this.project.invalidate(uris);
    this.refresh();
    this.indexer.update(uris, this.folders).then(() => this.refreshFeatures());
  }

  private changed(document: TextDocument): void {
    this.open.update(document.uri, document.version, document.getText());
    this.refreshOthers(document.uri);
    this.tellStatus(document.uri);
    this.findings.changed(document.uri);
  }

  private closed(uri: string): void {
    this.open.close(uri);
    this.refreshOthers(uri);
    this.findings.closed(uri);
    this.indexer.update([uri], this.folders);
  }

  /**
   * A registry or corpus that is edited speaks to the files that lean on it; opened, it may hold what was not saved the
   * last time; closed, what the disk holds counts again.
   */
  private async refreshOthers(changed: string): Promise<void> {
    const key = normalizeUri(changed);
    const results = await Promise.all(this.open.uris.map((uri) => this.open.checked(uri)));
    if (results.some((checked) => checked && checked.uri !== key && checked.dependencies.includes(key)))
      this.refresh(changed);
  }

  /** @param except a file that is up to date */
  private refresh(except?: string): void {
    this.open.recheck();
    for (const uri of this.open.uris) this.tellStatus(uri);
    this.findings.refresh(except);
    this.refreshFeatures();
  }

  private refreshFeatures(): void {
    for (const feature of features) feature.refresh?.(this);
  }

  /** Tells a client of ours which registry and corpus a file is checked against. */
  private async tellStatus(uri: string): Promise<void> {
    const checked = await this.open.checked(uri)?.catch(() => undefined);
    if (!checked) return;
    const { registry, corpus } = checked.surroundings;
    // The status bar has room for a short name only.
    const [corpusName = null] = corpus?.names.toSorted((a, b) => a.length - b.length) ?? [];
    const registryName = registry && (registry.county ?? fileName(registry.uri));
    const status = { uri, registry: registryName ?? null, corpus: corpusName };
    await this.connection.sendNotification(statusNotification, status);
  }
}

function localDate(date: Date): string {
  const two = (n: number) => String(n).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}
