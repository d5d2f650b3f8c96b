import type { Deadline, DeadlineFault } from '../domain/deadline';
import type { Heading } from '../domain/heading';
import type { parseGroup } from '../domain/reference';
import type { Span } from '../text/span';
import type { MappingNode, Node, ScalarNode } from '../yaml/nodes';
import type { UnitKey } from './keys';

export type FileKind = 'zhibiao' | 'danwei' | 'yaoqiu' | 'config';

/** A value and the scalar that it was read from. */
export interface Leaf<T> {
  readonly value: T;
  readonly node: ScalarNode;
}
export type Text = Leaf<string>;

/** A unit named in a list; the name is as written, blanks around it removed by YAML. */
export interface UnitRef extends Text {
  readonly list: UnitList;
}

/** `责任单位: [甲, 乙]`, the same as a block list, or one plain string. */
export interface UnitList {
  readonly role: UnitKey | '成员';
  readonly key: Span;
  readonly node: Node;
  readonly style: 'flow' | 'block' | 'single';
  readonly units: readonly UnitRef[];
}

export interface DeadlineEntry {
  readonly text: Text;
  readonly reading: Deadline | DeadlineFault;
  readonly task?: Text;
}

/**
 * Something that carries a serial number: a 三级指标 or an entry of 附加项. The same object in every version of a file that leaves
 * its text as it is: its places move along, and `section` is always that of the latest version.
 */
export interface Indicator {
  /** True where the entry could not be read; then only `number` may be known. */
  readonly damaged: boolean;
  readonly node: Node;
  /** What to point at when the whole entry is meant: its first key, or the damaged text. */
  readonly head: Span;
  readonly number?: Leaf<number>;
  readonly name?: Text;
  readonly content?: Text;
  readonly units: readonly UnitList[];
  readonly deadlines: readonly DeadlineEntry[];
  readonly evidence: readonly Text[];
  readonly score?: Leaf<number>;
  /** 对应: numbers of the corpus, or `none` for 无. */
  readonly corresponds?: { readonly numbers: readonly number[]; readonly none: boolean; readonly node: Node };
  readonly reason?: Text;
  readonly remark?: Text;
  /** 前版: numbers of the edition before, or `none` for 无; corpus only. */
  readonly formerly?: { readonly numbers: readonly number[]; readonly none: boolean };
  /** Corpus only. */
  readonly source?: Text;
  readonly certainty?: Text;
  /** 异文: how copies of the text read where they differ; corpus only. */
  readonly variants: readonly Text[];
  /** Every string of the entry, in order. */
  readonly texts: readonly KeyedText[];
  readonly section?: Section;
  /** 加分项, 否决项, 扣分项; undefined for a 三级指标. */
  readonly extra?: ExtraKey;
}

/** A 一级指标 or 二级指标. Like an {@link Indicator} the same object as long as nothing in it changes. */
export interface Section {
  readonly level: 1 | 2;
  readonly node: Node;
  readonly head: Span;
  readonly title?: Text;
  readonly heading?: Heading;
  readonly remark?: Text;
  /** Every string of the section itself, those of its sections and items left out; in order. */
  readonly texts: readonly KeyedText[];
  readonly parent?: Section;
  readonly sections: readonly Section[];
  /** Items directly under this section. */
  readonly items: readonly Indicator[];
}

export type ExtraKey = '加分项' | '否决项' | '扣分项';
export const EXTRA_KEYS: readonly ExtraKey[] = ['加分项', '否决项', '扣分项'];

export interface Extra {
  readonly key: ExtraKey;
  readonly keySpan: Span;
  readonly limit?: Leaf<number>;
  readonly items: readonly Indicator[];
}

export interface Phase {
  readonly node: Node;
  readonly name?: Text;
  readonly deadline?: DeadlineEntry;
  readonly content?: Text;
}

/** An entry of 考核方式. */
export interface Method {
  readonly node: Node;
  readonly name?: Text;
  readonly content?: Text;
  readonly score?: Leaf<number>;
}

/** 合并报送: items that hand in one set of evidence together. */
export interface Group {
  readonly head: Span;
  readonly targets?: NonNullable<ReturnType<typeof parseGroup>>;
  /** The scalar or sequence of 指标, to point at and to edit. */
  readonly node?: Node;
  readonly evidence: readonly Text[];
}

/** A run of serial numbers that ought to be 1..N. */
export interface NumberedRun {
  readonly label: string;
  readonly items: readonly Indicator[];
}

/** A text leaf with the key that it stands under. */
export interface KeyedText extends Text {
  readonly key: string;
}

export interface IndicatorFile {
  readonly kind: 'zhibiao' | 'yaoqiu';
  readonly root: MappingNode | undefined;
  readonly title?: Text;
  readonly county?: Text;
  readonly documentNumber?: Text;
  readonly issuer?: Text;
  readonly issued?: Text;
  readonly year?: Leaf<number>;
  readonly period?: { readonly from?: Text; readonly to?: Text };
  readonly basis?: Text;
  /** 前版: the edition that this one revises; corpus only. */
  readonly formerEdition?: Text;
  readonly isExtract: boolean;
  readonly total?: Leaf<number>;
  readonly numbering: 'continuous' | 'by-parent';
  readonly levelNames: readonly [string, string, string];
  readonly totalScore?: Leaf<number>;
  readonly registryPath?: Text;
  readonly inlineUnits?: readonly RegistryUnit[];
  readonly note?: Text;
  readonly sections: readonly Section[];
  /** All 三级指标 in the order of the file. */
  readonly items: readonly Indicator[];
  readonly extras: readonly Extra[];
  readonly groups: readonly Group[];
  readonly phases: readonly Phase[];
  readonly methods: readonly Method[];
  /** 等次. */
  readonly grades: readonly Text[];
  /** Every string outside the sections, the items and the entries of 附加项, which have their own; in order. */
  readonly outerTexts: readonly KeyedText[];
  /** Names of the corpus: 名称 and 简称 (corpus only). */
  readonly names: readonly Text[];
  readonly runs: readonly NumberedRun[];
}

export interface RegistryUnit {
  readonly node: Node;
  readonly name?: Text;
  readonly fullName?: Text;
  readonly aliases: readonly Text[];
  readonly formerNames: readonly Text[];
  readonly category?: Text;
  readonly host?: Text;
  readonly members: readonly Text[];
  readonly successors: readonly Text[];
  readonly closed?: Text;
}

export interface RegistryFile {
  readonly kind: 'danwei';
  readonly root: MappingNode | undefined;
  readonly county?: Text;
  readonly units: readonly RegistryUnit[];
  /** The sequence of 单位, where a unit can be added. */
  readonly list?: Node;
  readonly texts: readonly KeyedText[];
}
