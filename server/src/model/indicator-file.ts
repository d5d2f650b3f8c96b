import { parseHeading } from '../domain/heading';
import { parseGroup } from '../domain/reference';
import { attached } from '../text/attached';
import { child, type Node } from '../yaml/nodes';
import { type Reading, readDeadlines, readIndicator } from './indicator';
import { asMapping, defined, headOf, items, keySpan, number, text, texts } from './read';
import { readUnit } from './registry-file';
import { collectTexts } from './texts';
import {
  EXTRA_KEYS,
  type Extra,
  type Group,
  type Indicator,
  type IndicatorFile,
  type Method,
  type NumberedRun,
  type Phase,
  type Section,
} from './types';

const LEVEL_NAMES = ['一级指标', '二级指标', '三级指标'] as const;

/** Reads an indicator file (contract section 2) or a requirement corpus (section 4) from its tree. */
export function readIndicatorFile(root: Node | null, kind: 'zhibiao' | 'yaoqiu'): IndicatorFile {
  const year = number(root, '年度');
  const reading: Reading = { year: year?.value };
  const sections = items(child(root, '一级指标')).map((node) => readSection(node, 1, undefined, reading));
  const all = sections.flatMap(itemsUnder);
  const extras = readExtras(child(root, '附加项'), reading);
  const numbering = numberingOf(text(root, '编号')?.value, all);
  const names = texts(child(root, '层级名称'));
  const units = child(root, '单位名录');
  const period = child(root, '创建周期');
  const optional = {
    title: text(root, kind === 'zhibiao' ? '标题' : '名称'),
    county: text(root, '县区'),
    documentNumber: text(root, '文号'),
    issuer: text(root, '印发机关'),
    issued: text(root, '印发日期'),
    year,
    period: period ? defined({ from: text(period, '起'), to: text(period, '止') }) : undefined,
    basis: text(root, '依据'),
    formerEdition: text(root, '前版'),
    total: number(root, '指标总数'),
    totalScore: number(root, '总分'),
    registryPath: units?.kind === 'scalar' ? text(root, '单位名录') : undefined,
    inlineUnits: units?.kind === 'sequence' ? units.items.map(readUnit) : undefined,
    note: text(root, '说明'),
  };
  const own = new Set<Node>(sections.map(({ node }) => node));
  for (const extra of extras) for (const { node } of extra.items) own.add(node);
  return {
    kind,
    root: asMapping(root),
    isExtract: isExtract(text(root, '节选')?.value),
    numbering,
    levelNames: [
      names[0]?.value ?? LEVEL_NAMES[0],
      names[1]?.value ?? LEVEL_NAMES[1],
      names[2]?.value ?? LEVEL_NAMES[2],
    ],
    sections,
    items: all,
    extras,
    groups: items(child(root, '合并报送')).map(readGroup),
    phases: items(child(root, '阶段')).map((node) => readPhase(node, year?.value)),
    methods: items(child(root, '考核方式')).map(readMethod),
    grades: texts(child(root, '等次')),
    outerTexts: collectTexts(root, own),
    names: kind === 'yaoqiu' ? [...texts(child(root, '名称')), ...texts(child(root, '简称'))] : [],
    runs: numberedRuns(sections, all, extras, numbering),
    ...defined(optional),
  };
}

/** What is neither true nor false (节选: 是) is the schema's business; a file that speaks of it is likely to be one. */
function isExtract(value: string | undefined): boolean {
  return value !== undefined && !/^(?:false|否|不是|)$/i.test(value.trim());
}

/** Of a word that the schema does not know, the items tell what is meant: several are the first of their parent. */
function numberingOf(value: string | undefined, all: readonly Indicator[]): IndicatorFile['numbering'] {
  if (value === '分级') return 'by-parent';
  if (value === undefined || /^(?:连续)?$/.test(value.trim())) return 'continuous';
  return all.filter((item) => item.number?.value === 1).length > 1 ? 'by-parent' : 'continuous';
}

interface KnownSection {
  readonly section: Section;
  /** The latest one that the section is part of. */
  reading: Reading;
}

const known = attached<Node, KnownSection>();

/** Reads a section, or takes it over from an earlier version of the file, as {@link readIndicator} does with an item. */
function readSection(node: Node, level: 1 | 2, parent: Section | undefined, reading: Reading): Section {
  const earlier = known.get(node);
  if (earlier && earlier.reading === reading) return makeSection(node, level, parent, reading);
  if (earlier && earlier.reading.year === reading.year && earlier.section.level === level) {
    earlier.reading = reading;
    if (parent) (earlier.section as { parent: Section }).parent = parent;
    return earlier.section;
  }
  const section = makeSection(node, level, parent, reading);
  known.set(node, { section, reading });
  return section;
}

function makeSection(node: Node, level: 1 | 2, parent: Section | undefined, reading: Reading): Section {
  const title = text(node, '名称');
  const heading = title ? (parseHeading(title.value) ?? undefined) : undefined;
  const remark = text(node, '备注');
  const sections: Section[] = [];
  const own: Indicator[] = [];
  const parts = [...(level === 1 ? items(child(node, '二级指标')) : []), ...items(child(node, '三级指标'))];
  const section: Section = {
    level,
    node,
    head: title?.node.place ?? headOf(node),
    sections,
    items: own,
    texts: collectTexts(node, new Set(parts)),
    ...(title && { title }),
    ...(heading && { heading }),
    ...(remark && { remark }),
    ...(parent && { parent }),
  };
  if (level === 1) {
    for (const part of items(child(node, '二级指标'))) sections.push(readSection(part, 2, section, reading));
  }
  for (const part of items(child(node, '三级指标'))) own.push(readIndicator(part, reading, section));
  return section;
}

const under = attached<Section, readonly Indicator[]>();

/** All items under a section, those of its own first, as the file has them. */
export function itemsUnder(section: Section): readonly Indicator[] {
  const all = under.get(section) ?? [...section.items, ...section.sections.flatMap(itemsUnder)];
  under.set(section, all);
  return all;
}

function readExtras(node: Node | null | undefined, reading: Reading): Extra[] {
  return EXTRA_KEYS.flatMap((key) => {
    const value = child(node, key);
    const span = keySpan(node, key);
    if (!value || !span) return [];
    const list = value.kind === 'sequence' ? value : child(value, '条目');
    const limit = number(value, '上限');
    const entries = items(list).map((part) => readIndicator(part, reading, key));
    return [{ key, keySpan: span, items: entries, ...(limit && { limit }) }];
  });
}

function readGroup(node: Node): Group {
  const value = child(node, '指标');
  const written =
    value?.kind === 'sequence' ? texts(value).map((leaf) => Number(leaf.value)) : text(node, '指标')?.value;
  const targets = written === undefined ? undefined : (parseGroup(written) ?? undefined);
  const head = value ? value.place : headOf(node);
  return { head, evidence: texts(child(node, '资料')), ...(targets && { targets }), ...(value && { node: value }) };
}

function readPhase(node: Node, year: number | undefined): Phase {
  const name = text(node, '名称');
  const deadline = readDeadlines(child(node, '时间'), year)[0];
  return { node, ...defined({ name, deadline, content: text(node, '内容') }) };
}

function readMethod(node: Node): Method {
  return { node, ...defined({ name: text(node, '名称'), content: text(node, '内容'), score: number(node, '分值') }) };
}

function numberedRuns(
  sections: readonly Section[],
  all: readonly Indicator[],
  extras: readonly Extra[],
  numbering: IndicatorFile['numbering'],
): NumberedRun[] {
  const parents = sections
    .flatMap((section) => [section, ...section.sections])
    .filter((section) => section.items.length > 0);
  const runs = numbering === 'continuous' ? [all] : parents.map((section) => section.items);
  return [
    ...runs.map((run) => ({ label: '', items: run })),
    ...extras.map((extra) => ({ label: extra.key, items: extra.items })),
  ].filter((run) => run.items.length > 0);
}
