import { type PlacedReference, referenceOf, referencesIn, referringTexts } from '../model/references';
import type { Group, NumberedRun } from '../model/types';
import type { Span } from '../text/span';
import { defineItemRule, INDICATOR_KINDS } from './rule';
import { faultsOf, mainRun, serialOf } from './shared/numbering';

/**
 * References in texts, and groups of 合并报送, name items that exist; a group is one block of items and shares none with
 * another. Contract section 6.
 */
export const referenceTarget = defineItemRule({
  id: 'reference-target',
  summary: '引用的指标不存在，或者合并报送的范围不相连、有重叠',
  severity: 'error',
  fixable: false,
  scope: 'item',
  kinds: INDICATOR_KINDS,
  messages: {
    missing: '引用的第{number}项不存在，请核对。',
    reversed: '起止颠倒：第{from}项至第{to}项，应从小到大写。',
    unreadable: '看不出是哪几项，请写成「34-46」或者「[26, 27, 28, 29]」的样子。',
    apart: '合并报送的指标应当相连，第{previous}项与第{number}项之间隔着别的指标。',
    overlap: '第{number}项已经在另一组合并报送中。',
    twice: '第{number}项在这一组中写了两次。',
    'other-group': '另一组在这里',
  },
  inspect: () => (item) => {
    const references = item.extra ? [] : referringTexts(item).flatMap(referencesIn);
    return references.length > 0 ? references : undefined;
  },
  conclude({ file, report }, facts) {
    const run = mainRun(file);
    // An extract refers to items that it leaves out.
    if (file.isExtract || !run) return;
    const last = lastNumber(run);
    const ranks = file.groups.length > 0 ? ranksOf(run) : new Map<number, number>();
    const groupOf = new Map<number, Group>();

    for (const { fact } of facts) for (const reference of fact) checkNumbers(reference);
    for (const { evidence } of file.groups)
      for (const reference of evidence.flatMap(referencesIn)) checkNumbers(reference);
    for (const group of file.groups) {
      const { node } = group;
      const reference = referenceOf(group);
      if (reference) checkGroup(group, reference);
      else if (node?.kind === 'scalar' && node.value !== '') report({ at: node.place, message: 'unreadable' });
    }

    /** Each number exists, and a range runs upwards. False after a finding. */
    function checkNumbers({ kind, numbers: written, place }: PlacedReference): boolean {
      const [from, to] = [written[0], written.at(-1)];
      if (kind === 'range' && from && to && from.value > to.value) {
        const at = place({ start: from.span.start, end: to.span.end });
        report({ at, message: 'reversed', data: { from: from.value, to: to.value } });
        return false;
      }
      const missing = written.filter(({ value }) => value > last);
      for (const { value, span } of missing) report({ at: place(span), message: 'missing', data: { number: value } });
      return missing.length === 0;
    }

    function checkGroup(group: Group, reference: PlacedReference): void {
      if (!checkNumbers(reference)) return;
      const placeOf = (value: number): Span => {
        const written = reference.numbers.find((number) => number.value === value);
        return written ? reference.place(written.span) : group.head;
      };
      checkOverlap(group, reference.targets, placeOf);
      checkWhole(reference.targets, placeOf);
    }

    function checkOverlap(group: Group, targets: readonly number[], placeOf: (value: number) => Span): void {
      const taken = targets.map((number) => {
        const owner = groupOf.get(number);
        groupOf.set(number, owner ?? group);
        return owner && { number, owner };
      });
      const first = taken.find((one) => one !== undefined);
      if (!first) return;
      const { number, owner } = first;
      report({
        at: placeOf(number),
        message: owner === group ? 'twice' : 'overlap',
        data: { number },
        related: owner === group ? [] : [{ span: owner.head, message: 'other-group' }],
      });
    }

    /** Between two members of a group stands no item of another. */
    function checkWhole(targets: readonly number[], placeOf: (value: number) => Span): void {
      const members = [...new Set(targets)].filter((number) => ranks.has(number)).sort((a, b) => a - b);
      const at = members.findIndex((number, index) => {
        const previous = ranks.get(members[index - 1] ?? number);
        return previous !== undefined && (ranks.get(number) ?? previous) - previous > 1;
      });
      const [previous, number] = [members[at - 1], members[at]];
      if (previous === undefined || number === undefined) return;
      report({ at: placeOf(number), message: 'apart', data: { previous, number } });
    }
  },
});

/** The numbers that items bear, each with its place among them. */
function ranksOf(run: NumberedRun): Map<number, number> {
  const numbers = [...new Set(run.items.flatMap((item) => serialOf(item) ?? []))].sort((a, b) => a - b);
  return new Map(numbers.map((number, rank) => [number, rank]));
}

/**
 * The number that the items run to, those with a wrong or lost number counted in. Up to it an item that is not there is
 * missing among the items, and `number-gap`, `number-duplicate` or `number-order` says so where it should stand.
 */
function lastNumber(run: NumberedRun): number {
  return Math.max(faultsOf(run).last, run.items.length);
}
