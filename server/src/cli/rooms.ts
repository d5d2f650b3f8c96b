import type { Surroundings } from './checker';
import type { Engine } from './engine';
import type { Thread } from './threads/pool';

/** What lies beyond the command line: the engine, threads that have one too, and the language server that `lsp` starts. */
export interface Rooms {
  readonly engine: Engine;
  /** Takes over standard input and output until the client ends it. */
  readonly startServer: () => Promise<void>;
  readonly threads?: {
    /** How many can run at once on this machine. */
    readonly cores: number;
    readonly start: (surroundings: Surroundings) => Thread;
  };
}
