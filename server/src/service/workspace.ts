import type { Checked } from '../workspace/project';
import type { WorkspaceIndex } from '../workspace/workspace-index';
import type { Renderer } from './messages';
import type { FeatureSettings } from './settings';

/** What a language feature may look at besides the file that the cursor is in. */
export interface Workspace {
  readonly index: WorkspaceIndex;
  /** Chinese, or English for a client that asks for it. */
  readonly render: Renderer;
  readonly settings: FeatureSettings;
  /** The day of the user, ISO: 2021-11-20. */
  readonly today: string;
  /**
   * A file as it is open or on disk, or undefined where there is none. Use it before the next await: a newer version takes
   * its parts over.
   */
  read(uri: string): Promise<Checked | undefined>;
}
