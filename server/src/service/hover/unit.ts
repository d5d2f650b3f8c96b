import { createRegistry, type KnownName, namesOf, type Registry } from '../../model/registry';
import type { IndicatorFile, RegistryFile, RegistryUnit } from '../../model/types';
import { retirementReader } from '../../rules/shared/retirement';
import { namesIn, unitReader } from '../../rules/shared/unit-reading';
import { suggester } from '../../rules/unit-unknown';
import { fileName } from '../../workspace/uris';
import { oneLine } from '../one-line';
import { overviewOf, type UnitOverview, usesAcross } from '../unit-card';
import { groupBy, type HoverContext, indicatorFile, nameList, phrase, say } from './context';
import { dayText, leftText } from './days';
import { hoverPhrases } from './phrases';

const MAX_FILES = 5;
const LONGEST_NAME = 60;

/** A unit that an item or another unit names. */
export function unitCard(context: HoverContext, written: string): string {
  const { format, file } = context;
  const name = written.trim();
  const registry = registryOf(context);
  const known = registry?.find(name);
  const model = indicatorFile(file);
  return format.parts([
    known && registry
      ? registered(context, known, name, registry)
      : unregistered(context, name, registry, model?.county?.value),
    model ? inFile(context, name) : known && across(context, known.unit),
  ]);
}

const ownRegistries = new WeakMap<RegistryFile, Registry>();

/** The registry that a file follows, or the one that it is. */
function registryOf({ file }: HoverContext): Registry | undefined {
  if (file.document.kind !== 'danwei') return file.surroundings.registry;
  const model = file.document.model as RegistryFile;
  const registry = ownRegistries.get(model) ?? createRegistry(file.uri, model.units, model.county?.value);
  ownRegistries.set(model, registry);
  return registry;
}

function registered(context: HoverContext, { unit, form }: KnownName, written: string, registry: Registry): string {
  const { format } = context;
  const name = oneLine(namesOf(unit)[0]?.text.value ?? '', LONGEST_NAME);
  const text = oneLine(written, LONGEST_NAME);
  const fact = (template: string, value: string | undefined) =>
    value === undefined ? [] : [say(context, template, { name: oneLine(value, LONGEST_NAME) })];
  const names = (template: string, list: readonly string[]) =>
    list.length > 0 ? [say(context, template, { names: nameList(context, list) })] : [];
  const values = (list: readonly { value: string }[]) => list.map(({ value }) => value.trim());
  const groups = registry.units.filter(({ members }) =>
    members.some(({ value }) => registry.find(value)?.unit === unit),
  );
  return format.blocks([
    format.strong(format.text(name)),
    ...(form === 'full-name' && text !== name ? [say(context, hoverPhrases.isFullName, { text, name })] : []),
    ...(form === 'alias' ? [say(context, hoverPhrases.isAlias, { text, name })] : []),
    ...retirement(context, written, registry, unit),
    format.list([
      ...fact(hoverPhrases.fullName, unit.fullName?.value),
      ...names(hoverPhrases.aliases, values(unit.aliases)),
      ...fact(hoverPhrases.category, unit.category?.value),
      ...fact(hoverPhrases.host, unit.host?.value),
      ...names(hoverPhrases.members, values(unit.members)),
      ...names(
        hoverPhrases.memberOf,
        groups.flatMap((group) => namesOf(group)[0]?.text.value.trim() ?? []),
      ),
      ...names(hoverPhrases.formerNames, values(unit.formerNames)),
    ]),
  ]);
}

/** That a name or a unit is no longer in use, and who took its place. */
function retirement(context: HoverContext, written: string, registry: Registry, unit: RegistryUnit): string[] {
  const file = indicatorFile(context.file) ?? NO_FILE;
  const retired = retirementReader(registry, file as IndicatorFile)(written);
  const text = oneLine(written, LONGEST_NAME);
  const names = retired ? nameList(context, retired.successors) : '';
  const lines: string[] = [];
  if (retired?.kind === 'renamed' && names) lines.push(say(context, hoverPhrases.isFormerName, { text, names }));
  if (unit.closed) {
    const name = oneLine(namesOf(unit)[0]?.text.value ?? '', LONGEST_NAME);
    lines.push(say(context, hoverPhrases.closed, { name, date: oneLine(unit.closed.value, 20) }));
    if (retired?.kind === 'closed' && names) lines.push(say(context, hoverPhrases.successors, { names }));
  }
  return lines;
}

/** A registry was issued on no certain day: what is closed is closed. */
const NO_FILE: Pick<IndicatorFile, 'issued'> = {};

function unregistered(
  context: HoverContext,
  name: string,
  registry: Registry | undefined,
  county: string | undefined,
): string {
  const { format } = context;
  const text = oneLine(name, LONGEST_NAME);
  if (!registry) {
    return format.blocks([format.strong(format.text(text)), say(context, hoverPhrases.noRegistry)]);
  }
  const reading = unitReader(registry, county)(name);
  const lacks = say(context, hoverPhrases.unknownUnit, { text });
  if (reading.kind === 'split') {
    const [only = '', ...others] = namesIn(name, reading);
    const data = { text, name: only, names: nameList(context, [only, ...others]) };
    const template = others.length === 0 ? hoverPhrases.blankInside : hoverPhrases.severalUnits;
    return say(context, template, data);
  }
  if (reading.kind === 'level') {
    return format.blocks([lacks, say(context, hoverPhrases.otherLevel, { name: reading.name })]);
  }
  const near = suggester(registry)(name);
  return format.blocks([
    lacks,
    near.length > 0 ? say(context, hoverPhrases.nearNames, { names: nameList(context, near) }) : undefined,
  ]);
}

function inFile(context: HoverContext, name: string): string {
  const { file, workspace, format } = context;
  const overview = overviewOf(file, name, workspace.today);
  if (!overview) return say(context, hoverPhrases.unitIdle);
  return format.blocks([
    say(context, hoverPhrases.unitItems, { roles: rolesOf(context, overview.items) }),
    nextDeadline(context, overview.nextDeadline),
  ]);
}

/** 牵头3项、责任5项: what a unit does, and how often. */
function rolesOf(context: HoverContext, uses: readonly { readonly role: string }[]): string {
  const roles = [
    ['牵头单位', hoverPhrases.leads],
    ['责任单位', hoverPhrases.answers],
    ['配合单位', hoverPhrases.supports],
  ] as const;
  const parts = roles.flatMap(([role, template]) => {
    const count = uses.filter((use) => use.role === role).length;
    return count > 0 ? [phrase(context, template, { count })] : [];
  });
  return parts.join('、');
}

function nextDeadline(context: HoverContext, next: UnitOverview['nextDeadline']): string | undefined {
  if (!next) return undefined;
  const { item, iso } = next;
  const data = { date: dayText(context, iso), left: leftText(context, iso), number: item.number?.value ?? '' };
  const isPlain = item.number !== undefined && item.extra === undefined;
  return say(context, isPlain ? hoverPhrases.nextDeadline : hoverPhrases.nextExtraDeadline, data);
}

/** Where the files of the workspace name a unit of the registry at hand. */
function across(context: HoverContext, unit: RegistryUnit): string {
  const { file, workspace, format } = context;
  const byFile = groupBy(usesAcross(workspace.index, file.uri, unit), (use) => use.file);
  if (byFile.size === 0) return say(context, hoverPhrases.unitUnused);
  const lines = [...byFile]
    .slice(0, MAX_FILES)
    .map(([{ uri }, uses]) =>
      say(context, hoverPhrases.unitUse, { file: fileName(uri), roles: rolesOf(context, uses) }),
    );
  return format.blocks([
    say(context, hoverPhrases.unitUses),
    format.list(lines),
    byFile.size > lines.length ? say(context, hoverPhrases.more, { count: byFile.size - lines.length }) : undefined,
  ]);
}
