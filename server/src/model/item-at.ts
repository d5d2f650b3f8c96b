import { lastUpTo } from '../text/bisect';
import type { Indicator, IndicatorFile, Section } from './types';

/** The 三级指标 or entry of 附加项 in whose text an offset lies. */
export function itemAt(file: IndicatorFile, offset: number): Indicator | undefined {
  return lastBefore(file.items, offset) ?? file.extras.map(({ items }) => lastBefore(items, offset)).find(Boolean);
}

/** The 一级指标 in whose text an offset lies. */
export function sectionAt(file: IndicatorFile, offset: number): Section | undefined {
  return lastBefore(file.sections, offset);
}

/** The last of some parts, in the order of the file, that starts before an offset, if it also ends behind it. */
function lastBefore<T extends Pick<Indicator, 'node'>>(parts: readonly T[], offset: number): T | undefined {
  const part = parts[lastUpTo(parts.length, (index) => (parts[index]?.node.place.start ?? 0) <= offset)];
  return part && offset <= part.node.place.end ? part : undefined;
}
