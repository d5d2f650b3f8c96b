import { Failure } from './context';
import type { CheckProject, Engine } from './engine';
import { visible } from './escape';
import type { Source } from './sources';

/** What the steps of one `check` share. */
export interface Session {
  readonly engine: Engine;
  readonly project: CheckProject;
  readonly cwd: string;
  readonly sources: readonly Source[];
  /** Texts after fixing, by URI; of files that changed only. */
  readonly fixed: Map<string, string>;
  /** One line for standard error each; any of them makes the exit code 2. */
  readonly troubles: string[];
  /** URIs of configs that the checked files depend on. */
  readonly configs: Set<string>;
}

/** Does one file's part of the work; whatever goes wrong becomes a line, and the next file is looked at all the same. */
export async function guarded(session: Session, path: string, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    session.troubles.push(error instanceof Failure ? error.message : `${visible(path)}：程序出错，${visible(reason)}`);
  }
}
