import type { Location } from 'vscode-languageserver-types';
import type { Checked } from '../workspace/project';
import { centralItemsAt } from './central-items';
import { indicatorFile, itemsAt, locateMeant, referencesTo } from './item-places';
import { isDeclaration, type UnitPlace, type UnitRole, unitAt, unitPlaces } from './unit-places';
import type { Workspace } from './workspace';

/** Who leads stands first, then who answers, who helps, and what the registry says. */
const ROLES: readonly UnitRole[] = ['牵头单位', '责任单位', '配合单位', '成员', '挂牌于', '承继'];

/**
 * The uses of the thing at an offset: of a unit, all items of all files that name it (so this is also the list of a unit's
 * items) and other units of the registry; of an item, the texts and groups that refer to it; of a central item, the
 * counties' items that answer to it as well.
 * @param includeDeclaration also the names of a unit in the registry, or the 序号 of the item
 * @param isCancelled asked before each further file is read
 */
export async function references(
  workspace: Workspace,
  file: Checked,
  offset: number,
  includeDeclaration: boolean,
  isCancelled?: () => boolean,
): Promise<Location[]> {
  const unit = unitAt(file, offset);
  if (unit === undefined) return itemReferences(workspace, file, offset, includeDeclaration);
  const found = await unitPlaces(workspace, file, unit, isCancelled);
  return found.flatMap(({ uri, places }) =>
    places
      .filter((place) => includeDeclaration || !isDeclaration(place))
      // Sorting keeps the order of the file within a role.
      .sort((a, b) => rankOf(a) - rankOf(b))
      .map(({ range }) => ({ uri, range })),
  );
}

function rankOf(place: UnitPlace): number {
  const rank = ROLES.indexOf(place.role);
  return rank < 0 ? ROLES.length : rank;
}

function itemReferences(workspace: Workspace, file: Checked, offset: number, includeDeclaration: boolean): Location[] {
  const model = indicatorFile(file);
  if (!model) return [];
  const { lines } = file.document;
  const located = locateMeant(file, offset);
  const spans = itemsAt(model, located).flatMap((item) => [
    ...(includeDeclaration ? [item.number?.node.place ?? item.head] : []),
    ...referencesTo(model, item),
  ]);
  const asksCentre = model.kind === 'yaoqiu' || located.target?.kind === 'corresponds';
  const answers = (asksCentre ? centralItemsAt(file, located) : []).flatMap(({ edition, number }) =>
    workspace.index.elsewhere(edition, number, ''),
  );
  return unique([
    ...spans.map((span) => ({ uri: file.uri, range: lines.range(span) })),
    ...answers.map(({ file: { uri }, item: { range } }) => ({ uri, range })),
  ]);
}

/** Two items of one range are referred to by the same place. */
function unique(locations: readonly Location[]): Location[] {
  const key = ({ uri, range: { start, end } }: Location) =>
    `${start.line}:${start.character}-${end.line}:${end.character} ${uri}`;
  return [...new Map(locations.map((location) => [key(location), location])).values()];
}
