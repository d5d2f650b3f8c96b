import type { StatedFiles, WorkspaceFiles } from '../workspace/files';

/** What the server needs of the place where it runs: a Node process, a worker in a browser. */
export interface Environment {
  /** Files of this machine (`file:`); without them, and for other schemes, the client is asked. */
  readonly files?: WorkspaceFiles & Partial<StatedFiles>;
  /** URIs of the corpora that come with the tool; a client may name more (`initializationOptions.corpora`). */
  readonly corpora: readonly string[];
  /** The page that explains a rule, readable without a network. */
  readonly ruleUrl?: (rule: string) => string;
  /** Changes with each edition of the tool: what an older one kept is void. */
  readonly version?: string;
  /** What is kept between sessions. @param folder URI from `initializationOptions.storage` */
  readonly storage?: (folder: string) => Storage | undefined;
  /** Takes note of where the libraries of formats can be loaded from; absent where they stand beside the server. */
  readonly formatsAt?: (url: string) => void;
  /** Told the length (UTF-16 units) of each text that is opened or changed, before it is read. */
  readonly makeRoom?: (length: number) => void;
}

/** Lines of text that are kept between sessions. */
export interface Storage {
  /** The lines as they were written last; none, or not all, where they cannot be read. */
  read(): AsyncIterable<string>;
  /** All at once or not at all. */
  write(lines: AsyncIterable<string>): Promise<void>;
}
