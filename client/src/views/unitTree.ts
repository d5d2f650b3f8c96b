import type { Position } from 'vscode-languageserver-types';
import type { ItemOfUnits, UnitOfFile, UnitRole, UnitsOfFile, UnitTask } from '../../../server/src/protocol/units';
import type { ViewMessages } from './messages';
import { contains, type Look, siblingIds } from './tree';

/** Orders of the 单位 tree; `registry` is that of the answer. */
export const unitOrders = ['registry', 'name', 'items', 'deadline'] as const;
export type UnitOrder = (typeof unitOrders)[number];

/** A unit, below it what it is to its items (牵头, 责任, 配合), below that the items. */
export type UnitElement =
  | { readonly kind: 'unit'; readonly id: string; readonly unit: UnitOfFile; readonly parent: undefined }
  | { readonly kind: 'role'; readonly id: string; readonly role: UnitRole; readonly parent: UnitElementOf<'unit'> }
  | { readonly kind: 'task'; readonly id: string; readonly task: UnitTask; readonly parent: UnitElementOf<'role'> };
type UnitElementOf<K> = Extract<UnitElement, { kind: K }>;

export const unitRoles: readonly UnitRole[] = ['牵头单位', '责任单位', '配合单位'];

export interface UnitTree {
  readonly roots: readonly UnitElement[];
  children(element: UnitElement): readonly UnitElement[];
  /** The unit that is named where the cursor stands. */
  at(position: Position): UnitElement | undefined;
  look(element: UnitElement, messages: ViewMessages): Look;
}

/** @param prefix tells the trees of two files apart */
export function unitTree(answer: UnitsOfFile, order: UnitOrder, prefix: string): UnitTree {
  const { items } = answer;
  const units = sortUnits(answer.units, order);
  const ids = siblingIds(units.map(({ name }) => name));
  const roots = units.map(
    (unit, index): UnitElement => ({ kind: 'unit', id: `${prefix}/${ids[index]}`, unit, parent: undefined }),
  );
  return {
    roots,
    children,
    at: (position) =>
      roots.find((root) => root.kind === 'unit' && root.unit.tasks.some(({ range }) => contains(range, position))),
    look(element, messages) {
      if (element.kind === 'unit') return unitLook(element.unit, answer, messages);
      if (element.kind === 'role') return roleLook(element, messages);
      return shortened(taskLook(items[element.task.item], messages));
    },
  };
}

function children(element: UnitElement): readonly UnitElement[] {
  if (element.kind === 'unit') {
    const { id, unit } = element;
    const roles = unitRoles.filter((role) => unit.tasks.some((task) => task.role === role));
    return roles.map((role) => ({ kind: 'role', id: `${id}/${role}`, role, parent: element }));
  }
  if (element.kind === 'task') return [];
  return tasksIn(element.parent.unit, element.role).map((task) => ({
    kind: 'task',
    id: `${element.id}/${task.item}`,
    task,
    parent: element,
  }));
}

/** The tasks that a unit has in a role, in the order of the file. */
export function tasksIn({ tasks }: UnitOfFile, wanted: UnitRole): UnitTask[] {
  return tasks.filter(({ role }) => role === wanted);
}

/** Names by their pinyin; the most items, and the next deadline, first. Equal ones keep the order of the answer. */
export function sortUnits(units: readonly UnitOfFile[], order: UnitOrder): readonly UnitOfFile[] {
  if (order === 'name') {
    const { compare } = new Intl.Collator('zh');
    return units.toSorted((a, b) => compare(a.name, b.name));
  }
  if (order === 'items') {
    const counts = new Map(units.map((unit) => [unit, itemsOf(unit).size]));
    return units.toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
  }
  const never = '9999';
  const day = ({ nextDay = never }: UnitOfFile) => nextDay;
  return order === 'deadline' ? units.toSorted((a, b) => (day(a) < day(b) ? -1 : day(a) > day(b) ? 1 : 0)) : units;
}

function itemsOf({ tasks }: UnitOfFile): Set<number> {
  return new Set(tasks.map(({ item }) => item));
}

/** How many of a unit's items have a day, and of how many it went by. An item counts once, whatever the unit is to it. */
export function progressOf(unit: UnitOfFile, items: readonly ItemOfUnits[]): { passed: number; total: number } {
  const left = [...itemsOf(unit)].flatMap((index) => items[index]?.daysLeft ?? []);
  return { passed: left.filter((days) => days < 0).length, total: left.length };
}

const WARNING_COLOR = 'problemsWarningIcon.foreground';

/** A unit with what it leads and answers for, how many of its deadlines went by, and the next one. */
export function unitLook(unit: UnitOfFile, { items, hasRegistry }: UnitsOfFile, messages: ViewMessages): Look {
  const { name, tasks, nextDay, known, entry } = unit;
  const roles = unitRoles.flatMap((role) => {
    const count = tasks.filter((task) => task.role === role).length;
    return count > 0 ? [`${messages.roles[role]} ${count}`] : [];
  });
  const { passed, total } = progressOf(unit, items);
  const isStray = !known && hasRegistry;
  const facts = [
    ...(isStray ? [messages.unregistered] : []),
    ...roles,
    ...(nextDay === undefined ? [] : [messages.next(nextDay)]),
    ...(total > 0 ? [messages.passed(passed, total)] : []),
  ];
  return {
    label: name,
    description: facts.join(' · '),
    icon: isStray ? 'warning' : 'organization',
    ...(isStray && { color: WARNING_COLOR }),
    tooltip: [name, ...facts].join('\n'),
    spoken: messages.sentence([name, ...facts]),
    context: entry ? 'unit registered' : 'unit',
  };
}

const ROLE_ICONS: Readonly<Record<UnitRole, string>> = {
  牵头单位: 'star-full',
  责任单位: 'account',
  配合单位: 'live-share',
};

function roleLook({ role, parent }: UnitElementOf<'role'>, messages: ViewMessages): Look {
  const label = messages.roles[role];
  const description = messages.items(tasksIn(parent.unit, role).length);
  const spoken = messages.sentence([label, description]);
  return { label, description, icon: ROLE_ICONS[role], spoken, context: 'role' };
}

/** Characters; the deadline behind it is what the list is looked at for. */
const SHORT_LABEL = 10;

function shortened(look: Look): Look {
  const characters = [...look.label];
  if (look.description === '' || characters.length <= SHORT_LABEL) return look;
  return { ...look, label: `${characters.slice(0, SHORT_LABEL).join('')}…` };
}

/** Days; what is due within them stands out. */
const SOON = 30;

/** An item in the list of a unit: its number and first words, its deadline, and how far that is away. */
export function taskLook(item: ItemOfUnits | undefined, messages: ViewMessages): Look {
  const { number, extra, text = '', deadline, day, daysLeft } = item ?? {};
  const serial = [extra, number === undefined ? undefined : `${number}.`].filter((part) => part !== undefined);
  const label = [...serial, text || messages.noText].join(' ');
  const description =
    day === undefined || daysLeft === undefined ? (deadline ?? '') : `${day} · ${messages.daysLeft(daysLeft)}`;
  const isSoon = daysLeft !== undefined && daysLeft >= 0 && daysLeft <= SOON;
  const color = isSoon ? WARNING_COLOR : daysLeft !== undefined && daysLeft < 0 ? 'disabledForeground' : undefined;
  return {
    label,
    description,
    icon: daysLeft === undefined ? 'circle-small' : daysLeft < 0 ? 'history' : isSoon ? 'watch' : 'calendar',
    ...(color && { color }),
    tooltip: [label, description].filter(Boolean).join('\n'),
    spoken: messages.sentence([label, description].filter(Boolean)),
    context: 'task',
  };
}
