import { type Correspondence, correspondences } from '../model/correspondence';
import type { UnitKey } from '../model/keys';
import type { FileKind, Indicator, IndicatorFile, RegistryFile, Section } from '../model/types';
import type { Range } from '../text/lines';
import type { Checked } from './project';

/** A 三级指标 or an entry of 附加项, as other files need to know it. */
export interface ItemSummary {
  readonly number?: number;
  /** 序号 of the one item of the corpus that it certainly answers to. */
  readonly target?: number;
  readonly content: string;
  readonly units: readonly { readonly role: UnitKey | '成员'; readonly name: string }[];
  readonly deadlines: readonly string[];
  readonly evidence: readonly string[];
  /** Of its first key. */
  readonly range: Range;
}

export interface SectionSummary {
  readonly level: 1 | 2;
  readonly title: string;
  readonly range: Range;
  readonly sections: readonly SectionSummary[];
  readonly items: readonly ItemSummary[];
}

/** What other files need to know of a file: strings and places, no tree. */
export interface FileSummary {
  readonly uri: string;
  readonly kind: FileKind;
  readonly title?: string;
  readonly county?: string;
  /** 名称 of the corpus that the file follows. */
  readonly edition?: string;
  /** URI of the registry in use. */
  readonly registry?: string;
  readonly sections: readonly SectionSummary[];
  /** All items, those of 附加项 included. */
  readonly items: readonly ItemSummary[];
  /** Names of the units of a registry. */
  readonly registered: readonly { readonly name: string; readonly range: Range }[];
}

/** Sums a file up. */
export function summarize({ uri, document, surroundings }: Checked): FileSummary {
  const { kind, lines, model } = document;
  const empty = { uri, kind, sections: [], items: [], registered: [] };
  if (kind === 'config') return empty;
  if (kind === 'danwei') {
    const { county, units } = model as RegistryFile;
    const registered = units.flatMap(({ name }) =>
      name ? [{ name: name.value.trim(), range: lines.range(name.node.place) }] : [],
    );
    return { ...empty, registered, ...(county && { county: county.value }) };
  }
  const file = model as IndicatorFile;
  const { corpus, registry } = surroundings;
  const answers = corpus && correspondences(file, corpus);
  const known = new Map<Indicator, ItemSummary>();
  const sum = (item: Indicator): ItemSummary => {
    const summary = known.get(item) ?? summarizeItem(item, answers?.of(item), lines.range(item.head));
    known.set(item, summary);
    return summary;
  };
  const sumSection = (section: Section): SectionSummary => ({
    level: section.level,
    title: section.title?.value ?? '',
    range: lines.range(section.title?.node.place ?? section.head),
    sections: section.sections.map(sumSection),
    items: section.items.map(sum),
  });
  const items = [...file.items, ...file.extras.flatMap((extra) => extra.items)].map(sum);
  return {
    ...empty,
    sections: file.sections.map(sumSection),
    items,
    ...(file.title && { title: file.title.value }),
    ...(file.county && { county: file.county.value }),
    ...(corpus && { edition: corpus.name }),
    ...(registry && { registry: registry.uri }),
  };
}

function summarizeItem(item: Indicator, answer: Correspondence | undefined, range: Range): ItemSummary {
  const target = answer?.certain ? answer.target?.number?.value : undefined;
  return {
    content: item.content?.value ?? '',
    units: item.units.flatMap(({ role, units }) => units.map(({ value }) => ({ role, name: value.trim() }))),
    deadlines: item.deadlines.map(({ text }) => text.value),
    evidence: item.evidence.map(({ value }) => value),
    range,
    ...(item.number && { number: item.number.value }),
    ...(target !== undefined && { target }),
  };
}
