import type { Group, Indicator, IndicatorFile } from '../model/types';
import { defineRule, INDICATOR_KINDS } from './rule';
import { whenOf } from './shared/deadlines';

/** Items that hand in one set of evidence together, yet at different times. Contract section 6; domain guide, deadlines. */
export const deadlineGroup = defineRule({
  id: 'deadline-group',
  summary: '合并报送的几项指标完成时限不同',
  severity: 'warning',
  fixable: false,
  kinds: INDICATOR_KINDS,
  messages: {
    different:
      '第{number}项与第{head}项合并报送，完成时限却不同：这里是「{text}」，第{head}项是「{headText}」。请统一。',
    head: '第{head}项的完成时限在这里',
    group: '合并报送写在这里',
  },
  check({ file, report }) {
    // Numbers that restart do not say which item is meant.
    if (file.groups.length === 0 || file.numbering !== 'continuous') return;
    const byNumber = uniquelyNumbered(file);
    for (const group of withoutFaults(file)) {
      const found = findDifference(group, byNumber);
      if (!found) continue;
      const { head, member } = found;
      const data = { number: member.number, text: member.text, head: head.number, headText: head.text };
      report({
        at: member.place,
        message: 'different',
        data,
        related: [
          { span: head.place, message: 'head', data },
          { span: group.head, message: 'group' },
        ],
      });
    }
  },
});

/** The items by their numbers; of two with one number nobody can say which is meant. */
function uniquelyNumbered({ items }: IndicatorFile): ReadonlyMap<number, Indicator> {
  const byNumber = new Map<number, Indicator>();
  const repeated = new Set<number>();
  for (const item of items) {
    if (!item.number) continue;
    if (byNumber.has(item.number.value)) repeated.add(item.number.value);
    else byNumber.set(item.number.value, item);
  }
  for (const number of repeated) byNumber.delete(number);
  return byNumber;
}

/** Groups whose numbers `reference-target` has nothing against: a wrong one brings in items that were never meant. */
function withoutFaults({ groups, items, isExtract }: IndicatorFile): readonly Group[] {
  const numbers = [...new Set(items.flatMap(({ number }) => number?.value ?? []))].sort((a, b) => a - b);
  const ranks = new Map(numbers.map((number, rank) => [number, rank]));
  const last = Math.max(items.length, numbers.at(-1) ?? 0);
  const taken = new Set<number>();
  return groups.filter(({ targets }) => {
    const members = [...new Set(targets?.targets)].sort((a, b) => a - b);
    const isFree = members.every((number) => !taken.has(number));
    for (const number of members) taken.add(number);
    if (isExtract) return isFree;
    const present = members.flatMap((number) => ranks.get(number) ?? []);
    const isBlock = present.every((rank, index) => index === 0 || rank - (present[index - 1] ?? rank) === 1);
    return isFree && isBlock && (members.at(-1) ?? 0) <= last;
  });
}

/** The first member whose deadlines differ from those of the first member that has any. */
function findDifference(group: Group, byNumber: ReadonlyMap<number, Indicator>) {
  const members = (group.targets?.targets ?? []).flatMap((number) => {
    const item = byNumber.get(number);
    return item ? (readMember(number, item) ?? []) : [];
  });
  const [head] = members;
  const member = members.find(({ meaning }) => meaning !== head?.meaning);
  return head && member && { head, member };
}

/** Undefined for an item without a deadline, or with one that is faulty and has a finding of its own. */
function readMember(number: number, { deadlines }: Indicator) {
  const [first] = deadlines;
  if (!first || deadlines.some(({ reading }) => !reading.ok)) return undefined;
  return {
    number,
    place: first.text.node.place,
    text: deadlines.map(({ text }) => text.value.trim()).join('、'),
    // 5月底前 and 5月31日前 are the same; what has no day is the same if it is written so.
    meaning: JSON.stringify(deadlines.map((entry) => whenOf(entry) ?? entry.text.value.replace(/\s/g, ''))),
  };
}
