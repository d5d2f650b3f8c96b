import {
  type CodeAction,
  CodeActionKind,
  type CodeActionParams,
  CodeActionTriggerKind,
  type Connection,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  type DocumentDiagnosticReport,
  DocumentDiagnosticReportKind,
  type InitializeParams,
  type InitializeResult,
  TextDocumentSyncKind,
  TextDocuments,
} from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import english from '../../../l10n/bundle.l10n.en.json';
import { FIX_ALL, fixAllAction, quickFixes } from '../service/code-actions';
import { type DiagnosticOptions, diagnostics } from '../service/diagnostics';
import { chinese, localeOf, rendererFor } from '../service/messages';
import { lineEdits } from '../service/text-diff';
import { fixAll, safeEdits } from '../workspace/fix-all';
import { type Checked, Project } from '../workspace/project';
import { fileName, normalizeUri } from '../workspace/uris';
import { OpenFiles } from './documents';
import type { Environment } from './environment';
import { readSettings } from './settings';

/** A pause in typing after which findings are pushed to a client that cannot ask for them. */
const PUSH_DELAY_MS = 150;

const WATCHED = ['**/*.{zhibiao,指标,danwei,单位,yaoqiu,要求}.{yaml,yml}', '**/zhibiao.config.{yaml,yml}'];

/** Serves one client over `connection` until it hangs up. */
export function startServer(connection: Connection, environment: Environment): void {
  new Server(connection, environment).listen();
}

class Server {
  private readonly documents = new TextDocuments(TextDocument);
  private readonly project: Project;
  private readonly open: OpenFiles;
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private client: InitializeParams['capabilities'] = {};
  private folder: string | undefined;
  private pull = false;
  private render = chinese;

  constructor(
    private readonly connection: Connection,
    private readonly environment: Environment,
  ) {
    this.project = new Project(environment.files, environment.corpora);
    this.open = new OpenFiles(this.project);
  }

  listen(): void {
    const { connection, documents } = this;
    connection.onInitialize((params) => this.initialize(params));
    connection.onInitialized(() => this.initialized());
    connection.onDidChangeConfiguration(({ settings }) =>
      this.configure((settings as { zhibiao?: unknown } | null)?.zhibiao),
    );
    connection.onDidChangeWatchedFiles(({ changes }) => {
      this.project.invalidate(changes.map(({ uri }) => uri));
      this.refresh();
    });
    connection.onCodeAction((params) => this.guard([], () => this.codeActions(params)));
    documents.onDidChangeContent(({ document }) => this.changed(document));
    documents.onDidClose(({ document }) => this.closed(document.uri));
    documents.listen(connection);
    connection.listen();
  }

  private initialize(params: InitializeParams): InitializeResult {
    this.client = params.capabilities;
    this.render = rendererFor(localeOf(params.initializationOptions), english);
    this.folder = params.workspaceFolders?.[0]?.uri ?? params.rootUri ?? undefined;
    this.pull = this.client.textDocument?.diagnostic !== undefined;
    if (this.pull) {
      this.connection.languages.diagnostics.on(({ textDocument }) =>
        this.guard<DocumentDiagnosticReport>({ kind: DocumentDiagnosticReportKind.Full, items: [] }, async () => {
          const checked = await this.open.checked(textDocument.uri);
          return { kind: DocumentDiagnosticReportKind.Full, items: checked ? await this.diagnosticsOf(checked) : [] };
        }),
      );
    }
    return {
      serverInfo: { name: 'zhibiao' },
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: false },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        ...(this.pull && {
          diagnosticProvider: { identifier: 'zhibiao', interFileDependencies: true, workspaceDiagnostics: false },
        }),
      },
    };
  }

  private async initialized(): Promise<void> {
    const { workspace } = this.client;
    if (workspace?.didChangeConfiguration?.dynamicRegistration) {
      await this.connection.client.register(DidChangeConfigurationNotification.type, { section: 'zhibiao' });
    }
    if (workspace?.didChangeWatchedFiles?.dynamicRegistration) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      await this.connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
    await this.configure(undefined);
  }

  /** @param pushed the settings as an old client sends them; a newer one is asked for them */
  private async configure(pushed: unknown): Promise<void> {
    const asks = this.client.workspace?.configuration === true;
    const settings: unknown = asks
      ? await this.connection.workspace.getConfiguration('zhibiao').catch(() => pushed)
      : pushed;
    this.project.configure(readSettings(settings, this.folder));
    this.refresh();
  }

  private changed(document: TextDocument): void {
    this.open.update(document.uri, document.version, document.getText());
    this.refreshOthers(document.uri);
    this.tellStatus(document.uri);
    if (!this.pull) this.push(document.uri);
  }

  private closed(uri: string): void {
    this.open.close(uri);
    this.refreshOthers(uri);
    clearTimeout(this.timers.get(uri));
    this.timers.delete(uri);
    if (!this.pull) this.connection.sendDiagnostics({ uri, diagnostics: [] });
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
    if (this.pull) {
      if (this.client.workspace?.diagnostics?.refreshSupport) this.connection.languages.diagnostics.refresh();
      return;
    }
    for (const uri of this.open.uris) if (uri !== except) this.push(uri);
  }

  private push(uri: string): void {
    clearTimeout(this.timers.get(uri));
    const send = () => this.guard(undefined, () => this.publish(uri));
    this.timers.set(uri, setTimeout(send, PUSH_DELAY_MS));
  }

  private async publish(uri: string): Promise<void> {
    const version = this.open.versionOf(uri);
    const checked = await this.open.checked(uri);
    // An answer that the text has left behind is not worth sending.
    if (!checked || this.open.versionOf(uri) !== version) return;
    const items = await this.diagnosticsOf(checked);
    this.connection.sendDiagnostics({ uri, diagnostics: items, ...(version !== undefined && { version }) });
  }

  private async codeActions({ textDocument, range, context }: CodeActionParams): Promise<CodeAction[]> {
    const checked = await this.open.checked(textDocument.uri);
    if (!checked) return [];
    const wants = (kind: string) =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      actions.push(...quickFixes(checked, range, context.diagnostics, await this.options(checked)));
    }
    // Not for the light bulb, which asks at every move of the cursor: a repair checks the whole file again, and again.
    const asked = context.only !== undefined || context.triggerKind !== CodeActionTriggerKind.Automatic;
    if (asked && wants(FIX_ALL) && safeEdits(checked.findings).fixed > 0) {
      const { text } = checked.document.lines;
      const fixed = await fixAll(this.project, textDocument.uri, text);
      actions.push(...fixAllAction(checked, lineEdits(text, fixed.text), this.render));
    }
    return actions;
  }

  private async diagnosticsOf(checked: Checked) {
    return diagnostics(checked, await this.options(checked));
  }

  private async options(checked: Checked): Promise<DiagnosticOptions> {
    const uris = checked.findings.flatMap(({ related, fixes }) =>
      [...related, ...fixes].flatMap(({ uri }) => uri ?? []),
    );
    const lines = new Map<string, Awaited<ReturnType<Project['linesOf']>>>();
    for (const uri of new Set(uris)) lines.set(uri, await this.project.linesOf(uri));
    const { ruleUrl } = this.environment;
    return {
      render: this.render,
      related: this.client.textDocument?.publishDiagnostics?.relatedInformation === true || this.pull,
      linesOf: (uri) => lines.get(uri),
      ...(ruleUrl && { ruleUrl }),
    };
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
    await this.connection.sendNotification('zhibiao/status', status);
  }

  /** A fault in one answer is logged and costs that answer, not the server. */
  private async guard<T>(otherwise: T, work: () => T | Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      this.connection.console.error(error instanceof Error ? (error.stack ?? error.message) : String(error));
      return otherwise;
    }
  }
}
