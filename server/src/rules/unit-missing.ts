import type { SourceDocument } from '../model/document';
import type { Indicator, IndicatorFile } from '../model/types';
import type { Span, TextEdit } from '../text/span';
import { child, type Node } from '../yaml/nodes';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { fillKey, insertKeys, writtenList } from './shared/list-edits';
import { namesIn, unitReader } from './shared/unit-reading';
import { answerableItems } from './shared/unit-uses';

const ANSWERING = ['牵头单位', '责任单位'] as const;

/** As many open items as this, and more than have units: the file is still being written. */
const MANY = 10;

/**
 * Each item needs someone to answer for it: 牵头单位 or 责任单位 (contract section 6). A warning in a merged group, whose
 * head may answer for all, and in 附加项 if other entries there name units. A document without any unit has no such
 * column (柞水, 宝丰) and is left alone; one that is still being written gets one finding, lest the others drown.
 */
export const unitMissing = defineItemRule({
  id: 'unit-missing',
  summary: '指标没有责任单位，也没有牵头单位',
  severity: 'error',
  fixable: true,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    missing: '{label}没有责任单位，也没有牵头单位，请补上。',
    many: '从{label}起，还有{count}项没有责任单位，也没有牵头单位，请逐项补上。',
    next: '{label}也没有',
    grouped: '{label}没有责任单位，也没有牵头单位。与它合并报送的{head}列有单位，如由同一单位负责，请照样写上。',
    head: '合并报送的首项{head}的单位',
    copy: '照{head}写上「{units}」',
  },
  inspect: () => (item) =>
    item.damaged || ANSWERING.some((role) => isFilled(child(item.node, role))) ? undefined : true,
  conclude({ document, file, registry, report }, facts) {
    if (facts.length === 0 || !answerableItems(file).some(namesUnit)) return;
    const groups = headsOfGroups(file);
    const read = unitReader(registry, file.county?.value);
    const extrasNameUnits = file.extras.some(({ items }) => items.some(namesUnit));
    const isGrouped = ({ extra, number }: Indicator) => !extra && number !== undefined && groups.has(number.value);
    const open = facts.map(({ item }) => item).filter((item) => !item.extra || extrasNameUnits);
    const alone = open.filter((item) => !item.extra && !isGrouped(item));
    const isBeingWritten = alone.length >= MANY && 2 * alone.length > file.items.length;
    const [first, ...others] = alone;
    if (isBeingWritten && first) {
      const related = others.slice(0, MANY).map((item) => ({
        span: placeOf(item),
        message: 'next' as const,
        data: { label: labelOf(item) },
      }));
      report({ at: placeOf(first), message: 'many', data: { label: labelOf(first), count: alone.length }, related });
    }
    for (const item of open) {
      const label = labelOf(item);
      const grouped = isGrouped(item);
      if (isBeingWritten && !grouped && !item.extra) continue;
      const group = grouped && item.number ? groups.get(item.number.value) : undefined;
      const lists = group && group !== item ? answeringLists(group, (name) => namesIn(name, read(name))) : [];
      const severity = grouped || item.extra ? ('warning' as const) : ('error' as const);
      const at = placeOf(item);
      const [list] = lists;
      if (!group || !list) {
        report({ at, message: 'missing', data: { label }, severity });
        continue;
      }
      const head = labelOf(group);
      const units = lists.flatMap(({ names }) => names).join('、');
      const edits = copyEdits(document, item, lists);
      report({
        at,
        message: 'grouped',
        data: { label, head },
        severity,
        related: [{ span: list.key, message: 'head', data: { head } }],
        fixes: edits.length > 0 ? [{ title: 'copy', data: { head, units }, edits, safe: false }] : [],
      });
    }
  },
});

function namesUnit(item: Indicator): boolean {
  return item.units.some(({ units }) => units.length > 0);
}

/** A value that is damaged or of a wrong type has findings of its own, so it does not count as empty. */
function isFilled(value: Node | null | undefined): boolean {
  if (!value) return false;
  if (value.kind === 'scalar') return value.value !== null;
  return value.kind !== 'sequence' || value.items.length > 0;
}

/** The first item of the group that each number belongs to. */
function headsOfGroups({ groups, items }: IndicatorFile): Map<number, Indicator | undefined> {
  const heads = new Map<number, Indicator | undefined>();
  if (groups.length === 0) return heads;
  const byNumber = new Map(items.flatMap((item) => (item.number ? [[item.number.value, item] as const] : [])));
  for (const { targets } of groups) {
    const [first] = targets?.targets ?? [];
    for (const number of targets?.targets ?? []) {
      if (first !== undefined && !heads.has(number)) heads.set(number, byNumber.get(first));
    }
  }
  return heads;
}

function labelOf({ number, extra }: Indicator): string {
  return number ? `${extra ?? ''}第${number.value}项` : '这一项';
}

/** The lists of an item that answer for it; slips in the names are not copied. */
function answeringLists(item: Indicator, namesOf: (text: string) => readonly string[]) {
  return item.units
    .filter(({ role, units }) => ANSWERING.some((key) => key === role) && units.length > 0)
    .map(({ role, key, units }) => ({ role, key, names: units.flatMap((unit) => namesOf(unit.value)) }));
}

/** The key that nothing stands behind, or else the head of the item. */
function placeOf({ node, head }: Indicator): Span {
  if (node.kind !== 'mapping') return head;
  const keys = ANSWERING.toReversed().flatMap((role) => node.entries.find(({ key }) => key.value === role)?.key ?? []);
  return keys[0]?.place ?? head;
}

function copyEdits(
  { lines }: SourceDocument,
  { node }: Indicator,
  lists: readonly { role: string; names: readonly string[] }[],
): TextEdit[] {
  if (node.kind !== 'mapping') return [];
  const filled: TextEdit[] = [];
  const added: [string, string][] = [];
  for (const { role, names } of lists) {
    const entry = node.entries.find(({ key }) => key.value === role);
    if (entry) filled.push(...fillKey(lines, entry.key, entry.value, writtenList(names)));
    else added.push([role, writtenList(names)]);
  }
  return [...filled, ...insertKeys(lines, node, '内容', added)];
}
