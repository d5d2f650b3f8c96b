import type { WorkspaceFiles } from '../workspace/files';

/** What the server needs of the place where it runs: a Node process, a worker in a browser. */
export interface Environment {
  /** Files of this machine (`file:`); without them, and for other schemes, the client is asked. */
  readonly files?: WorkspaceFiles;
  /** URIs of the corpora that come with the tool; a client may name more (`initializationOptions.corpora`). */
  readonly corpora: readonly string[];
  /** The page that explains a rule, readable without a network. */
  readonly ruleUrl?: (rule: string) => string;
}
