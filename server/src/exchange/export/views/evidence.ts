import { normalizeText } from '../../../domain/similarity';
import type { Group, Indicator, Text } from '../../../model/types';
import { answerableItems } from '../../../rules/shared/unit-uses';
import { textOf } from '../../../service/preview/draft';
import { type Column, cell, type Line, type Paragraph, type Part, type Row, textOf as wordsOf } from '../document';
import { paragraphsOf } from '../from-draft';
import { groupsByItem, numbersOf } from '../groups';
import { contentFor, numberOf, plainColumns } from './item-table';
import { headWith, type Subject } from './subject';

/** What is handed in as one: the evidence of an item, or of the items of a group. */
interface Entry {
  readonly items: readonly Indicator[];
  readonly group?: Group;
}

const SHOWN = new Set(['lead', 'responsible', 'support', 'deadline']);

/** 报送资料清单: what is handed in by whom and until when; what items hand in together stands once. */
export function evidenceChecklist(subject: Subject): Part[] {
  const entries = entriesOf(subject);
  const columns: Column[] = [
    { kind: 'serial', title: '序号' },
    { kind: 'number', title: '对应指标' },
    { kind: 'evidence', title: '报送资料' },
    ...plainColumns(subject.file).filter(({ kind }) => SHOWN.has(kind)),
    { kind: 'done', title: '报送情况' },
  ];
  const filled = entries.flatMap((entry) => {
    const evidence = evidenceOf(entry);
    return evidence.length > 0 ? [{ entry, evidence }] : [];
  });
  const rows = filled.map(
    ({ entry, evidence }, index): Row => ({
      kind: 'item',
      cells: columns.map(({ kind }, column) => cell(column, content(kind, entry, evidence, index + 1))),
    }),
  );
  return [
    {
      name: '报送资料清单',
      head: headWith(subject, '报送资料清单'),
      tables: [{ kind: 'items', columns, rows }],
      notes: withoutEvidence(entries.filter((entry) => evidenceOf(entry).length === 0)),
    },
  ];
}

function entriesOf({ file }: Subject): Entry[] {
  const groups = groupsByItem(file);
  const members = new Map<Group, Indicator[]>();
  for (const [item, group] of groups) members.set(group, [...(members.get(group) ?? []), item]);
  const told = new Set<Group>();
  const entries = answerableItems(file).flatMap((item): Entry[] => {
    const group = groups.get(item);
    if (!group) return [{ items: [item] }];
    if (told.has(group)) return [];
    told.add(group);
    return [{ items: members.get(group) ?? [item], group }];
  });
  // Groups whose items are not there still say what to hand in.
  return [...entries, ...file.groups.filter((group) => !told.has(group)).map((group) => ({ items: [], group }))];
}

/** The evidence of all items of an entry and of its group, each text once. */
function evidenceOf({ items, group }: Entry): Paragraph[] {
  const known = new Set<string>();
  const isNew = ({ value }: Text) => {
    const text = normalizeText(value);
    return !known.has(text) && known.add(text);
  };
  return [...(group?.evidence ?? []), ...items.flatMap(({ evidence }) => evidence)]
    .filter(isNew)
    .flatMap((text) => paragraphsOf({ paragraphs: textOf(text) }));
}

function content(kind: Column['kind'], { items, group }: Entry, evidence: Paragraph[], serial: number): Paragraph[] {
  if (kind === 'serial') return [[{ text: String(serial) }]];
  if (kind === 'done') return [];
  if (kind === 'evidence') return evidence;
  if (kind === 'number') {
    if (group) return [[{ text: `第${numbersOf(group)}项` }], [{ text: '（合并报送）' }]];
    return items.flatMap(numberOf);
  }
  // What the items have in common stands once.
  const all = new Map(items.flatMap((item) => contentFor(item, kind).map((runs) => [wordsOf([runs]), runs] as const)));
  return [...all.values()];
}

function withoutEvidence(entries: readonly Entry[]): Line[] {
  const numbers = entries.flatMap(({ items }) => items.map((item) => wordsOf(numberOf(item), '')));
  if (numbers.length === 0) return [];
  return [{ style: 'text', paragraphs: [[{ text: `未写报送资料的指标：${numbers.join('、')}。` }]] }];
}
