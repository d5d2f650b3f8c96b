import type { CancellationToken, ClientCapabilities, Connection, ServerCapabilities } from 'vscode-languageserver';
import type { Workspace } from '../service/workspace';
import type { Checked, Project } from '../workspace/project';

/** What the server gives its features. */
export interface Host {
  readonly connection: Connection;
  /** What the client can do. */
  readonly client: ClientCapabilities;
  /** It can be told to ask for completions again. */
  readonly canSuggestAgain: boolean;
  /** The client knows the commands of `protocol/commands.ts`. */
  readonly knowsCommands: boolean;
  readonly project: Project;
  readonly workspace: Workspace;
  /** URIs of the corpora that come with the tool. */
  readonly corpora: readonly string[];
  /** True where the client shows the other places that a finding speaks of. */
  readonly showsRelated: boolean;
  /** The page that explains a rule. */
  readonly ruleUrl?: (rule: string) => string;
  /**
   * Answers a request about a file, open or on disk, in its newest version. A fault in `work` is logged and costs this
   * answer only; a request that the client took back meanwhile is not worked on.
   * @param otherwise the answer where there is no such file, or after a fault
   */
  answer<T>(uri: string, otherwise: T, token: CancellationToken, work: (file: Checked) => T | Promise<T>): Promise<T>;
  /** The same for a request that is about no certain file. */
  guard<T>(otherwise: T, work: () => T | Promise<T>): Promise<T>;
  /** The same for work that nobody is waiting for, or that takes long and lets others have their turn. */
  inBackground<T>(otherwise: T, work: () => T | Promise<T>): Promise<T>;
  /** Told the length (UTF-16 units) of a document that is about to be read. */
  makeRoom(length: number): void;
  /** URIs of all files of ours in the folders of the workspace, and of the open ones. */
  findFiles(): Promise<readonly string[]>;
  isOpen(uri: string): boolean;
}

/** One language feature: what it announces, and what it answers. */
export interface Feature {
  capabilities(client: ClientCapabilities): Partial<ServerCapabilities>;
  /** Called once, when the client is known. */
  listen(host: Host): void;
  /** Settings, files that others lean on or the index changed: what the client was told before may be out of date. */
  refresh?(host: Host): void;
}
