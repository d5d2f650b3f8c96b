import type { UnitKey } from '../model/keys';
import { locate } from '../model/locate';
import { createRegistry, type NameForm, namesOf, type Registry } from '../model/registry';
import type { IndicatorFile, RegistryFile, RegistryUnit, Text } from '../model/types';
import { identify, placeOf, unitUses } from '../rules/shared/unit-uses';
import type { Range } from '../text/lines';
import type { Checked } from '../workspace/project';
import type { ScalarNode } from '../yaml/nodes';
import type { Workspace } from './workspace';

/** How a place names a unit: in a list of an item, from another unit of the registry, or as one of the unit's own names. */
export type UnitRole = UnitKey | '成员' | '挂牌于' | '承继' | '名称' | '全称' | '别名' | '曾用名';

export interface UnitPlace {
  readonly role: UnitRole;
  /** As written, blanks around it removed. */
  readonly name: string;
  /** The characters of the name, without quotes. */
  readonly range: Range;
  /** Its `place` holds until the next await only. */
  readonly node: ScalarNode;
}

/** The places of one file, in its order. */
export interface UnitPlaces {
  readonly uri: string;
  readonly places: readonly UnitPlace[];
}

const NAME_ROLES: Readonly<Record<NameForm, UnitRole>> = {
  name: '名称',
  'full-name': '全称',
  alias: '别名',
  'former-name': '曾用名',
};
const DECLARATIONS: ReadonlySet<UnitRole> = new Set(Object.values(NAME_ROLES));

/** True for a place where the registry gives a unit one of its names. */
export function isDeclaration({ role }: Pick<UnitPlace, 'role'>): boolean {
  return DECLARATIONS.has(role);
}

const own = new WeakMap<RegistryFile, Registry>();

/** The registry that the names in a file are looked up in; for a registry's file the one that it holds. */
export function registryOf({ uri, document, surroundings }: Checked): Registry | undefined {
  if (document.kind !== 'danwei') return surroundings.registry;
  const file = document.model as RegistryFile;
  const source = { lines: document.lines, list: file.list };
  const registry = own.get(file) ?? createRegistry(uri, file.units, file.county?.value, source);
  own.set(file, registry);
  return registry;
}

/** The entry of a registry's list that has a scalar among its names. */
export function unitNamedBy(units: readonly RegistryUnit[], node: ScalarNode): RegistryUnit | undefined {
  return units.find((unit) => namesOf(unit).some(({ text }) => text.node === node));
}

/**
 * The name of the unit at an offset, to be handed to {@link unitPlaces}: one that the registry knows it by, else the string
 * as written. Undefined where no unit is named.
 */
export function unitAt(file: Checked, offset: number): string | undefined {
  const { target } = locate(file.document, offset);
  if (target?.kind !== 'unit' && target?.kind !== 'unit-name') return undefined;
  const registry = registryOf(file);
  const written = String(target.node.value ?? '').trim();
  const unit =
    target.kind === 'unit-name' ? unitNamedBy(listedUnits(file), target.node) : registry?.find(written)?.unit;
  // Of two entries that share a name only one is found by it.
  const names = unit ? namesOf(unit).map(({ text }) => text.value.trim()) : [];
  return names.find((name) => registry?.find(name)?.unit === unit) ?? (written === '' ? undefined : written);
}

/**
 * All places that name a unit, by any of its names: the unit lists of 三级指标 and 附加项 in every file that uses the same
 * registry, 成员, 挂牌于 and 承继 of other units, and the unit's own names in the registry. Running text (内容, 报送资料,
 * 说明) is not searched. A string that the registry lacks is one unit with the same string elsewhere.
 * @param file whose registry counts; its places come first, those of the registry last
 * @param name any name of the unit
 * @param isCancelled asked before each further file is read; once true, what was found so far is all
 */
export async function unitPlaces(
  workspace: Workspace,
  file: Checked,
  name: string,
  isCancelled: () => boolean = () => false,
): Promise<UnitPlaces[]> {
  const found = [{ uri: file.uri, places: unitPlacesIn(file, name) }];
  for (const uri of otherFiles(workspace, file, name)) {
    if (isCancelled()) break;
    const other = await workspace.read(uri);
    if (other) found.push({ uri, places: unitPlacesIn(other, name) });
  }
  return found.filter(({ places }) => places.length > 0);
}

/** The places of one file, in its order. See {@link unitPlaces}. */
export function unitPlacesIn(file: Checked, name: string): UnitPlace[] {
  const { kind, lines, model } = file.document;
  const registry = registryOf(file);
  const wanted = identify(name, registry);
  const isWanted = ({ value }: Text) => value.trim() !== '' && identify(value, registry) === wanted;
  const found = new Map<ScalarNode, UnitPlace>();
  // A node that a YAML alias repeats stands in the text once.
  const add = (role: UnitRole, text: Text) =>
    found.set(text.node, {
      role,
      name: text.value.trim(),
      range: lines.range(placeOf(text)),
      node: text.node,
    });
  if (kind === 'zhibiao' || kind === 'yaoqiu') {
    for (const use of unitUses(model as IndicatorFile)) if (isWanted(use)) add(use.list.role, use);
  }
  for (const unit of listedUnits(file)) {
    if (unit === wanted) for (const { text, form } of namesOf(unit)) add(NAME_ROLES[form], text);
    for (const text of unit.members) if (isWanted(text)) add('成员', text);
    for (const text of unit.successors) if (isWanted(text)) add('承继', text);
    if (unit.host && isWanted(unit.host)) add('挂牌于', unit.host);
  }
  return [...found.values()].sort((a, b) => a.node.place.start - b.node.place.start);
}

/** The units of a registry's file, or those that an indicator file lists itself. */
export function listedUnits({ document: { kind, model } }: Checked): readonly RegistryUnit[] {
  if (kind === 'danwei') return (model as RegistryFile).units;
  return kind === 'zhibiao' ? ((model as IndicatorFile).inlineUnits ?? []) : [];
}

/** URIs of the other files that may name a unit, the registry last. */
function otherFiles({ index }: Workspace, file: Checked, name: string): string[] {
  const registry = registryOf(file);
  if (!registry) return [];
  const unit = registry.find(name)?.unit;
  const names = new Set(unit ? namesOf(unit).map(({ text }) => text.value.trim()) : [name.trim()]);
  const users = index
    .files()
    .filter((summary) => summary.registry === registry.uri && summary.uri !== registry.uri)
    .filter(({ items }) => items.some(({ units }) => units.some((use) => names.has(use.name))));
  return [...users.map(({ uri }) => uri), registry.uri].filter((uri) => uri !== file.uri);
}
