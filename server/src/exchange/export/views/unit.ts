import type { UnitKey } from '../../../model/keys';
import type { Group, Indicator } from '../../../model/types';
import { identify } from '../../../rules/shared/unit-uses';
import { textOf } from '../../../service/preview/draft';
import type { UnitOverview } from '../../../service/unit-card';
import { type Column, cell, type Paragraph, type Part, type Row } from '../document';
import { byDue, firstDue } from '../due';
import { paragraphsOf } from '../from-draft';
import { groupsByItem, numbersOf } from '../groups';
import { contentFor, plainColumns } from './item-table';
import { headWith, type Subject } from './subject';

const ROLES: readonly { readonly key: UnitKey; readonly word: string }[] = [
  { key: '牵头单位', word: '牵头' },
  { key: '责任单位', word: '责任' },
  { key: '配合单位', word: '配合' },
];

/**
 * The list of each unit: what it leads, what it answers for, what it helps with, each in the order of the deadlines. Numbers
 * are those of the whole table. An item that names the unit twice stands under the first role and tells both.
 */
export function unitLists(subject: Subject, units: readonly UnitOverview[]): Part[] {
  const groups = groupsByItem(subject.file);
  return units.map((unit) => unitList(subject, unit, groups));
}

function unitList(subject: Subject, unit: UnitOverview, groups: ReadonlyMap<Indicator, Group>): Part {
  const roles = new Map<Indicator, UnitKey[]>();
  for (const { item, role } of unit.items) roles.set(item, [...(roles.get(item) ?? []), role]);
  const columns: Column[] = [{ kind: 'role', title: '职责' }, ...plainColumns(subject.file)];
  const blocks = ROLES.map(({ key, word }) => ({
    word,
    items: [...roles].flatMap(([item, all]) => (first(all) === key ? [item] : [])),
  })).filter(({ items }) => items.length > 0);
  const rows = blocks.flatMap(({ word, items }) =>
    items
      .map((item) => ({ item, due: firstDue(item) }))
      .sort((a, b) => byDue(a.due, b.due))
      .map(({ item }, index): Row => {
        const role = index === 0 ? [cell(0, [[{ text: word, strong: true }]], items.length)] : [];
        const cells = columns
          .slice(1)
          .map(({ kind }, at) => cell(at + 1, contentOf(item, kind, roles.get(item) ?? [])));
        return { kind: item.extra ? 'extra' : 'item', cells: [...role, ...cells] };
      }),
  );
  const counts = blocks.map(({ word, items }) => `${word}${items.length}项`).join('，');
  return {
    name: unit.name,
    head: headWith(subject, `${unit.name}任务清单（${counts}）`),
    tables: [{ kind: 'items', columns, rows }],
    notes: [],
  };

  function contentOf(item: Indicator, kind: Column['kind'], all: readonly UnitKey[]): Paragraph[] {
    const paragraphs = contentFor(item, kind);
    if (kind === 'lead' || kind === 'responsible' || kind === 'support') return paragraphs.map(emphasized);
    if (kind === 'evidence') return [...paragraphs, ...groupEvidence(groups.get(item))];
    if (kind !== 'number' || all.length < 2) return paragraphs;
    const words = ROLES.filter(({ key }) => all.includes(key)).map(({ word }) => word);
    return [...paragraphs, [{ text: `（${words.join('、')}）` }]];
  }

  /** The unit's own name stands out among the others. */
  function emphasized(runs: Paragraph): Paragraph {
    const isOwn = (text: string) => identify(text, subject.registry) === (unit.unit ?? unit.name);
    return runs.map((run) => (isOwn(run.text) ? { ...run, strong: true } : run));
  }
}

/** What an item hands in with others. */
function groupEvidence(group: Group | undefined): Paragraph[] {
  if (!group) return [];
  const label = [{ text: `第${numbersOf(group)}项合并报送：` }];
  return [label, ...group.evidence.flatMap((text) => paragraphsOf({ paragraphs: textOf(text) }))];
}

function first(all: readonly UnitKey[]): UnitKey | undefined {
  return ROLES.find(({ key }) => all.includes(key))?.key;
}
