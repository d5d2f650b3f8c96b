import type { CodeLens, Location } from 'vscode-languageserver-types';
import { itemsUnder } from '../model/indicator-file';
import type { IndicatorFile, RegistryUnit, Section } from '../model/types';
import { showReferencesCommand } from '../protocol/commands';
import type { Finding, Message } from '../rules/finding';
import { identify } from '../rules/shared/unit-uses';
import type { Span } from '../text/span';
import type { Checked } from '../workspace/project';
import { hintPhrases } from './hint-phrases';
import { indicatorFile } from './item-places';
import { usesAcross } from './unit-card';
import { listedUnits, registryOf } from './unit-places';
import type { Workspace } from './workspace';

/** What a lens is about: the file, or the section or unit of this rank in the order of the file. */
interface LensData {
  readonly uri: string;
  readonly about: 'file' | 'section' | 'unit';
  readonly rank: number;
}

/**
 * Places for figures: above the file, every 一级 and 二级, and the units of a registry. The figures themselves cost more and are
 * worked out by {@link resolveCodeLens} for those that are seen.
 */
export function codeLenses({ settings }: Workspace, file: Checked): CodeLens[] {
  if (!settings.codeLens) return [];
  const { lines } = file.document;
  const lens = (about: LensData['about'], rank: number, place: Span): CodeLens => ({
    range: lines.range(place),
    data: { uri: file.uri, about, rank } satisfies LensData,
  });
  const model = indicatorFile(file);
  const head = model && headOf(model);
  return [
    ...(head ? [lens('file', 0, head)] : []),
    ...sectionsOf(model).map((section, rank) => lens('section', rank, section.title?.node.place ?? section.head)),
    ...listedUnits(file).flatMap(({ name }, rank) => (name ? [lens('unit', rank, name.node.place)] : [])),
  ];
}

/**
 * Gives a lens its words. One whose place is gone meanwhile says nothing.
 * @param canShow the client knows {@link showReferencesCommand}
 */
export function resolveCodeLens(workspace: Workspace, file: Checked, lens: CodeLens, canShow: boolean): CodeLens {
  const { about, rank } = (lens.data ?? {}) as Partial<LensData>;
  const model = indicatorFile(file);
  const unit = about === 'unit' ? listedUnits(file)[rank ?? -1] : undefined;
  if (unit) return { ...lens, command: unitCommand(workspace, file, unit, lens, canShow) };
  const section = about === 'section' ? sectionsOf(model)[rank ?? -1] : undefined;
  const messages = about === 'file' && model ? fileFigures(file, model) : section ? sectionFigures(file, section) : [];
  return { ...lens, command: { title: messages.map(workspace.render).join(' · '), command: '' } };
}

/** The key of the first line that is no comment. */
function headOf({ root }: IndicatorFile): Span | undefined {
  return root?.entries[0]?.key.place;
}

/** 一级 and 二级 in the order of the file. */
function sectionsOf(file: IndicatorFile | undefined): Section[] {
  return file?.sections.flatMap((section) => [section, ...section.sections]) ?? [];
}

function fileFigures({ surroundings: { corpus } }: Checked, { items, total, names }: IndicatorFile): Message[] {
  const count = items.length;
  // A corpus is an edition itself. There is room for a short name only.
  const known = corpus?.names ?? names.map(({ value }) => value);
  const [edition] = known.toSorted((a, b) => a.length - b.length);
  const wanted = total?.value ?? corpus?.total;
  if (edition === undefined) return [message('noEdition'), message('items', { count })];
  return [
    wanted === undefined
      ? message('file', { edition, count })
      : message('fileOfTotal', { edition, count, total: wanted }),
  ];
}

function sectionFigures({ findings, surroundings: { registry } }: Checked, section: Section): Message[] {
  const items = itemsUnder(section);
  const named = (role: string) =>
    new Set(
      items
        .flatMap((item) => item.units.filter((list) => list.role === role))
        .flatMap(({ units }) => units.map(({ value }) => identify(value, registry))),
    ).size;
  const leads = named('牵头单位');
  const answers = leads > 0 ? 0 : named('责任单位');
  const { start, end } = section.node.place;
  const inside = findings.filter(({ span }) => span.start >= start && span.start < end);
  const count = (severity: Finding['severity']) => inside.filter((finding) => finding.severity === severity).length;
  const [errors, warnings] = [count('error'), count('warning')];
  return [
    message('items', { count: items.length }),
    ...(leads > 0 ? [message('leads', { count: leads })] : []),
    ...(answers > 0 ? [message('answers', { count: answers })] : []),
    ...(errors > 0 ? [message('errors', { count: errors })] : []),
    ...(warnings > 0 ? [message('warnings', { count: warnings })] : []),
  ];
}

function unitCommand(
  { index, render }: Workspace,
  file: Checked,
  unit: RegistryUnit,
  { range }: CodeLens,
  canShow: boolean,
): NonNullable<CodeLens['command']> {
  const uses = usesAcross(index, registryOf(file)?.uri ?? file.uri, unit);
  const items = (role: string) => new Set(uses.flatMap((use) => (use.role === role ? [use.item] : []))).size;
  const figures = [
    message('leadsItems', { count: items('牵头单位') }),
    message('answersItems', { count: items('责任单位') }),
    message('helpsItems', { count: items('配合单位') }),
  ].filter(({ data }) => data.count !== 0);
  if (figures.length === 0) return { title: render(message('unitUnused')), command: '' };
  const title = figures.map(render).join(' · ');
  if (!canShow) return { title, command: '' };
  const locations = uses.map((use): Location => ({ uri: use.file.uri, range: use.item.range }));
  return { title, command: showReferencesCommand, arguments: [file.uri, range.start, locations] };
}

function message(key: keyof typeof hintPhrases, data: Message['data'] = {}): Message {
  return { template: hintPhrases[key], data };
}
