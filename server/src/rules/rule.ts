import type { ConfigFile } from '../model/config';
import type { Corpus } from '../model/corpus';
import type { SourceDocument } from '../model/document';
import type { Registry } from '../model/registry';
import type { FileKind, IndicatorFile, RegistryFile } from '../model/types';
import type { Span, TextEdit } from '../text/span';
import type { Severity } from './finding';

/** What a rule looks at: one file, and what was found for it elsewhere. */
export interface Surroundings {
  /** The units of this county; undefined where no registry was found. */
  readonly registry?: Registry;
  /** A registry that the file names but that could not be had. */
  readonly registryProblem?: 'missing' | 'unreadable' | 'itself' | 'not-a-registry';
  /** The central text that the file follows. */
  readonly corpus?: Corpus;
  /** False where 依据 names a corpus that is not to be had. */
  readonly corpusFound?: boolean;
}

interface FixReport<M extends string> {
  /** Key of the fix's title among the rule's messages. */
  readonly title: M;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly edits: readonly TextEdit[];
  readonly safe: boolean;
  /** Another file that the edits change. */
  readonly uri?: string;
}

export interface Report<M extends string> {
  readonly at: Span;
  readonly message: M;
  readonly data?: Readonly<Record<string, string | number>>;
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  readonly related?: readonly {
    readonly span: Span;
    readonly message: M;
    readonly data?: Readonly<Record<string, string | number>>;
    readonly uri?: string;
  }[];
  readonly fixes?: readonly FixReport<M>[];
  readonly tag?: 'unnecessary' | 'deprecated';
}

/** The model that a rule for these kinds of file gets. */
export interface Models {
  zhibiao: IndicatorFile;
  yaoqiu: IndicatorFile;
  danwei: RegistryFile;
  config: ConfigFile;
}

export interface RuleContext<K extends FileKind, M extends string> extends Surroundings {
  readonly document: SourceDocument;
  readonly file: Models[K];
  report(report: Report<M>): void;
}

export interface RuleDefinition<K extends FileKind, M extends string> {
  readonly id: string;
  /** One sentence for lists and settings. */
  readonly summary: string;
  readonly severity: Severity;
  /** True if any of its findings may carry a fix. */
  readonly fixable: boolean;
  readonly kinds: readonly K[];
  /** All sentences of the rule, titles of fixes included; `{name}` is a gap. */
  readonly messages: Readonly<Record<M, string>>;
  check(context: RuleContext<K, M>): void;
}

export type Rule = RuleDefinition<FileKind, string>;

/** Types a rule by its own kinds and message keys; the engine sees it as any rule. */
export function defineRule<K extends FileKind, const M extends string>(rule: RuleDefinition<K, M>): Rule {
  return rule as unknown as Rule;
}

export const INDICATOR_KINDS = ['zhibiao'] as const;
export const ALL_KINDS = ['zhibiao', 'yaoqiu', 'danwei', 'config'] as const;
