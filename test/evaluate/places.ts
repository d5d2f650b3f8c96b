import type { Span, TextEdit } from '../../server/src/text/span';
import type { Clean } from './clean';
import { replace } from './fault';
import type { Entry, ItemPlace, UnitPlace } from './render';

/** The 三级指标 of a file. */
export function itemsOf(clean: Clean): readonly ItemPlace[] {
  return clean.items.filter(({ kind }) => kind === 'item');
}

export function extrasOf(clean: Clean, kind: '加分项' | '否决项'): readonly ItemPlace[] {
  return clean.items.filter((item) => item.kind === kind);
}

/** True for a file whose numbers run from 1 to its last item. */
export function isContinuous({ county }: Clean): boolean {
  return county.shape === 'whole' || county.shape === 'free' || county.shape === 'scored';
}

/** True for a file that is held against a corpus. */
export function isBound({ county }: Clean): boolean {
  return county.shape === 'whole' || county.shape === 'extract' || county.shape === 'by-parent';
}

export function entryOf(item: ItemPlace, key: string): Entry | undefined {
  return item.entries.get(key);
}

export function textAt({ text }: Clean, { start, end }: Span): string {
  return text.slice(start, end);
}

/** The units of all items. */
export function unitsIn(clean: Clean): readonly (UnitPlace & { readonly item: ItemPlace })[] {
  return itemsOf(clean).flatMap((item) => item.units.map((unit) => ({ ...unit, item })));
}

/** Values of 完成时限 that are one plain text. */
export function deadlinesIn(clean: Clean): readonly { item: ItemPlace; entry: Entry; text: string }[] {
  return itemsOf(clean).flatMap((item) => {
    const entry = entryOf(item, '完成时限');
    return entry ? [{ item, entry, text: textAt(clean, entry.value) }] : [];
  });
}

/** True for an item that shares its evidence with others. */
export function isGrouped(clean: Clean, { item, kind }: ItemPlace): boolean {
  return kind === 'item' && clean.groups.some(({ from, to }) => from <= item.number && item.number <= to);
}

/** The first occurrences of a pattern in the texts (内容) of the items. */
export function inContents(clean: Clean, pattern: RegExp): { item: ItemPlace; span: Span; match: RegExpExecArray }[] {
  return itemsOf(clean).flatMap((item) => {
    const value = entryOf(item, '内容')?.value;
    const match = value && pattern.exec(textAt(clean, value));
    if (!match || !value) return [];
    const start = value.start + match.index;
    return [{ item, span: { start, end: start + match[0].length }, match }];
  });
}

/** Gives every item from `first` on another number, and the groups behind it. */
export function shiftNumbers(clean: Clean, first: number, by: number): TextEdit[] {
  const serials = itemsOf(clean).flatMap((item) => {
    const value = entryOf(item, '序号')?.value;
    return value && item.item.number >= first ? [replace(value, String(item.item.number + by))] : [];
  });
  const groups = clean.groups
    .filter(({ from }) => from >= first)
    .flatMap(({ from, to, target, evidence }) => {
      const [named] = evidence;
      const text = named && textAt(clean, named).replace(`第${from}项至第${to}项`, `第${from + by}项至第${to + by}项`);
      return [replace(target, `${from + by}-${to + by}`), ...(named && text ? [replace(named, text)] : [])];
    });
  return [...serials, ...groups];
}
