import type { RuleSeverities } from '../rules/engine';

/** What a person set outside the files. Paths are URIs. */
export interface Settings {
  /** True for the settings of an editor: `zhibiao.config.yaml`, which all who work on the files share, wins over them. */
  readonly yielding?: boolean;
  readonly rules?: RuleSeverities;
  readonly registry?: string;
  readonly corpora?: readonly string[];
  /** Instead of the nearest `zhibiao.config.yaml`. */
  readonly configFile?: string;
}

/** Settings for the files below a folder. */
export interface FolderSettings {
  /** URI without a trailing slash. */
  readonly folder: string;
  readonly settings: Settings;
}
