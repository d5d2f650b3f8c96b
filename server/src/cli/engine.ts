import type { SourceDocument } from '../model/document';
import type { FileKind } from '../model/types';
import type { RuleSeverities } from '../rules/engine';
import type { Finding, Severity } from '../rules/finding';
import type { Decoded } from '../text/decode';
import type { LineIndex } from '../text/lines';
import type { Files } from '../workspace/files';
import type { Project } from '../workspace/project';
import type { Settings as ProjectSettings } from '../workspace/settings';

export type { FileKind };

/** What a person set on the command line. */
export interface Settings {
  readonly rules?: RuleSeverities;
  /** URI of the config to use instead of the nearest `zhibiao.config.yaml`. */
  readonly configFile?: string;
}

export interface Checked {
  readonly document: { readonly lines: LineIndex; readonly model?: SourceDocument['model'] };
  readonly findings: readonly Finding[];
  /** URIs of the registry, corpora and config that were asked for, existing or not. */
  readonly dependencies: readonly string[];
}

export interface CheckOptions {
  readonly kind: FileKind;
  /** The encoding that the bytes were read as, if it was not UTF-8. */
  readonly encoding?: string;
}

/** What the command line needs of a project. */
export interface CheckProject {
  check(uri: string, text: string, options: CheckOptions): Promise<Checked>;
  /** The text after all safe fixes, to a fixed point. */
  fixAll(uri: string, text: string, options: CheckOptions): Promise<string>;
  /** From now on the file reads so, whatever the disk holds. */
  setOverlay(uri: string, text: string): void;
  /** Lines of another file that a finding speaks of. */
  linesOf(uri: string): Promise<LineIndex | undefined>;
}

export interface RuleInfo {
  readonly id: string;
  readonly severity: Severity;
  readonly fixable: boolean;
  /** One line in Chinese. */
  readonly summary: string;
}

/** The rooms below, as the command line sees them: main.ts hands in the real ones, a test its own. */
export interface Engine {
  /** @param files what the project reads registries, corpora and configs with */
  createProject(settings: Settings, files: Files): CheckProject;
  /** The whole engine on the files of this machine, for commands that do more than check. */
  openProject(settings: ProjectSettings): Project;
  /** The folders of this machine. */
  readonly files: Pick<Files, 'list'>;
  /** URIs of the files that come with the tool. */
  readonly builtin: readonly string[];
  /** Stands for the tool as it is, its own files included: another one may find something else. */
  readonly fingerprint: () => string;
  kindOf(path: string): FileKind | undefined;
  decode(bytes: Uint8Array): Decoded;
  readonly rules: readonly RuleInfo[];
  /** The page that explains a rule, where there is one. */
  readonly ruleUrl?: (id: string) => string | undefined;
  readonly version: string;
}
