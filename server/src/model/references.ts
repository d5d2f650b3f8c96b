import { findReferences, type ItemReference } from '../domain/reference';
import type { Span } from '../text/span';
import { sourceSpan } from '../yaml/scalar-source';
import type { Group, Indicator, IndicatorFile, Text } from './types';

/** Numbers as written in one place (a reference in a text, a group of 合并报送), and the way to places in the file. */
export interface PlacedReference extends Pick<ItemReference, 'kind' | 'numbers' | 'targets'> {
  place(span: Span): Span;
}

/** The texts of an item that may refer to other items. Contract section 2. */
export function referringTexts(item: Indicator): Text[] {
  return [item.content, ...item.evidence, item.remark, item.reason].filter((text) => text !== undefined);
}

/** All texts of a file that may refer to its 三级指标. */
export function allReferringTexts(file: IndicatorFile): Text[] {
  return [...file.items.flatMap(referringTexts), ...file.groups.flatMap((group) => group.evidence)];
}

/** The references of a text that name items. */
export function referencesIn({ node, value }: Text): PlacedReference[] {
  const place = ({ start, end }: Span) => sourceSpan(node, start, end);
  return findReferences(value).flatMap((reference) => ('targets' in reference ? [{ ...reference, place }] : []));
}

/** The items that a group names; undefined where its 指标 is missing or not to be understood. */
export function referenceOf({ node, targets }: Group): PlacedReference | undefined {
  if (!node || !targets) return undefined;
  if (node.kind === 'scalar') return { ...targets, place: ({ start, end }) => sourceSpan(node, start, end) };
  const entries = node.kind === 'sequence' ? node.items : [];
  const numbers = entries.flatMap((entry) =>
    entry.kind === 'scalar' ? [{ value: Number(entry.value), span: entry.place }] : [],
  );
  return { ...targets, numbers, place: (span) => span };
}

/** From the first to the last number of a reference, in the file. */
export function extentOf({ numbers, place }: PlacedReference): Span {
  const [first, last] = [numbers[0], numbers.at(-1)];
  if (!first || !last) return place({ start: 0, end: 0 });
  return { start: place(first.span).start, end: place(last.span).end };
}

/** All references of a file to its 三级指标, in texts and in groups. */
export function allReferences(file: IndicatorFile): PlacedReference[] {
  return [
    ...allReferringTexts(file).flatMap(referencesIn),
    ...file.groups.flatMap((group) => referenceOf(group) ?? []),
  ];
}
