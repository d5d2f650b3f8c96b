import type { ConfigFile } from '../model/config';
import type { Corpus } from '../model/corpus';
import type { SourceDocument } from '../model/document';
import type { Registry } from '../model/registry';
import type { FileKind, Indicator, IndicatorFile, KeyedText, RegistryFile, Section, Text } from '../model/types';
import type { Span, TextEdit } from '../text/span';
import type { Severity } from './finding';

/** What a rule looks at: one file, and what was found for it elsewhere. */
export interface Surroundings {
  /** The units of this county; undefined where no registry was found. */
  readonly registry?: Registry;
  /** A registry that the file names but that could not be had. */
  readonly registryProblem?: RegistryProblem;
  /** The central text that the file follows. */
  readonly corpus?: Corpus;
  /** False where 依据 names a corpus that is not to be had. */
  readonly corpusFound?: boolean;
  /** Of a configuration: the registries and corpora that it names but that could not be had. */
  readonly lostPaths?: readonly {
    readonly path: Text;
    readonly problem: RegistryProblem | 'no-corpus' | 'not-a-corpus';
  }[];
}

export type RegistryProblem = 'missing' | 'unreadable' | 'itself' | 'not-a-registry';

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

/** What a rule may look at. */
export interface RuleScene<K extends FileKind> extends Surroundings {
  readonly document: SourceDocument;
  readonly file: Models[K];
}

export type Reporter<M extends string> = (report: Report<M>) => void;

export interface RuleContext<K extends FileKind, M extends string> extends RuleScene<K> {
  readonly report: Reporter<M>;
}

interface RuleMeta<K extends FileKind, M extends string> {
  readonly id: string;
  /** One sentence for lists and settings. */
  readonly summary: string;
  readonly severity: Severity;
  /** True if any of its findings may carry a fix. */
  readonly fixable: boolean;
  readonly kinds: readonly K[];
  /** All sentences of the rule, titles of fixes included; `{name}` is a gap. */
  readonly messages: Readonly<Record<M, string>>;
}

/** A rule that looks at the whole file each time. */
export interface FileRule<K extends FileKind, M extends string> extends RuleMeta<K, M> {
  readonly scope?: 'file';
  check(context: RuleContext<K, M>): void;
}

/** What an inspection noted of one item or of the texts of one section, for the rule to conclude from. */
export interface Fact<F, O = Indicator> {
  readonly item: O;
  readonly fact: F;
}

interface InspectingRule<K extends FileKind, M extends string> extends RuleMeta<K, M> {
  /** All that inspections read besides the item, its section left out; kept results stand as long as each is the same object or value. */
  reads?(scene: RuleScene<K>): readonly unknown[];
}

/**
 * A rule that looks at each 三级指标 and each entry of 附加项 by itself. After an edit only the items that changed are inspected;
 * of the others the reports and facts are kept, and move with the item.
 */
export interface ItemRule<K extends FileKind, M extends string, F> extends InspectingRule<K, M> {
  readonly scope: 'item';
  /**
   * Makes ready to inspect. Whatever the function it returns reports of this file has to lie within the item, and the places
   * in a fact have to be ones that move along (`Place`, leaves).
   * @returns a function that reports what is wrong with an item, and returns what {@link conclude} has to know of it, if anything
   */
  inspect(scene: RuleScene<K>): (item: Indicator, report: Reporter<M>) => F | undefined;
  /**
   * What takes the whole file, and what stands outside the items. Runs each time.
   * @param facts of the items that have any, those of 附加项 last
   */
  conclude?(context: RuleContext<K, M>, facts: readonly Fact<F>[]): void;
}

/** A rule that looks at the texts of each item, and at those that a section has beside its items, in the same way. */
export interface TextRule<K extends FileKind, M extends string, F> extends InspectingRule<K, M> {
  readonly scope: 'texts';
  /** As of an {@link ItemRule}, for the texts of one item or one section. */
  inspect(scene: RuleScene<K>): (texts: readonly KeyedText[], report: Reporter<M>) => F | undefined;
  conclude?(context: RuleContext<K, M>, facts: readonly Fact<F, Indicator | Section>[]): void;
}

export type Rule =
  | FileRule<FileKind, string>
  | ItemRule<FileKind, string, unknown>
  | TextRule<FileKind, string, unknown>;

/** Types a rule by its own kinds and message keys; the engine sees it as any rule. */
export function defineRule<K extends FileKind, const M extends string>(
  rule: FileRule<K, M>,
): FileRule<FileKind, string> {
  return rule as unknown as FileRule<FileKind, string>;
}

/** The same for a rule that inspects items. */
export function defineItemRule<K extends FileKind, const M extends string, F = never>(rule: ItemRule<K, M, F>): Rule {
  return rule as unknown as Rule;
}

/** The same for a rule that inspects texts. */
export function defineTextRule<K extends FileKind, const M extends string, F = never>(rule: TextRule<K, M, F>): Rule {
  return rule as unknown as Rule;
}

export const INDICATOR_KINDS = ['zhibiao'] as const;
export const ALL_KINDS = ['zhibiao', 'yaoqiu', 'danwei', 'config'] as const;
