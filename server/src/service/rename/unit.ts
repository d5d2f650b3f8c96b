import { splitUnits } from '../../domain/unit-split';
import { locate } from '../../model/locate';
import type { Registry } from '../../model/registry';
import { valueIn } from '../../rules/shared/scalar-edit';
import { placeOf } from '../../rules/shared/unit-uses';
import type { Checked } from '../../workspace/project';
import type { ScalarNode } from '../../yaml/nodes';
import { registryOf, type UnitPlace, unitAt, unitPlaces, unitPlacesIn } from '../unit-places';
import type { Workspace } from '../workspace';
import { problem, type RenameSpot, type Renaming } from './renaming';

/** Control characters, line and paragraph separators: nothing that a name in a list can hold. */
const CONTROL = /[\p{Cc}\u2028\u2029\uFEFF]/u;

/** The name of the unit at an offset; undefined where none is named. */
export function unitSpot(file: Checked, offset: number): RenameSpot | undefined {
  const node = nameNodeAt(file, offset);
  if (!node) return undefined;
  return { range: file.document.lines.range(placeOf({ node })), placeholder: writtenName(node) };
}

/**
 * Gives a unit another name wherever it goes by the name at the offset: in the registry, and in all files that use it. Its
 * other names stay, and the old one is not kept as 曾用名, because a renaming here corrects a name; a body that was renamed
 * is entered by hand. A string that the registry lacks is renamed in this file only.
 */
export async function renameUnit(
  workspace: Workspace,
  file: Checked,
  offset: number,
  typed: string,
): Promise<Renaming | undefined> {
  const node = nameNodeAt(file, offset);
  const unit = unitAt(file, offset);
  if (!node || unit === undefined) return undefined;
  const old = writtenName(node);
  const name = typed.trim();
  if (name === old) return { files: [] };
  const registry = registryOf(file);
  const fault = faultOf(name, old, registry?.find(unit) ? registry : undefined);
  if (fault) return fault;
  const here = unitPlacesIn(file, unit);
  if (!here.some((place) => place.node === node)) return undefined;
  const found = registry?.find(unit) ? await unitPlaces(workspace, file, unit) : [{ uri: file.uri, places: here }];
  const files = found.map(({ uri, places }) => ({
    uri,
    edits: places.filter((place) => place.name === old).map((place) => editOf(place, name)),
  }));
  return { files: files.filter(({ edits }) => edits.length > 0) };
}

function editOf({ range, node }: UnitPlace, name: string) {
  return { range, newText: valueIn(node, name) };
}

/** @param registry undefined where the unit is in none: then the new name may be one that is registered */
function faultOf(name: string, old: string, registry: Registry | undefined): ReturnType<typeof problem> | undefined {
  if (name === '') return problem('empty');
  if (CONTROL.test(name)) return problem('oneLine');
  const holder = registry?.find(name)?.unit;
  if (holder) return problem('taken', { name, unit: holder.name?.value.trim() ?? name });
  // 各乡镇、各部门 is one unit in spite of the sign; who renames such a one may keep it.
  const isSeveral = (text: string) => /\s/.test(text) || splitUnits(text, isOther(registry, old)) !== null;
  return isSeveral(name) && !isSeveral(old) ? problem('several', { name }) : undefined;
}

function isOther(registry: Registry | undefined, old: string): (name: string) => boolean {
  return (name) => name !== old && registry?.find(name) !== undefined;
}

function nameNodeAt({ document }: Checked, offset: number): ScalarNode | undefined {
  const { target } = locate(document, offset);
  const isName = target?.kind === 'unit' || target?.kind === 'unit-name';
  return isName && writtenName(target.node) !== '' ? target.node : undefined;
}

function writtenName({ value, raw }: ScalarNode): string {
  return value === null ? '' : typeof value === 'string' ? value.trim() : raw;
}
