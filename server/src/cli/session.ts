import type { Cache } from './cache/cache';
import type { Checker } from './checker';
import type { Engine, Settings } from './engine';
import type { Source } from './sources';

/** What the steps of one `check` share. */
export interface Session {
  readonly engine: Engine;
  readonly settings: Settings;
  readonly checker: Checker;
  readonly cwd: string;
  readonly sources: readonly Source[];
  readonly cache?: Cache;
  /** Texts after fixing, by URI; of files that changed without being written. */
  readonly fixed: Map<string, string>;
  /** One line for standard error each; any of them makes the exit code 2. */
  readonly troubles: string[];
  /** One line for standard error each. */
  readonly notes: string[];
  /** URIs of configs that the checked files depend on. */
  readonly configs: Set<string>;
}
