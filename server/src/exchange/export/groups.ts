import type { Group, Indicator, IndicatorFile } from '../../model/types';
import { mainRun, serialOf } from '../../rules/shared/numbering';

/** The group of 合并报送 that each item hands in its evidence with. */
export function groupsByItem(file: IndicatorFile): ReadonlyMap<Indicator, Group> {
  const byNumber = new Map<number, Indicator>();
  for (const item of mainRun(file)?.items ?? []) {
    const serial = serialOf(item);
    if (serial !== undefined && !byNumber.has(serial)) byNumber.set(serial, item);
  }
  const groups = new Map<Indicator, Group>();
  for (const group of file.groups) {
    for (const number of group.targets?.targets ?? []) {
      const item = byNumber.get(number);
      if (item && !groups.has(item)) groups.set(item, group);
    }
  }
  return groups;
}

/** The items of a group as the file writes them: 34-46; 26、27、28、29. */
export function numbersOf({ node }: Group): string {
  const items = node?.kind === 'sequence' ? node.items : [node];
  return items.flatMap((item) => (item?.kind === 'scalar' ? item.raw : [])).join('、');
}
