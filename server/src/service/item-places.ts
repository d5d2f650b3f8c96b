import { type Located, locate } from '../model/locate';
import {
  allReferringTexts,
  extentOf,
  type PlacedReference,
  referenceOf,
  referencesIn,
  referringTexts,
} from '../model/references';
import type { Indicator, IndicatorFile } from '../model/types';
import type { Span } from '../text/span';
import type { Checked } from '../workspace/project';

/** The model of an indicator file or a requirement corpus; undefined for other kinds of file. */
export function indicatorFile({ document: { kind, model } }: Checked): IndicatorFile | undefined {
  return kind === 'zhibiao' || kind === 'yaoqiu' ? (model as IndicatorFile) : undefined;
}

/** What stands at an offset, where a key stands for its value: 序号 for the number behind it. */
export function locateMeant(file: Checked, offset: number): Located {
  const located = locate(file.document, offset);
  if (located.target?.kind !== 'key') return located;
  const { value } = located.target.entry;
  return value?.kind === 'scalar' ? locate(file.document, value.place.start) : located;
}

/** The items that a cursor means: the one whose 序号, 名称 or 内容 it touches, or those that a reference names. */
export function itemsAt(file: IndicatorFile, { target, item }: Located): readonly Indicator[] {
  switch (target?.kind) {
    case 'serial':
    case 'content':
      return [target.item];
    case 'text':
      return item?.name?.node === target.node ? [item] : [];
    case 'reference':
      return itemsMeant(file, target.number === undefined ? target.reference.targets : [target.number], item);
    default:
      return [];
  }
}

/**
 * The 三级指标 that a reference means by numbers. Where each parent numbers its items anew (编号: 分级), those under the same
 * parent as the item that refers to them, if there are any.
 */
function itemsMeant(file: IndicatorFile, numbers: readonly number[], from?: Indicator): readonly Indicator[] {
  const wanted = new Set(numbers);
  const isWanted = ({ number }: Indicator) => number !== undefined && wanted.has(number.value);
  if (file.numbering === 'by-parent') {
    const siblings = from?.section?.items.filter(isWanted) ?? [];
    if (siblings.length > 0) return siblings;
  }
  return file.items.filter(isWanted);
}

/** The places in texts and in 合并报送 that refer to an item: its number, or the whole of a range that it lies in. */
export function referencesTo(file: IndicatorFile, item: Indicator): Span[] {
  const number = item.number?.value;
  if (number === undefined || item.extra) return [];
  const texts =
    file.numbering === 'continuous' ? allReferringTexts(file) : (item.section?.items ?? []).flatMap(referringTexts);
  return [...texts.flatMap(referencesIn), ...file.groups.flatMap((group) => referenceOf(group) ?? [])]
    .filter(({ targets }) => targets.includes(number))
    .map((reference) => mentionOf(reference, number))
    .sort((a, b) => a.start - b.start);
}

function mentionOf(reference: PlacedReference, number: number): Span {
  const written = reference.numbers.find(({ value }) => value === number);
  return written ? reference.place(written.span) : extentOf(reference);
}
