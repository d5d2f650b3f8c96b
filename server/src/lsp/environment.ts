import type { Files } from '../workspace/files';

/** What the server needs of the place where it runs: a Node process, a worker in a browser. */
export interface Environment {
  readonly files: Files;
  /** URIs of the corpora that come with the tool. */
  readonly corpora: readonly string[];
  /** The page that explains a rule, readable without a network. */
  readonly ruleUrl?: (rule: string) => string;
}
