import { commands, Disposable, TreeItemCollapsibleState } from 'vscode';
import { unitsRequest } from '../../../server/src/protocol/units';
import { goToCommand } from '../commands/goTo';
import { registerShowUnitList } from '../commands/unitList';
import { registerUnitMenu } from '../commands/unitMenu';
import type { ClientHost } from '../host';
import { createFollowingView, type Shown } from './followingView';
import { treeItem } from './treeItem';
import { type UnitElement, type UnitOrder, unitOrders, unitTree } from './unitTree';

/** Where the order is kept between sessions. */
const ORDER_KEY = 'zhibiao.units.order';

/** The 单位 tree: each unit of the file, what it is to its items, and their deadlines. */
export function registerUnitsView(host: ClientHost): Disposable {
  const { followed } = host;
  const { workspaceState } = host.context;
  const kept = workspaceState.get(ORDER_KEY);
  let order = unitOrders.find((one) => one === kept) ?? 'registry';
  const following = createFollowingView('zhibiao.units', followed, (uri) => read(host, uri, order));

  async function sort(by: UnitOrder): Promise<void> {
    order = by;
    following.refresh();
    await workspaceState.update(ORDER_KEY, by);
  }

  return Disposable.from(
    following,
    registerUnitMenu(),
    registerShowUnitList(host, () => [followed.document?.uri.toString(), following.uri]),
    commands.registerCommand('zhibiao.units.sortByRegistry', () => sort('registry')),
    commands.registerCommand('zhibiao.units.sortByName', () => sort('name')),
    commands.registerCommand('zhibiao.units.sortByItems', () => sort('items')),
    commands.registerCommand('zhibiao.units.sortByDeadline', () => sort('deadline')),
  );
}

/** A line of the view, with what the menu's commands need. */
export interface UnitLine {
  readonly uri: string;
  readonly element: UnitElement;
}

async function read(host: ClientHost, uri: string, order: UnitOrder): Promise<Shown<UnitLine> | undefined> {
  const answer = await host.request(unitsRequest, { uri });
  if (!answer) return undefined;
  const messages = host.messages.views;
  const tree = unitTree(answer, order, uri);
  const line = (element: UnitElement): UnitLine => ({ uri, element });
  return {
    uri,
    description: [answer.title, messages.units(answer.units.length), messages.sortedBy[order]]
      .filter(Boolean)
      .join(' · '),
    roots: tree.roots.map(line),
    empty: messages.noUnits,
    children: ({ element }) => tree.children(element).map(line),
    parent: ({ element }) => element.parent && line(element.parent),
    item({ element }) {
      const item = treeItem(element.id, tree.look(element, messages));
      if (element.kind === 'unit') item.collapsibleState = TreeItemCollapsibleState.Collapsed;
      if (element.kind === 'role') item.collapsibleState = TreeItemCollapsibleState.Expanded;
      if (element.kind === 'task') item.command = goToCommand(uri, element.task.range.start);
      return item;
    },
    at(position) {
      const element = tree.at(position);
      return element && line(element);
    },
  };
}
